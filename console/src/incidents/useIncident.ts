import { $api } from '../api/client';
import { useServerNow } from '../clock/useServerNow';
import { useRefreshMs } from '../live/live.store';

export function useIncident(id: string) {
  const refetchInterval = useRefreshMs();
  const incident = $api.useQuery(
    'get',
    '/api/incidents/{id}',
    { params: { path: { id } } },
    { refetchInterval },
  );
  useServerNow(incident.data?.serverNow, incident.dataUpdatedAt);
  return incident;
}
