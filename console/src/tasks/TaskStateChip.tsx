import { TASK_STATE_LABELS, type TaskState } from '@linli/shared';
import { CircleCheck, CircleX, Clock, Undo2 } from 'lucide-react';
import type { ComponentType } from 'react';
import { HalfRing } from '../incidents/HalfRing';

const FACES: Record<TaskState, [ComponentType, 'wait' | 'doing' | 'done' | 'rest']> = {
  assigned: [Clock, 'wait'],
  working: [HalfRing, 'doing'],
  done: [CircleCheck, 'done'],
  returned: [Undo2, 'wait'],
  cancelled: [CircleX, 'rest'],
};

/** A task's state by word, colour and shape. */
export function TaskStateChip({ state }: { state: TaskState }) {
  const [Shape, tone] = FACES[state];
  return (
    <span className={`chip ${tone}`}>
      <Shape />
      {TASK_STATE_LABELS[state]}
    </span>
  );
}
