import { HOTLINE_STATE_LABELS, type HotlineState } from '@linli/shared';
import { CircleCheck, Clock, PenLine, Send } from 'lucide-react';
import type { ComponentType } from 'react';

const LOOKS: Record<HotlineState, { tone: 'doing' | 'wait' | 'done'; Shape: ComponentType }> = {
  to_handle: { tone: 'doing', Shape: Clock },
  to_reply: { tone: 'wait', Shape: PenLine },
  replied: { tone: 'wait', Shape: Send },
  reported_back: { tone: 'done', Shape: CircleCheck },
};

export function OrderStateChip({ state }: { state: HotlineState }) {
  const { tone, Shape } = LOOKS[state];
  return (
    <span className={`chip ${tone}`}>
      <Shape />
      {HOTLINE_STATE_LABELS[state]}
    </span>
  );
}
