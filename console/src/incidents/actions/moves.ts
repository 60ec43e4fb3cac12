import {
  INCIDENT_ACTION_LABELS,
  INCIDENT_DIFFICULTY_LABELS,
  type IncidentAction,
  OPEN_TASK_STATES,
} from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';

/** One thing a button can do. Judging is three answers and dispatching three routes, so each is a move of its own. */
export type Move =
  | Exclude<IncidentAction, 'judge' | 'dispatch'>
  | 'judge_simple'
  | 'judge_complex'
  | 'judge_hard'
  | 'dispatch_self'
  | 'dispatch_assisted'
  | 'dispatch_joint';

/** What brings an incident on comes first; what only some incidents need comes last. */
const IN_ORDER: readonly Move[] = [
  'confirm',
  'dispute',
  'approve_hold',
  'refuse_hold',
  'resume',
  'accept',
  'judge_simple',
  'judge_complex',
  'judge_hard',
  'plan',
  'resolve',
  'check_back',
  'dispatch_self',
  'dispatch_assisted',
  'request_hold',
  'dispatch_joint',
  'locate',
  'merge',
  'reject',
  'transcribe',
  'publish',
];

/** Only these are ever the one solid button: they are what somebody waits for. Most incidents are simple and done by ourselves. */
const LEADERS: ReadonlySet<Move> = new Set<Move>([
  'confirm',
  'approve_hold',
  'resume',
  'accept',
  'judge_simple',
  'plan',
  'resolve',
  'check_back',
  'dispatch_self',
]);

const BESIDE = 2;

export interface Moves {
  lead: Move | null;
  /** The two likely ones after it. */
  beside: Move[];
  /** Behind 「⋯」. */
  more: Move[];
}

export const MOVE_LABELS: Record<Move, string> = {
  ...INCIDENT_ACTION_LABELS,
  judge_simple: INCIDENT_DIFFICULTY_LABELS.simple,
  judge_complex: INCIDENT_DIFFICULTY_LABELS.complex,
  judge_hard: INCIDENT_DIFFICULTY_LABELS.hard,
  dispatch_self: '自己办',
  dispatch_assisted: '请人帮办',
  dispatch_joint: '请部门联办',
};

export function actionOf(move: Move): IncidentAction {
  if (move.startsWith('judge_')) return 'judge';
  if (move.startsWith('dispatch_')) return 'dispatch';
  return move as IncidentAction;
}

type Known = Pick<IncidentDetail, 'allowedActions' | 'state' | 'route' | 'tasks'>;

/** Whose part of it is still to be done. */
export function stillAtIt(tasks: IncidentDetail['tasks']): string[] {
  return tasks
    .filter(({ state }) => (OPEN_TASK_STATES as readonly string[]).includes(state))
    .map(({ organisationName }) => organisationName);
}

/** The server has the word; left out is only taking on by ourselves what we, or others still, are at. */
function isOffered({ allowedActions, state, route, tasks }: Known, move: Move): boolean {
  if (!allowedActions.includes(actionOf(move))) return false;
  if (move !== 'dispatch_self') return true;
  return stillAtIt(tasks).length === 0 && (state !== 'handling' || route !== 'self');
}

/** What can be done now, in the order in which it is likely wanted. */
export function movesOf(incident: Known): Moves {
  const [first, ...others] = IN_ORDER.filter((move) => isOffered(incident, move));
  const lead = first !== undefined && LEADERS.has(first) ? first : null;
  const rest = first === undefined || lead !== null ? others : [first, ...others];
  return { lead, beside: rest.slice(0, BESIDE), more: rest.slice(BESIDE) };
}
