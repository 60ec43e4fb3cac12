import { INCIDENT_STATE_LABELS, OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { PlaceResolver } from '../area/index.js';
import { ContentGate } from '../content/index.js';
import type {
  AcceptIncidentDto,
  CheckBackIncidentDto,
  ConfirmIncidentDto,
  DispatchIncidentDto,
  DisputeIncidentDto,
  JudgeIncidentDto,
  LocateIncidentDto,
  MergeIncidentDto,
  PlanIncidentDto,
  PublishIncidentDto,
  ReasonedIncidentDto,
  ResolveIncidentDto,
  TranscribeIncidentDto,
} from './dto/incident-action.dto.js';
import type { ReportForResidentDto, ReportIncidentDto } from './dto/report-incident.dto.js';
import { type ActContext, IncidentActs } from './incident.acts.js';
import {
  accepting,
  checkingBack,
  confirming,
  dispatching,
  disputing,
  judging,
  locating,
  publishing,
  rejecting,
  resolving,
} from './incident.deeds.js';
import type { Incident } from './incident.entity.js';
import {
  mergeIntoItself,
  mergeTargetOver,
  mergeTargetUnfit,
  placeNeeded,
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
    private readonly places: PlaceResolver,
  ) {}

  report(actor: SignedInActor, report: ReportIncidentDto): Promise<{ created: boolean }> {
    return this.reports.receive(actor, report);
  }

  reportFor(actor: SignedInActor, report: ReportForResidentDto): Promise<{ created: boolean }> {
    return this.reports.receiveFor(actor, report);
  }

  accept(actor: SignedInActor, id: string, body: AcceptIncidentDto): Promise<void> {
    return this.acts.act(actor, id, accepting(actor, body));
  }

  judge(actor: SignedInActor, id: string, body: JudgeIncidentDto): Promise<void> {
    return this.acts.act(actor, id, judging(body));
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
    const { route, tasks = [] } = body;
    const specs = tasks.map(({ dueAt, lead, ...task }) => ({
      ...task,
      dueAt: new Date(dueAt),
      lead: route === 'joint' && lead === true,
    }));
    return this.acts.act(actor, id, {
      ...dispatching(body),
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
    return this.acts.act(actor, id, rejecting(body));
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
      ...publishing(body),
      also: (tx, incident, { now }) =>
        this.gate.letThrough(tx, { type: 'incident', id: incident.id }, actor.personId, now),
    });
  }

  /** Says where it is, of what was told in words only. */
  async locate(actor: SignedInActor, id: string, body: LocateIncidentDto): Promise<void> {
    const { placeId, buildingId, location } = body;
    if ([placeId, buildingId, location].every((one) => one === undefined)) throw placeNeeded();
    const place = await this.places.resolve({ placeId, buildingId, location });
    return this.acts.act(actor, id, locating(body, place));
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
    return this.acts.act(actor, id, resolving(actor, body));
  }

  confirm(actor: SignedInActor, id: string, body: ConfirmIncidentDto): Promise<void> {
    return this.acts.act(actor, id, confirming(body));
  }

  dispute(actor: SignedInActor, id: string, body: DisputeIncidentDto): Promise<void> {
    return this.acts.act(actor, id, disputing(body));
  }

  checkBack(actor: SignedInActor, id: string, body: CheckBackIncidentDto): Promise<void> {
    return this.acts.act(actor, id, checkingBack(body));
  }
}

const NO_HOLD = { holdRequestedAt: null, holdRequestedBy: null } satisfies Partial<Incident>;

function assertMayGoInto(actor: SignedInActor, incident: Incident, other: ActContext['other']): void {
  const reachable = other !== null && scopeCovers(scopeOf(actor, 'incident.merge'), other);
  if (!reachable || other.communityId !== incident.communityId) throw mergeTargetUnfit();
  if (!(OPEN_INCIDENT_STATES as readonly string[]).includes(other.state))
    throw mergeTargetOver({ now: INCIDENT_STATE_LABELS[other.state] });
}
