import type { IncidentAction } from '@linli/shared';
import { get, post } from '../../request/call';
import type {
  Categories,
  IncidentDetail,
  IncidentFeed,
  IncidentWorkbench,
  ReportIncident,
} from '../../request/contract';

const PAGE = 20;

export const readCategories = () => get<Categories>('/api/incident-categories');

export const readPublicIncidents = (communityId: string, cursor?: string) =>
  get<IncidentFeed>('/api/incidents/public', { communityId, limit: PAGE, cursor });

export const readMyIncidents = (cursor?: string) =>
  get<IncidentFeed>('/api/incidents/mine', { limit: PAGE, cursor });

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
