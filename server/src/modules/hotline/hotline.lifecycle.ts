import {
  HOTLINE_CORRECTIONS,
  HOTLINE_STATE_LABELS,
  type HotlineAction,
  type HotlineState,
  type HotlineSystemAction,
} from '@linli/shared';
import type { ProblemError } from '../../platform/http/problem.js';
import { orderWrongState, replyCorrectedAlready } from './hotline.errors.js';

/** What the rules need to know of an order. */
export interface LivingOrder {
  state: HotlineState;
  /** How often the present answer was put right. */
  corrections: number;
}

interface Rule {
  from: readonly HotlineState[];
  to: HotlineState;
}

/** The life of an order after it was entered, on one page. */
const HOTLINE_LIFECYCLE: Record<HotlineAction, Rule> = {
  /** In `replied` it puts the answer right. */
  reply: { from: ['to_reply', 'replied'], to: 'replied' },
  report_back: { from: ['replied'], to: 'reported_back' },
};

/** What its incident does to an order. What was handed back stays handed back. */
export const HOTLINE_FOLLOWING: Record<Exclude<HotlineSystemAction, 'overdue'>, Rule> = {
  handled: { from: ['to_handle'], to: 'to_reply' },
  reopened: { from: ['to_reply', 'replied'], to: 'to_handle' },
};

export type HotlineDecision = { ok: true; to: HotlineState } | { ok: false; problem: ProblemError };

export function decideOrder(order: LivingOrder, action: HotlineAction): HotlineDecision {
  const rule = HOTLINE_LIFECYCLE[action];
  if (!rule.from.includes(order.state))
    return { ok: false, problem: orderWrongState({ now: HOTLINE_STATE_LABELS[order.state] }) };
  if (action === 'reply' && order.state === 'replied' && order.corrections >= HOTLINE_CORRECTIONS)
    return { ok: false, problem: replyCorrectedAlready() };
  return { ok: true, to: rule.to };
}

/** What an order does when its incident has an outcome, or has it no longer; null when it stands right already. */
export function following(
  { state }: Pick<LivingOrder, 'state'>,
  incidentHasOutcome: boolean,
): keyof typeof HOTLINE_FOLLOWING | null {
  const step = incidentHasOutcome ? 'handled' : 'reopened';
  return HOTLINE_FOLLOWING[step].from.includes(state) ? step : null;
}
