import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { answered } from './answered';
import { newId } from './new-id';
import { asProblem, ID_USED_DIFFERENTLY, isPassing } from './problem';

export type Answering<Answer> = Promise<{ data?: Answer; error?: unknown; response: Response }>;

interface ActionPlan<Body, Answer> {
  send: (actionId: string, body: Body) => Answering<Answer>;
  say: string | ((body: Body) => string);
  /** Shows what the server made of it. */
  keep: (answer: Answer) => void;
  after?: ((answer: Answer) => void) | undefined;
  /** The body carries an id of its own under which something else arrived before, its answer lost: gives what to say of it. */
  arrivedBefore?: ((body: Body) => string) | undefined;
  /** What is no longer true once somebody was quicker. */
  stale: readonly unknown[][];
  /** What the action changes besides its own subject. */
  touches: readonly unknown[][];
}

/**
 * Does one thing and shows what the server made of it; nothing is assumed beforehand. An action keeps its id while its
 * outcome is unknown, so that trying again cannot do it twice; another body is another action.
 */
export function useAction<Body, Answer>(plan: ActionPlan<Body, Answer>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const pending = useRef<{ actionId: string; body: string } | null>(null);

  function actionIdFor(body: Body): string {
    const text = JSON.stringify(body ?? null);
    if (pending.current?.body !== text) pending.current = { actionId: newId(), body: text };
    return pending.current.actionId;
  }
  const forget = (keys: readonly unknown[][]) =>
    Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));

  const action = useMutation({
    mutationFn: ({ actionId, body }: { actionId: string; body: Body }) => answered(plan.send(actionId, body)),
    onSuccess: (answer, { body }) => {
      pending.current = null;
      plan.keep(answer);
      plan.after?.(answer);
      void message.success(typeof plan.say === 'function' ? plan.say(body) : plan.say);
    },
    onError: (error, { body }) => {
      const problem = asProblem(error);
      if (!isPassing(problem)) pending.current = null;
      const before = problem.code === ID_USED_DIFFERENTLY ? plan.arrivedBefore : undefined;
      if (before) void message.warning(before(body));
      else void message.error(problem.title);
      // Somebody was quicker, or it moved on: the screen owes the present state.
      if (problem.status === 409) void forget(plan.stale);
    },
    onSettled: () => forget(plan.touches),
  });

  return {
    pending: action.isPending,
    /** What is under way, so that its own button can say so. */
    sending: action.isPending ? action.variables.body : null,
    problem: action.isError ? asProblem(action.error) : null,
    run: (body: Body) => action.mutate({ actionId: actionIdFor(body), body }),
  };
}
