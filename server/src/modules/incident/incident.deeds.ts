import type { SignedInActor } from '../../platform/auth/actor.js';
import type { ResolvedPlace } from '../area/index.js';
import type {
  AcceptIncidentDto,
  CheckBackIncidentDto,
  ConfirmIncidentDto,
  DispatchIncidentDto,
  DisputeIncidentDto,
  JudgeIncidentDto,
  LocateIncidentDto,
  PublishIncidentDto,
  ReasonedIncidentDto,
  ResolveIncidentDto,
} from './dto/incident-action.dto.js';
import type { Act } from './incident.acts.js';
import type { Incident } from './incident.entity.js';
import { moreToLookAt, placeElsewhere } from './incident.errors.js';

/** What each thing that people do to an incident brings and changes, wherever and whenever it is done. */

export const accepting = (actor: SignedInActor, body: AcceptIncidentDto): Act => ({
  action: 'accept',
  body,
  input: { note: body.note },
  change: () => ({ handlerId: actor.personId, handlerName: actor.name }),
});

export const judging = (body: JudgeIncidentDto): Act => ({
  action: 'judge',
  body,
  input: { note: body.note },
  data: { difficulty: body.difficulty },
  change: () => ({ difficulty: body.difficulty }),
});

/** To whom, if to anybody besides, is written down by whoever dispatches. */
export const dispatching = (body: DispatchIncidentDto): Act => ({
  action: 'dispatch',
  body,
  input: { note: body.note, route: body.route },
  data: { route: body.route },
  change: () => ({ route: body.route }),
});

/** Where it is, found after it was told in words only; from then on it lies as if it had been reported there. */
export const locating = (body: LocateIncidentDto, place: ResolvedPlace): Act => ({
  action: 'locate',
  body,
  data: { placeLabel: place.placeLabel, toGridId: place.gridId },
  check: ({ communityId }) => {
    if (place.communityId !== communityId) throw placeElsewhere();
  },
  change: () => place,
});

export const rejecting = (body: ReasonedIncidentDto): Act => ({
  action: 'reject',
  body,
  input: { note: body.reason },
});

export const publishing = (body: PublishIncidentDto): Act => ({
  action: 'publish',
  body,
  check: ({ hiddenPieceCount }) => {
    if (hiddenPieceCount > (body.hiddenPieceCount ?? hiddenPieceCount)) throw moreToLookAt();
  },
  change: ({ publishedAt }, { now }) => ({ publishedAt: publishedAt ?? now, hiddenPieceCount: 0 }),
});

export const resolving = (actor: SignedInActor, body: ResolveIncidentDto): Act => ({
  action: 'resolve',
  body,
  input: { note: body.note, photoIds: body.photoIds },
  change: (_, { now }) => ({ resolverId: actor.personId, resolvedAt: now }),
});

export const confirming = (body: ConfirmIncidentDto): Act => ({
  action: 'confirm',
  body,
  input: { note: body.note },
  data: { rating: body.rating },
  change: (_, { now }) => ({ rating: body.rating, closedAt: now }),
});

/** The reporter says it is not done: it goes on, in a new round with clocks of its own. */
export const disputing = (body: DisputeIncidentDto): Act => ({
  action: 'dispute',
  body,
  input: { note: body.note },
  change: nextRound,
});

/** Somebody other than the handler asked the reporter; who is still not content has it worked on again. */
export const checkingBack = (body: CheckBackIncidentDto): Act => ({
  action: 'check_back',
  body,
  input: { note: body.note, outcome: body.outcome },
  data: { outcome: body.outcome },
  change: (incident, context) =>
    incident.state === 'resolved' && body.outcome === 'unsatisfied'
      ? nextRound(incident)
      : { checkedBackAt: context.now },
});

function nextRound({ round }: Incident): Partial<Incident> {
  return {
    round: round + 1,
    planDueAt: null,
    resolverId: null,
    resolvedAt: null,
    checkedBackAt: null,
  };
}
