import { api } from '../../api/client';
import type { IncidentDetail } from '../../api/contract';
import type { Move } from './moves';

type Answer = Promise<{ data?: IncidentDetail; error?: unknown; response: Response }>;

interface DirectMove {
  send: (incident: Moved, actionId: string) => Answer;
  /** What is said once it is done. */
  say: string;
}

/** What is sent on: whose it is, and how much of it was hidden when the button was pressed. */
type Moved = Pick<IncidentDetail, 'id' | 'hiddenPieceCount'>;

const at = ({ id }: Moved) => ({ params: { path: { id } } });

/** The moves that one press does, with nothing to write. */
const DIRECT_MOVES = {
  accept: {
    send: (incident, actionId) =>
      api.POST('/api/incidents/{id}/accept', { ...at(incident), body: { actionId } }),
    say: '您接了这件事',
  },
  judge_simple: judge('simple'),
  judge_complex: judge('complex'),
  judge_hard: judge('hard'),
  dispatch_self: {
    send: (incident, actionId) =>
      api.POST('/api/incidents/{id}/dispatch', { ...at(incident), body: { actionId, route: 'self' } }),
    say: '开始办理了',
  },
  approve_hold: {
    send: (incident, actionId) =>
      api.POST('/api/incidents/{id}/approve-hold', { ...at(incident), body: { actionId } }),
    say: '同意了，从申请的时候停表',
  },
  resume: {
    send: (incident, actionId) =>
      api.POST('/api/incidents/{id}/resume', { ...at(incident), body: { actionId } }),
    say: '接着办了，接着计时',
  },
  publish: {
    send: (incident, actionId) =>
      api.POST('/api/incidents/{id}/publish', {
        ...at(incident),
        body: { actionId, hiddenPieceCount: incident.hiddenPieceCount },
      }),
    say: '邻居能看到文字和照片了',
  },
} as const satisfies Partial<Record<Move, DirectMove>>;

function judge(difficulty: 'simple' | 'complex' | 'hard'): DirectMove {
  return {
    send: (incident, actionId) =>
      api.POST('/api/incidents/{id}/judge', { ...at(incident), body: { actionId, difficulty } }),
    say: '记下了',
  };
}

export function directMove(move: Move): DirectMove | null {
  return move in DIRECT_MOVES ? DIRECT_MOVES[move as keyof typeof DIRECT_MOVES] : null;
}
