import type { components, operations, paths } from '@linli/shared/api';

type Schemas = components['schemas'];

export type { paths };
export type CommunityMap = Schemas['CommunityMapDto'];
export type DeadDelivery = Schemas['DeadDeliveryDto'];
export type DeadEvent = Schemas['DeadEventDto'];
export type InboxMessage = Schemas['InboxMessageDto'];
export type ClockPolicy = Schemas['ClockPolicyDto'];
export type AddClockPolicy = Schemas['AddClockPolicyDto'];
export type ChangeMessageSettings = Schemas['ChangeMessageSettingsDto'];
export type MessageChoice = Schemas['MessageChoiceDto'];
export type MessageSettings = Schemas['MessageSettingsDto'];
export type StaffGroup = Schemas['StaffGroupDto'];
export type IncidentCard = Schemas['IncidentCardDto'];
export type IncidentDetail = Schemas['IncidentDetailDto'];
export type IncidentPhoto = Schemas['IncidentPhotoDto'];
export type Me = Schemas['MeDto'];
export type Photo = Schemas['PhotoDto'];
export type QueueCounts = Schemas['QueueCountsDto'];
export type QueueQuery = NonNullable<operations['listIncidentQueue']['parameters']['query']>;
export type QueueTab = keyof QueueCounts;
export type Session = Schemas['SessionDto'];
export type TimelineEntry = Schemas['IncidentTimelineEntryDto'];
