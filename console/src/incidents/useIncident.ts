import { $api } from '../api/client';
import { useServerNow } from '../clock/useServerNow';
import { REFRESH_MS } from './useIncidentQueue';

export function useIncident(id: string) {
  const incident = $api.useQuery(
    'get',
    '/api/incidents/{id}',
    { params: { path: { id } } },
    { refetchInterval: REFRESH_MS },
  );
  useServerNow(incident.data?.serverNow, incident.dataUpdatedAt);
  return incident;
}
