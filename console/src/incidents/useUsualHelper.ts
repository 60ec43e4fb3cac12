import { $api } from '../api/client';
import type { IncidentDetail } from '../api/contract';
import { stillAtIt } from './actions/moves';

const STALE_MS = 60_000;

/** Who helped with the same kind of thing last; asked for only where it could be given to somebody. */
export function useUsualHelper({
  id,
  allowedActions,
  tasks,
}: Pick<IncidentDetail, 'id' | 'allowedActions' | 'tasks'>) {
  const { data } = $api.useQuery(
    'get',
    '/api/incidents/{id}/usual-helper',
    { params: { path: { id } } },
    { enabled: allowedActions.includes('dispatch'), staleTime: STALE_MS },
  );
  const organisation = data?.organisation;
  // An organisation has one part of a case at a time.
  if (!organisation || stillAtIt(tasks).includes(organisation.name)) return null;
  return { organisation, tookMinutes: data.tookMinutes };
}
