import type { IncidentAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { PhotoService } from '../photo/index.js';
import type {
  AcceptIncidentDto,
  ConfirmIncidentDto,
  DispatchIncidentDto,
  JudgeIncidentDto,
  PublishIncidentDto,
  ResolveIncidentDto,
} from './dto/incident-action.dto.js';
import type { ReportIncidentDto } from './dto/report-incident.dto.js';
import { IncidentCategories } from './incident.categories.js';
import { IncidentClocks } from './incident.clocks.js';
import { Incident } from './incident.entity.js';
import { incidentNotFound } from './incident.errors.js';
import { decide } from './incident.lifecycle.js';
import { sightOf, standingOf } from './incident.policy.js';
import { IncidentReports } from './incident.reports.js';
import { governed } from './incident.rows.js';
import { appendAction, findAction } from './incident.timeline.js';
import type { IncidentActionData } from './incident-action.entity.js';

/** What an action brings, and what it changes besides the state. */
interface Act {
  action: IncidentAction;
  body: { actionId: string; note?: string; photoIds?: string[] };
  data: IncidentActionData;
  change: (incident: Incident, now: Date) => Partial<Incident>;
}

/** One method for each thing a person does to an incident: load and lock, decide, save, record. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly categories: IncidentCategories,
    private readonly clocks: IncidentClocks,
    private readonly photos: PhotoService,
    private readonly reports: IncidentReports,
  ) {}

  report(actor: SignedInActor, report: ReportIncidentDto): Promise<{ created: boolean }> {
    return this.reports.receive(actor, report);
  }

  accept(actor: SignedInActor, id: string, body: AcceptIncidentDto): Promise<void> {
    return this.act(actor, id, {
      action: 'accept',
      body,
      data: {},
      change: () => ({ handlerId: actor.personId, handlerName: actor.name }),
    });
  }

  judge(actor: SignedInActor, id: string, body: JudgeIncidentDto): Promise<void> {
    const { difficulty } = body;
    return this.act(actor, id, {
      action: 'judge',
      body,
      data: { difficulty },
      change: () => ({ difficulty }),
    });
  }

  dispatch(actor: SignedInActor, id: string, body: DispatchIncidentDto): Promise<void> {
    const { route } = body;
    return this.act(actor, id, { action: 'dispatch', body, data: { route }, change: () => ({ route }) });
  }

  publish(actor: SignedInActor, id: string, body: PublishIncidentDto): Promise<void> {
    return this.act(actor, id, {
      action: 'publish',
      body,
      data: {},
      change: (_, now) => ({ publishedAt: now }),
    });
  }

  resolve(actor: SignedInActor, id: string, body: ResolveIncidentDto): Promise<void> {
    return this.act(actor, id, {
      action: 'resolve',
      body,
      data: {},
      change: (_, now) => ({ resolverId: actor.personId, resolvedAt: now }),
    });
  }

  confirm(actor: SignedInActor, id: string, body: ConfirmIncidentDto): Promise<void> {
    const { rating } = body;
    return this.act(actor, id, {
      action: 'confirm',
      body,
      data: { rating },
      change: (_, now) => ({ rating, closedAt: now }),
    });
  }

  private async act(actor: SignedInActor, incidentId: string, act: Act): Promise<void> {
    if (!isUuidV7(incidentId)) throw incidentNotFound();
    const hash = requestHash({ incidentId, action: act.action, ...act.body });
    const categories = await this.categories.byCode();
    try {
      await this.database.transaction(async (tx) => {
        const incident = await this.lock(tx, incidentId);
        const facts = governed(incident);
        const visibility = categories.get(incident.categoryCode)?.visibility ?? 'staff';
        if (sightOf(actor, facts, visibility) === 'none') throw incidentNotFound();

        const before = await findAction(tx, act.body.actionId);
        if (before !== null) {
          // The lock is held, so whoever sent this first has finished, and their result is what stands.
          if (before.actorPersonId === actor.personId && before.requestHash === hash) return;
          throw idUsedDifferently();
        }

        const standing = standingOf(actor, facts, act.action);
        const decision = decide(facts, act.action, standing, act.body);
        if (!decision.ok) throw decision.problem;
        const now = this.clock.now();
        Object.assign(incident, act.change(incident, now), { state: decision.to });
        await this.record(tx, incident, actor, act, hash, now);
      });
    } catch (error) {
      // The same action id raced in on another incident.
      if (isDuplicate(error)) throw idUsedDifferently();
      throw error;
    }
  }

  private async lock(tx: EntityManager, id: string): Promise<Incident> {
    const incident = await tx
      .getRepository(Incident)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (incident === null) throw incidentNotFound();
    return incident;
  }

  private async record(
    tx: EntityManager,
    incident: Incident,
    actor: SignedInActor,
    { action, body, data }: Act,
    hash: string,
    now: Date,
  ): Promise<void> {
    const photoIds = body.photoIds ?? [];
    await appendAction(tx, {
      id: body.actionId,
      incident,
      actor,
      action,
      at: now,
      note: body.note || null,
      photoIds,
      data,
      requestHash: hash,
    });
    await this.photos.claim(tx, photoIds, actor.personId, {
      type: 'incident',
      id: incident.id,
      stage: action,
    });
    incident.nextDueAt = await this.clocks.recompute(tx, incident, now);
    await tx.getRepository(Incident).save(incident);
  }
}
