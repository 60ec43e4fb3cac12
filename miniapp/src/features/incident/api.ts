import type { IncidentAction } from '@linli/shared';
import { get, post, put, remove } from '../../request/call';
import type {
  Categories,
  IncidentDetail,
  IncidentFeed,
  IncidentFollowing,
  IncidentWorkbench,
  NearIncidents,
  ReportIncident,
} from '../../request/contract';

const PAGE = 20;

export const readCategories = () => get<Categories>('/api/incident-categories');

export const readPublicIncidents = (communityId: string, gridId: string | null, cursor?: string) =>
  get<IncidentFeed>('/api/incidents/public', {
    communityId,
    gridId: gridId ?? undefined,
    limit: PAGE,
    cursor,
  });

export const readMyIncidents = (cursor?: string) =>
  get<IncidentFeed>('/api/incidents/mine', { limit: PAGE, cursor });

export const readFollowedIncidents = (cursor?: string) =>
  get<IncidentFeed>('/api/incidents/followed', { limit: PAGE, cursor });

/** The kind and the place as a report would send them. */
export interface NearQuery {
  categoryCode: string;
  placeCode?: string;
  buildingId?: string;
  lng?: number;
  lat?: number;
  system?: 'gcj02' | 'wgs84';
}

export const readNearIncidents = (query: NearQuery) =>
  get<NearIncidents>('/api/incidents/near', { ...query });

export const followIncident = (id: string) => put<IncidentFollowing>(`/api/incidents/${id}/follow`);

export const unfollowIncident = (id: string) => remove<IncidentFollowing>(`/api/incidents/${id}/follow`);

export const readWorkbench = (cursor?: string, limit = PAGE) =>
  get<IncidentWorkbench>('/api/incidents/workbench', { limit, cursor });

export const readIncident = (id: string) => get<IncidentDetail>(`/api/incidents/${id}`);

export const readIncidentByCode = (code: string) =>
  get<IncidentDetail>(`/api/incidents/by-code/${encodeURIComponent(code)}`);

export const reportIncident = (report: ReportIncident) => post<IncidentDetail>('/api/incidents', report);

/** One tap on an action's button. `actionId` stays the same when the same tap is sent again. */
export const actOnIncident = (
  id: string,
  action: IncidentAction,
  body: { actionId: string } & Record<string, unknown>,
) => post<IncidentDetail>(`/api/incidents/${id}/${action.replace('_', '-')}`, body);
