import {
  INCIDENT_STATE_LABELS,
  type IncidentAction,
  type IncidentDifficulty,
  type IncidentState,
} from '@linli/shared';
import type { ProblemError } from '../../platform/http/problem.js';
import {
  alreadyAccepted,
  alreadyJudged,
  alreadyPublished,
  difficultyNeeded,
  evidenceNeeded,
  incidentNotFound,
  ownWork,
  wrongState,
} from './incident.errors.js';

/** What the rules need to know of an incident. */
export interface LivingIncident {
  state: IncidentState;
  difficulty: IncidentDifficulty | null;
  published: boolean;
  handlerName: string | null;
}

/** What somebody is to one incident, as far as one action is concerned. */
export interface Standing {
  /** Holds the action's permission where the incident happened. */
  staff: boolean;
  reporter: boolean;
  resolver: boolean;
}

export interface ActionInput {
  note?: string | undefined;
  photoIds?: string[] | undefined;
}

type Need = (incident: LivingIncident, input: ActionInput) => ProblemError | null;

interface Rule {
  /** Null: any state. */
  from: readonly IncidentState[] | null;
  to: IncidentState | 'same';
  who: 'staff' | 'reporter';
  /** What must be true of the incident itself; a button shows only when it is. */
  needs: Need;
  /** What must come with the action. */
  asks: Need;
}

const nothing: Need = () => null;
const notJudged: Need = (incident) => (incident.difficulty === null ? null : alreadyJudged());
const judged: Need = (incident) => (incident.difficulty === null ? difficultyNeeded() : null);
const notPublished: Need = (incident) => (incident.published ? alreadyPublished() : null);
const evidence: Need = (_, input) => (input.note || input.photoIds?.length ? null : evidenceNeeded());

/** The life of an incident after it was reported, on one page. domain.md §1. */
export const LIFECYCLE: Record<IncidentAction, Rule> = {
  accept: { from: ['reported'], to: 'accepted', who: 'staff', needs: nothing, asks: nothing },
  judge: { from: ['accepted', 'handling'], to: 'same', who: 'staff', needs: notJudged, asks: nothing },
  dispatch: { from: ['accepted'], to: 'handling', who: 'staff', needs: judged, asks: nothing },
  publish: { from: null, to: 'same', who: 'staff', needs: notPublished, asks: nothing },
  resolve: { from: ['handling'], to: 'resolved', who: 'staff', needs: nothing, asks: evidence },
  confirm: { from: ['resolved'], to: 'closed', who: 'reporter', needs: nothing, asks: nothing },
};

export type Decision = { ok: true; to: IncidentState } | { ok: false; problem: ProblemError };

/** Whether this action may happen now, whatever will come with it. */
export function mayHappen(incident: LivingIncident, action: IncidentAction, standing: Standing): Decision {
  const rule = LIFECYCLE[action];
  // Who has no part in an incident learns nothing of its state.
  if (!standing[rule.who]) return refuse(incidentNotFound());
  if (rule.from !== null && !rule.from.includes(incident.state))
    return refuse(wrongStateFor(incident, action));
  const unmet = rule.needs(incident, {});
  if (unmet !== null) return refuse(unmet);
  if (action === 'confirm' && standing.resolver) return refuse(ownWork());
  return { ok: true, to: rule.to === 'same' ? incident.state : rule.to };
}

/** Whether this action with this input may happen now, and the state it leads to. */
export function decide(
  incident: LivingIncident,
  action: IncidentAction,
  standing: Standing,
  input: ActionInput,
): Decision {
  const decision = mayHappen(incident, action, standing);
  if (!decision.ok) return decision;
  const missing = LIFECYCLE[action].asks(incident, input);
  return missing === null ? decision : refuse(missing);
}

function refuse(problem: ProblemError): Decision {
  return { ok: false, problem };
}

/** Who comes second to accept is told who came first; anything else only hears where the incident stands. */
function wrongStateFor(incident: LivingIncident, action: IncidentAction): ProblemError {
  if (action === 'accept' && incident.handlerName !== null)
    return alreadyAccepted({ by: incident.handlerName });
  return wrongState({ now: INCIDENT_STATE_LABELS[incident.state] });
}
