import { NOTICE_STATE_LABELS, type NoticeState } from '@linli/shared';
import { CircleCheck, CircleX, Clock } from 'lucide-react';
import type { ComponentType } from 'react';

const FACES: Record<NoticeState, [ComponentType, 'wait' | 'done' | 'rest']> = {
  waiting: [Clock, 'wait'],
  published: [CircleCheck, 'done'],
  withdrawn: [CircleX, 'rest'],
};

/** A notice's state by word, colour and shape; one whose time is past says so instead. */
export function NoticeStateChip({ state, over = false }: { state: NoticeState; over?: boolean }) {
  const past = over && state === 'published';
  const [Shape, tone] = FACES[state];
  return (
    <span className={`chip ${past ? 'rest' : tone}`}>
      <Shape />
      {past ? '已过期' : NOTICE_STATE_LABELS[state]}
    </span>
  );
}
