import type { TaskAction } from '@linli/shared';
import { useState } from 'react';
import { dropDraft } from '../../../../features/draft/kept-draft';
import { useTaskAct } from '../../../../features/task/hooks';
import { sentence } from '../../../../request/refusal';

/** What is done with a tap; everything else asks for something first. */
const AT_ONCE: readonly TaskAction[] = ['accept', 'grant_time'];

export const draftKeyOf = (action: TaskAction, id: string) => `task.${action}.${id}`;

/** What can be done with this task, what is open, and what came of the last try. */
export function useTaskMoves(id: string) {
  const { mutate, isPending, variables, error, reset } = useTaskAct();
  const [sheet, setSheet] = useState<TaskAction | 'more' | null>(null);
  const act = (action: TaskAction, body?: Record<string, unknown>) => {
    const onSuccess = () => {
      setSheet(null);
      dropDraft(draftKeyOf(action, id));
    };
    mutate({ id, action, ...(body ? { body } : {}) }, { onSuccess });
  };
  const open = (next: TaskAction | 'more') => {
    // What was refused before has nothing to do with what is begun now.
    reset();
    setSheet(next);
  };
  return {
    act,
    press: (action: TaskAction) => (AT_ONCE.includes(action) ? act(action) : open(action)),
    open,
    close: () => setSheet(null),
    sheet,
    busy: isPending ? (variables?.action ?? null) : null,
    failure: error === null ? undefined : sentence(error),
  };
}

export type TaskMoves = ReturnType<typeof useTaskMoves>;
