import { NOTICE_STATE_LABELS, type NoticeAction, type NoticeState } from '@linli/shared';
import type { ProblemError } from '../../platform/http/problem.js';
import {
  noticeLetThroughAlready,
  noticeNotFound,
  noticeWithdrawnAlready,
  noticeWrongState,
} from './notice.errors.js';

interface Rule {
  from: readonly NoticeState[];
  to: NoticeState;
  /** What is said to whoever comes second. */
  again: { state: NoticeState; problem: () => ProblemError };
}

/**
 * The life of a notice after it was written, on one page. Written, it is published when the check finds nothing in it, and
 * waits otherwise. Withdrawn it stays withdrawn: who has to say it again writes another.
 */
const NOTICE_LIFECYCLE: Record<NoticeAction, Rule> = {
  let_through: {
    from: ['waiting'],
    to: 'published',
    again: { state: 'published', problem: noticeLetThroughAlready },
  },
  withdraw: {
    from: ['published', 'waiting'],
    to: 'withdrawn',
    again: { state: 'withdrawn', problem: noticeWithdrawnAlready },
  },
};

export type NoticeDecision = { ok: true; to: NoticeState } | { ok: false; problem: ProblemError };

/** @param staff holds the action's permission in the notice's community; who does not learns nothing of its state */
export function noticeMay(state: NoticeState, action: NoticeAction, staff: boolean): NoticeDecision {
  const { from, to, again } = NOTICE_LIFECYCLE[action];
  if (!staff) return { ok: false, problem: noticeNotFound() };
  if (from.includes(state)) return { ok: true, to };
  const problem =
    state === again.state ? again.problem() : noticeWrongState({ now: NOTICE_STATE_LABELS[state] });
  return { ok: false, problem };
}
