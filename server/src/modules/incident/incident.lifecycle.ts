import {
  type CheckBackOutcome,
  INCIDENT_STATE_LABELS,
  type IncidentAction,
  type IncidentDifficulty,
  type IncidentRoute,
  type IncidentState,
  type IncidentSystemAction,
  OPEN_INCIDENT_STATES,
} from '@linli/shared';
import type { ProblemError } from '../../platform/http/problem.js';
import {
  alreadyAccepted,
  alreadyCheckedBack,
  alreadyJudged,
  alreadyLocated,
  alreadyPlanned,
  alreadyPublished,
  difficultyNeeded,
  evidenceNeeded,
  holdPending,
  incidentNotFound,
  noHoldPending,
  notHard,
  noVoice,
  ownCheckBack,
  ownHold,
  ownWork,
  planNeeded,
  tasksOpen,
  wrongState,
} from './incident.errors.js';

/** What the rules need to know of an incident. What is said of a round begins anew when the reporter says it is not done. */
export interface LivingIncident {
  state: IncidentState;
  difficulty: IncidentDifficulty | null;
  published: boolean;
  /** Texts and pictures that neighbours may not see yet. */
  hiddenPieces: number;
  /** Otherwise nobody knows where it is but in words. */
  placeKnown: boolean;
  /** Something was said instead of written. */
  spoken: boolean;
  handlerName: string | null;
  /** A hard one has its plan for this round. */
  planned: boolean;
  /** Somebody asked to hold it, and nobody has decided. */
  holdPending: boolean;
  /** Tasks of others that are not over. */
  openTasks: number;
  /** Somebody asked the reporter afterwards, in this round. */
  checkedBack: boolean;
}

/** What somebody is to one incident, as far as one action is concerned. */
export interface Standing {
  /** Holds the action's permission where the incident happened. */
  staff: boolean;
  reporter: boolean;
  handler: boolean;
  resolver: boolean;
  /** Asked for the hold that waits to be decided. */
  holdRequester: boolean;
}

export interface ActionInput {
  note?: string | undefined;
  photoIds?: string[] | undefined;
  route?: IncidentRoute | undefined;
  outcome?: CheckBackOutcome | undefined;
}

type Refusal = () => ProblemError;
type Need = (incident: LivingIncident, input: ActionInput) => Refusal | null;
/** What one can be to an incident that may bar one from judging it. */
const PARTS = ['handler', 'resolver', 'holdRequester'] as const;
type Destination = IncidentState | 'same' | ((incident: LivingIncident, input: ActionInput) => IncidentState);

interface Rule {
  /** Null: any state. */
  from: readonly IncidentState[] | null;
  to: Destination;
  who: 'staff' | 'reporter';
  /** Who may not, although they otherwise could: one's own work is judged by somebody else. */
  never: Partial<Record<(typeof PARTS)[number], Refusal>>;
  /** What must be true of the incident itself; a button shows only when it is. */
  needs: Need[];
  /** What must come with the action. */
  asks: Need[];
}

const rule = (given: Pick<Rule, 'from' | 'to' | 'who'> & Partial<Rule>): Rule => ({
  never: {},
  needs: [],
  asks: [],
  ...given,
});
const unless = (met: (incident: LivingIncident) => boolean, problem: Refusal): Need => {
  return (incident) => (met(incident) ? null : problem);
};

const notJudged = unless(({ difficulty }) => difficulty === null, alreadyJudged);
const judged = unless(({ difficulty }) => difficulty !== null, difficultyNeeded);
const hard = unless(({ difficulty }) => difficulty === 'hard', notHard);
const notPlanned = unless(({ planned }) => !planned, alreadyPlanned);
const plannedIfHard = unless(({ difficulty, planned }) => difficulty !== 'hard' || planned, planNeeded);
const somethingHidden = unless(({ hiddenPieces }) => hiddenPieces > 0, alreadyPublished);
const placeUnknown = unless(({ placeKnown }) => !placeKnown, alreadyLocated);
const somethingSaid = unless(({ spoken }) => spoken, noVoice);
const noHoldAsked = unless((incident) => !incident.holdPending, holdPending);
const holdAsked = unless((incident) => incident.holdPending, noHoldPending);
const notCheckedBack = unless(({ checkedBack }) => !checkedBack, alreadyCheckedBack);
const tasksOver: Need = ({ openTasks }) => (openTasks === 0 ? null : () => tasksOpen({ count: openTasks }));
const evidence: Need = (_, { note, photoIds }) => (note || photoIds?.length ? null : evidenceNeeded);
/** Nobody takes over by themselves what others are still at. */
const tasksOverForSelf: Need = (incident, input) =>
  input.route === 'self' ? tasksOver(incident, input) : null;

/** Whoever reported and is still not content has it worked on again. */
const reopenedIfUnsatisfied: Destination = ({ state }, { outcome }) =>
  state === 'resolved' && outcome === 'unsatisfied' ? 'handling' : state;

