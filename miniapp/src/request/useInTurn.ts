import type { MutateOptions, UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Turns } from './turns';

/** The same mutation, of which nothing that was tapped is lost and nothing is done twice: one act at a time, in their order. */
export function useInTurn<TData, TAct extends { id: string; action: string }>(
  mutation: UseMutationResult<TData, unknown, TAct>,
) {
  const [turns] = useState(() => new Turns());
  const { mutate, reset } = mutation;
  return {
    ...mutation,
    mutate: (act: TAct, options: Pick<MutateOptions<TData, unknown, TAct>, 'onSuccess' | 'onError'> = {}) =>
      turns.take(`${act.action} ${act.id}`, () =>
        mutate(act, { ...options, onSettled: (_data, error) => turns.end(error === null) }),
      ),
    /** Forgets what was refused. What is under way stays: nobody would hear of its end. */
    reset: () => {
      if (turns.free) reset();
    },
  };
}
