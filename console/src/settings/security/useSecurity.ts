import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../api/answered';
import { $api } from '../../api/client';
import { asProblem } from '../../api/problem';
import type { Answering } from '../../api/useAction';

const SECURITY = ['get', '/api/me/security'] as const;
const SESSIONS = ['get', '/api/me/sessions'] as const;

export const useSecurity = () => $api.useQuery(...SECURITY);
export const useMySessions = () => $api.useQuery(...SESSIONS);

/** Changes something of one's own way in, once; afterwards both lists are asked for again. */
export function useSecurityChange<Body, Answer>(
  send: (body: Body) => Answering<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Body) => answered(send(body)),
    onSuccess: (answer) => {
      onDone(answer);
      void queries.invalidateQueries({ queryKey: [...SECURITY] });
      void queries.invalidateQueries({ queryKey: [...SESSIONS] });
    },
    // A code is good once, so what was not answered is not sent again by itself.
    retry: false,
  });
  return {
    run: (body: Body) => change.mutate(body),
    pending: change.isPending,
    sending: change.isPending ? change.variables : null,
    problem: change.isError ? asProblem(change.error) : null,
    reset: change.reset,
  };
}
