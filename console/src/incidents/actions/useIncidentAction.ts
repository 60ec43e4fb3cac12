import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { answered } from '../../api/answered';
import { $api } from '../../api/client';
import type { IncidentDetail } from '../../api/contract';
import { newId } from '../../api/new-id';
import { asProblem, isPassing } from '../../api/problem';

type Send<Body> = (
  actionId: string,
  body: Body,
) => Promise<{ data?: IncidentDetail; error?: unknown; response: Response }>;

/**
 * Does one thing to an incident and shows what the server made of it; nothing is assumed beforehand. An action keeps its id
 * while its outcome is unknown, so that trying again cannot do it twice; another body is another action.
 */
export function useIncidentAction<Body>(
  incidentId: string,
  send: Send<Body>,
  done: { say: string | ((body: Body) => string); after?: () => void },
) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const pending = useRef<{ actionId: string; body: string } | null>(null);

  function actionIdFor(body: Body): string {
    const text = JSON.stringify(body ?? null);
    if (pending.current?.body !== text) pending.current = { actionId: newId(), body: text };
    return pending.current.actionId;
  }

  const action = useMutation({
    mutationFn: ({ actionId, body }: { actionId: string; body: Body }) => answered(send(actionId, body)),
    onSuccess: (incident, { body }) => {
      pending.current = null;
      const { queryKey } = $api.queryOptions('get', '/api/incidents/{id}', {
        params: { path: { id: incidentId } },
      });
      queries.setQueryData(queryKey, incident);
      done.after?.();
      void message.success(typeof done.say === 'function' ? done.say(body) : done.say);
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (!isPassing(problem)) pending.current = null;
      void message.error(problem.title);
      // Somebody was quicker, or it moved on: the screen owes the present state.
      if (problem.status === 409)
        void queries.invalidateQueries({ queryKey: ['get', '/api/incidents/{id}'] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/api/incidents'] }),
  });

  return {
    pending: action.isPending,
    /** What is under way, so that its own button can say so. */
    sending: action.isPending ? action.variables.body : null,
    problem: action.isError ? asProblem(action.error) : null,
    run: (body: Body) => action.mutate({ actionId: actionIdFor(body), body }),
  };
}