/** The life of an incident after it was reported, on one page. domain.md §1. */
export const LIFECYCLE: Record<IncidentAction, Rule> = {
  accept: rule({ from: ['reported'], to: 'accepted', who: 'staff' }),
  judge: rule({ from: ['accepted', 'handling'], to: 'same', who: 'staff', needs: [notJudged] }),
  plan: rule({ from: ['accepted', 'handling'], to: 'same', who: 'staff', needs: [hard, notPlanned] }),
  dispatch: rule({
    from: ['accepted', 'handling'],
    to: 'handling',
    who: 'staff',
    needs: [judged, plannedIfHard],
    asks: [tasksOverForSelf],
  }),
  request_hold: rule({ from: ['handling'], to: 'same', who: 'staff', needs: [noHoldAsked] }),
  approve_hold: rule({
    from: ['handling'],
    to: 'held',
    who: 'staff',
    needs: [holdAsked],
    never: { holdRequester: ownHold },
  }),
  refuse_hold: rule({
    from: ['handling'],
    to: 'same',
    who: 'staff',
    needs: [holdAsked],
    never: { holdRequester: ownHold },
  }),
  resume: rule({ from: ['held'], to: 'handling', who: 'staff' }),
  // What came back to the queue may still have others at work on it.
  reject: rule({ from: ['reported', 'accepted'], to: 'rejected', who: 'staff', needs: [tasksOver] }),
  merge: rule({
    from: ['reported', 'accepted', 'handling'],
    to: 'merged',
    who: 'staff',
    needs: [noHoldAsked, tasksOver],
  }),
  publish: rule({ from: null, to: 'same', who: 'staff', needs: [somethingHidden] }),
  // What is over keeps the place it had.
  locate: rule({ from: OPEN_INCIDENT_STATES, to: 'same', who: 'staff', needs: [placeUnknown] }),
  transcribe: rule({ from: null, to: 'same', who: 'staff', needs: [somethingSaid] }),
  resolve: rule({
    from: ['handling'],
    to: 'resolved',
    who: 'staff',
    needs: [noHoldAsked, tasksOver],
    asks: [evidence],
  }),
  confirm: rule({ from: ['resolved'], to: 'closed', who: 'reporter', never: { resolver: ownWork } }),
  dispute: rule({ from: ['resolved'], to: 'handling', who: 'reporter' }),
  check_back: rule({
    from: ['resolved', 'closed'],
    to: reopenedIfUnsatisfied,
    who: 'staff',
    needs: [notCheckedBack],
    never: { handler: ownCheckBack, resolver: ownCheckBack },
  }),
};

/** What happens by itself: no permission, only a state to come from. */
export const SYSTEM_LIFECYCLE: Record<
  IncidentSystemAction,
  { from: readonly IncidentState[]; to: IncidentState | 'same' }
> = {
  absorb: { from: OPEN_INCIDENT_STATES, to: 'same' },
  escalate: { from: OPEN_INCIDENT_STATES, to: 'same' },
  lapse_hold: { from: ['handling'], to: 'same' },
  close_silently: { from: ['resolved'], to: 'closed' },
  requeue: { from: OPEN_INCIDENT_STATES, to: 'reported' },
  hand_over: { from: ['accepted', 'handling', 'held'], to: 'same' },
};

export type Decision = { ok: true; to: IncidentState } | { ok: false; problem: ProblemError };

/** Whether this action may happen now, whatever will come with it. Lists ask this of every row: no refusal is put into words. */
export function mayHappen(incident: LivingIncident, action: IncidentAction, standing: Standing): boolean {
  return typeof follow(incident, action, standing, {}, LIFECYCLE[action].needs) !== 'function';
}

/** Whether this action with this input may happen now, and the state it leads to. */
export function decide(
  incident: LivingIncident,
  action: IncidentAction,
  standing: Standing,
  input: ActionInput,
): Decision {
  const { needs, asks } = LIFECYCLE[action];
  const next = follow(incident, action, standing, input, [...needs, ...asks]);
  return typeof next === 'function' ? { ok: false, problem: next() } : { ok: true, to: next };
}

/** The state it leads to, or what makes the refusal: an error with its stack is dear, and most are never told. */
function follow(
  incident: LivingIncident,
  action: IncidentAction,
  standing: Standing,
  input: ActionInput,
  needs: Need[],
): IncidentState | Refusal {
  const { from, to, who, never } = LIFECYCLE[action];
  // Who has no part in an incident learns nothing of its state.
  if (!standing[who]) return incidentNotFound;
  if (from !== null && !from.includes(incident.state)) return () => wrongStateFor(incident, action);
  for (const need of needs) {
    const unmet = need(incident, input);
    if (unmet !== null) return unmet;
  }
  for (const part of PARTS) {
    const barred = never[part];
    if (barred !== undefined && standing[part]) return barred;
  }
  if (typeof to === 'function') return to(incident, input);
  return to === 'same' ? incident.state : to;
}

/** Who comes second to accept is told who came first; anything else only hears where the incident stands. */
function wrongStateFor(incident: LivingIncident, action: IncidentAction): ProblemError {
  if (action === 'accept' && incident.handlerName !== null)
    return alreadyAccepted({ by: incident.handlerName });
  return wrongState({ now: INCIDENT_STATE_LABELS[incident.state] });
}
