import { useQueryClient } from '@tanstack/react-query';
import { $api } from '../../api/client';
import type { IncidentDetail } from '../../api/contract';
import { keepAnswer } from '../../api/keep-answer';
import { type Answering, useAction } from '../../api/useAction';

/** Does one thing to an incident. */
export function useIncidentAction<Body>(
  incidentId: string,
  send: (actionId: string, body: Body) => Answering<IncidentDetail>,
  done: { say: string | ((body: Body) => string); after?: () => void },
) {
  const queries = useQueryClient();
  const { queryKey } = $api.queryOptions('get', '/api/incidents/{id}', {
    params: { path: { id: incidentId } },
  });
  return useAction({
    send,
    say: done.say,
    keep: (incident) => keepAnswer(queries, queryKey, incident),
    after: done.after,
    stale: [['get', '/api/incidents/{id}']],
    touches: [['get', '/api/incidents']],
  });
}
