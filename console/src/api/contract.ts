import type { components, operations, paths } from '@linli/shared/api';

type Schemas = components['schemas'];

export type { paths };
export type ClockReportItem = Schemas['ClockReportItemDto'];
export type CommunityMap = Schemas['CommunityMapDto'];
export type IncidentCard = Schemas['IncidentCardDto'];
export type IncidentClock = Schemas['IncidentClockDto'];
export type IncidentDetail = Schemas['IncidentDetailDto'];
export type IncidentForResident = Schemas['IncidentForResidentDto'];
export type IncidentPhoto = Schemas['IncidentPhotoDto'];
export type Me = Schemas['MeDto'];
export type Photo = Schemas['PhotoDto'];
export type QueueCounts = Schemas['QueueCountsDto'];
export type QueueQuery = NonNullable<operations['listIncidentQueue']['parameters']['query']>;
export type QueueTab = keyof QueueCounts;
export type ReportForResident = Schemas['ReportForResidentDto'];
export type Session = Schemas['SessionDto'];
export type TimelineEntry = Schemas['IncidentTimelineEntryDto'];
export type IncidentTask = Schemas['IncidentTaskDto'];
export type Organisation = Schemas['OrganisationDto'];
export type Task = Schemas['TaskDetailDto'];
export type TaskCard = Schemas['TaskCardDto'];
export type TaskTimelineEntry = Schemas['TaskTimelineEntryDto'];
