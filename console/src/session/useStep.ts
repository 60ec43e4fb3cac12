import type { Problem } from '@linli/shared';
import { useMutation } from '@tanstack/react-query';
import { answered } from '../api/answered';
import { asProblem } from '../api/problem';
import type { Answering } from '../api/useAction';

/** Sends one step. A ticket is good once, so nothing is sent again by itself. */
export function useStep<Answer>(
  send: () => Answering<Answer>,
  { onRight, onRefused }: { onRight: (answer: Answer) => void; onRefused: (problem: Problem) => void },
) {
  const step = useMutation({
    mutationFn: () => answered(send()),
    onSuccess: onRight,
    onError: (error) => onRefused(asProblem(error)),
    retry: false,
  });
  return {
    send: () => step.mutate(),
    pending: step.isPending,
    problem: step.isError ? asProblem(step.error) : null,
  };
}
