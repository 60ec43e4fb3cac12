import type { components } from '@linli/shared/api';

type Schemas = components['schemas'];

export type Session = Schemas['SessionDto'];
export type Me = Schemas['MeDto'];
export type DemoPeople = Schemas['DemoPeopleDto'];
export type PhoneCodeSent = Schemas['PhoneCodeSentDto'];
export type Place = Schemas['PlaceDto'];
export type Communities = Schemas['CommunityListDto'];
export type CommunityMap = Schemas['CommunityMapDto'];
export type CommunityOverview = Schemas['CommunityOverviewDto'];
export type Building = Schemas['BuildingDto'];
export type Located = Schemas['LocateDto'];
export type Photo = Schemas['PhotoDto'];
export type Categories = Schemas['IncidentCategoriesDto'];
export type IncidentCard = Schemas['IncidentCardDto'];
export type IncidentDetail = Schemas['IncidentDetailDto'];
export type IncidentFeed = Schemas['IncidentFeedDto'];
export type IncidentWorkbench = Schemas['IncidentWorkbenchDto'];
export type ReportIncident = Schemas['ReportIncidentDto'];
export type TimelineEntry = Schemas['IncidentTimelineEntryDto'];
export type Organisations = Schemas['OrganisationsDto'];
export type Organisation = Schemas['OrganisationDto'];
export type TaskCard = Schemas['TaskCardDto'];
export type TaskDetail = Schemas['TaskDetailDto'];
export type Tasks = Schemas['TasksDto'];
