import { INCIDENT_STATE_LABELS, OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { ContentGate } from '../content/index.js';
import type {
  AcceptIncidentDto,
  CheckBackIncidentDto,
  ConfirmIncidentDto,
  DispatchIncidentDto,
  DisputeIncidentDto,
  JudgeIncidentDto,
  MergeIncidentDto,
  PlanIncidentDto,
  PublishIncidentDto,
  ReasonedIncidentDto,
  ResolveIncidentDto,
  TranscribeIncidentDto,
} from './dto/incident-action.dto.js';
import type { ReportForResidentDto, ReportIncidentDto } from './dto/report-incident.dto.js';
import { type ActContext, IncidentActs } from './incident.acts.js';
import type { Incident } from './incident.entity.js';
import {
  mergeIntoItself,
  mergeTargetOver,
  mergeTargetUnfit,
  moreToLookAt,
  planDateUnfit,
} from './incident.errors.js';
import { IncidentFollowers } from './incident.followers.js';
import { IncidentReports } from './incident.reports.js';
import { IncidentTasks } from './tasks/incident-tasks.js';

const YEAR_MS = 365 * 24 * 3_600_000;

/** One method for each thing a person does to an incident: what it brings, and what it changes besides the state. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly acts: IncidentActs,
    private readonly reports: IncidentReports,
    private readonly gate: ContentGate,
    private readonly followers: IncidentFollowers,
    private readonly tasks: IncidentTasks,
  ) {}

  report(actor: SignedInActor, report: ReportIncidentDto): Promise<{ created: boolean }> {
    return this.reports.receive(actor, report);
  }

  reportFor(actor: SignedInActor, report: ReportForResidentDto): Promise<{ created: boolean }> {
    return this.reports.receiveFor(actor, report);
  }

  accept(actor: SignedInActor, id: string, body: AcceptIncidentDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'accept',
      body,
      input: { note: body.note },
      change: () => ({ handlerId: actor.personId, handlerName: actor.name }),
    });
  }

  judge(actor: SignedInActor, id: string, body: JudgeIncidentDto): Promise<void> {
    const { note, difficulty } = body;
    return this.acts.act(actor, id, {
      action: 'judge',
      body,
      input: { note },
      data: { difficulty },
      change: () => ({ difficulty }),
    });
  }

  /** Says what will be done about a hard one, and by when. */
  plan(actor: SignedInActor, id: string, body: PlanIncidentDto): Promise<void> {
    const dueAt = new Date(body.dueAt);
    return this.acts.act(actor, id, {
      action: 'plan',
      body,
      input: { note: body.note },
      data: { dueAt: dueAt.toISOString() },
      check: (_, { now }) => {
        if (dueAt <= now || dueAt.getTime() > now.getTime() + YEAR_MS) throw planDateUnfit();
      },
      change: () => ({ planDueAt: dueAt }),
    });
  }

  dispatch(actor: SignedInActor, id: string, body: DispatchIncidentDto): Promise<void> {
    const { note, route, tasks = [] } = body;
    const specs = tasks.map(({ dueAt, lead, ...task }) => ({
      ...task,
      dueAt: new Date(dueAt),
      lead: route === 'joint' && lead === true,
    }));
    return this.acts.act(actor, id, {
      action: 'dispatch',
      body,
      input: { note, route },
      data: { route },
      change: () => ({ route }),
      also: (tx, incident, { now }) => this.tasks.create(tx, incident, actor, specs, now),
    });
  }

  requestHold(actor: SignedInActor, id: string, body: ReasonedIncidentDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'request_hold',
      body,
      input: { note: body.reason },
      change: (_, { now }) => ({ holdRequestedAt: now, holdRequestedBy: actor.personId }),
    });
  }

  /** The clocks stand still from when the hold was asked for, not from now. */
  approveHold(actor: SignedInActor, id: string, body: AcceptIncidentDto): Promise<void> {
    return this.acts.act(actor, id, { action: 'approve_hold', body, input: { note: body.note } });
  }

  refuseHold(actor: SignedInActor, id: string, body: ReasonedIncidentDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'refuse_hold',
      body,
      input: { note: body.reason },
      change: () => NO_HOLD,
    });
  }

  resume(actor: SignedInActor, id: string, body: AcceptIncidentDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'resume',
      body,
      input: { note: body.note },
      change: () => NO_HOLD,
    });
  }

  reject(actor: SignedInActor, id: string, body: ReasonedIncidentDto): Promise<void> {
    return this.acts.act(actor, id, { action: 'reject', body, input: { note: body.reason } });
  }

  /** Ends this incident in favour of another about the same thing. Only an open one can be gone into, so no ring can close. */
  merge(actor: SignedInActor, id: string, body: MergeIncidentDto): Promise<void> {
    const { intoId, note } = body;
    if (intoId === id) throw mergeIntoItself();
    return this.acts.act(actor, id, {
      action: 'merge',
      body,
      input: { note },
      data: { otherIncidentId: intoId },
      otherId: intoId,
      check: (incident, { other }) => assertMayGoInto(actor, incident, other),
      change: () => ({ mergedIntoId: intoId }),
      also: async (tx, incident, { other, now }) => {
        if (other === null) throw mergeTargetUnfit();
        await this.acts.bySystem(tx, other, {
          action: 'absorb',
          at: now,
          data: { otherIncidentId: incident.id },
        });
        await this.followers.moveTo(tx, incident.id, other.id, incident.reporterId, now);
      },
    });
  }

  publish(actor: SignedInActor, id: string, body: PublishIncidentDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'publish',
      body,
      check: ({ hiddenPieceCount }) => {
        if (hiddenPieceCount > (body.hiddenPieceCount ?? hiddenPieceCount)) throw moreToLookAt();
      },
      change: ({ publishedAt }, { now }) => ({ publishedAt: publishedAt ?? now, hiddenPieceCount: 0 }),
      also: (tx, incident, { now }) =>
        this.gate.letThrough(tx, { type: 'incident', id: incident.id }, actor.personId, now),
    });
  }

  /** Writes down what the recording says. Written down again, the first words count for nothing any more. */
  transcribe(actor: SignedInActor, id: string, body: TranscribeIncidentDto): Promise<void> {
    let before: string | null = null;
    return this.acts.act(actor, id, {
      action: 'transcribe',
      body,
      input: { note: body.words },
      change: ({ voiceWordsId }) => {
        before = voiceWordsId;
        return { voiceWords: body.words, voiceWordsId: body.actionId };
      },
      also: async (tx, incident) => {
        if (before === null) return;
        await this.gate.withdraw(tx, before);
        incident.hiddenPieceCount = await this.gate.hiddenCount(tx, { type: 'incident', id: incident.id });
      },
    });
  }

  resolve(actor: SignedInActor, id: string, body: ResolveIncidentDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'resolve',
      body,
      input: { note: body.note, photoIds: body.photoIds },
      change: (_, { now }) => ({ resolverId: actor.personId, resolvedAt: now }),
    });
  }

  confirm(actor: SignedInActor, id: string, body: ConfirmIncidentDto): Promise<void> {
    const { note, rating } = body;
    return this.acts.act(actor, id, {
      action: 'confirm',
      body,
      input: { note },
      data: { rating },
      change: (_, { now }) => ({ rating, closedAt: now }),
    });
  }

  /** The reporter says it is not done: it goes on, in a new round with clocks of its own. */
  dispute(actor: SignedInActor, id: string, body: DisputeIncidentDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'dispute',
      body,
      input: { note: body.note },
      change: nextRound,
    });
  }

  /** Somebody other than the handler asked the reporter; who is still not content has it worked on again. */
  checkBack(actor: SignedInActor, id: string, body: CheckBackIncidentDto): Promise<void> {
    const { note, outcome } = body;
    return this.acts.act(actor, id, {
      action: 'check_back',
      body,
      input: { note, outcome },
      data: { outcome },
      change: (incident, context) =>
        incident.state === 'resolved' && outcome === 'unsatisfied'
          ? nextRound(incident)
          : { checkedBackAt: context.now },
    });
  }
}

const NO_HOLD = { holdRequestedAt: null, holdRequestedBy: null } satisfies Partial<Incident>;

function nextRound({ round }: Incident): Partial<Incident> {
  return {
    round: round + 1,
    planDueAt: null,
    resolverId: null,
    resolvedAt: null,
    checkedBackAt: null,
  };
}

function assertMayGoInto(actor: SignedInActor, incident: Incident, other: ActContext['other']): void {
  const reachable = other !== null && scopeCovers(scopeOf(actor, 'incident.merge'), other);
  if (!reachable || other.communityId !== incident.communityId) throw mergeTargetUnfit();
  if (!(OPEN_INCIDENT_STATES as readonly string[]).includes(other.state))
    throw mergeTargetOver({ now: INCIDENT_STATE_LABELS[other.state] });
}
