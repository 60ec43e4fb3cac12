import type { IncidentAction, IncidentSystemAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../platform/idempotency/sent-before.js';
import { newId } from '../../platform/ids/new-id.js';
import { PhotoService } from '../photo/index.js';
import { IncidentCategories } from './incident.categories.js';
import { IncidentClocks } from './incident.clocks.js';
import { Incident } from './incident.entity.js';
import { incidentNotFound, mergeTargetUnfit } from './incident.errors.js';
import { type ActionInput, decide, SYSTEM_LIFECYCLE } from './incident.lifecycle.js';
import { sightOf, standingOf } from './incident.policy.js';
import { governed } from './incident.rows.js';
import { IncidentTimeline } from './incident.timeline.js';
import type { IncidentActionData } from './incident-action.entity.js';

/** What an action knows when it changes the row. */
export interface ActContext {
  actor: SignedInActor;
  now: Date;
  /** The other incident, where the action concerns two. */
  other: Incident | null;
}

/** What an action brings, and what it changes besides the state. */
export interface Act {
  action: IncidentAction;
  body: { actionId: string };
  /** What stands on the timeline and what the lifecycle asks for. */
  input?: ActionInput;
  data?: IncidentActionData;
  /** The id of another incident that is locked along with this one. */
  otherId?: string;
  /** Refuses what only shows once the row is locked; throws a problem. */
  check?: (incident: Incident, context: ActContext) => void;
  change?: (incident: Incident, context: ActContext) => Partial<Incident>;
  /** What else the action writes, in the same transaction. */
  also?: (tx: EntityManager, incident: Incident, context: ActContext) => Promise<void>;
}

/** What happens by itself to a locked incident. */
export interface SystemAct {
  action: IncidentSystemAction;
  at: Date;
  data?: IncidentActionData;
  change?: Partial<Incident>;
}

/** How every action on an incident goes: load and lock, decide, change, record, all or nothing; sent twice it is one. */
@Injectable()
export class IncidentActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly categories: IncidentCategories,
    private readonly clocks: IncidentClocks,
    private readonly timeline: IncidentTimeline,
    private readonly photos: PhotoService,
  ) {}

  async act(actor: SignedInActor, incidentId: string, act: Act): Promise<void> {
    if (!isUuidV7(incidentId)) throw incidentNotFound();
    const hash = requestHash({ incidentId, action: act.action, ...act.body });
    const categories = await this.categories.byCode();
    await withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        const { incident, other } = await this.lock(tx, incidentId, act.otherId);
        const facts = governed(incident);
        const visibility = categories.get(incident.categoryCode)?.visibility ?? 'staff';
        if (sightOf(actor, facts, visibility) === 'none') throw incidentNotFound();

        if (doneBefore(await this.timeline.find(tx, act.body.actionId), actor.personId, hash)) return;

        const decision = decide(facts, act.action, standingOf(actor, facts, act.action), act.input ?? {});
        if (!decision.ok) throw decision.problem;
        if (act.otherId !== undefined && other === null) throw mergeTargetUnfit();
        const context = { actor, now: this.clock.now(), other };
        act.check?.(incident, context);
        Object.assign(incident, act.change?.(incident, context), { state: decision.to });
        await this.record(tx, incident, act, hash, context);
      }),
    );
  }

  /** Records what happened by itself; the caller holds the incident's lock. False when the incident is no longer there for it. */
  async bySystem(tx: EntityManager, incident: Incident, act: SystemAct): Promise<boolean> {
    const { from, to } = SYSTEM_LIFECYCLE[act.action];
    if (!from.includes(incident.state)) return false;
    const id = newId(act.at);
    Object.assign(incident, act.change, to === 'same' ? {} : { state: to });
    await this.timeline.append(tx, {
      id,
      incident,
      actor: null,
      action: act.action,
      at: act.at,
      note: null,
      photoIds: [],
      data: act.data ?? {},
      requestHash: requestHash({ incidentId: incident.id, action: act.action, id }),
    });
    Object.assign(incident, await this.clocks.recompute(tx, incident, act.at));
    await tx.getRepository(Incident).save(incident);
    return true;
  }

  /** Always in the order of ids, so that two who merge crosswise wait for one another instead of deadlocking. */
  private async lock(tx: EntityManager, id: string, otherId?: string) {
    const ids = [id, ...(otherId === undefined ? [] : [otherId])].sort();
    const locked = new Map<string, Incident>();
    for (const one of new Set(ids)) {
      const incident = await tx
        .getRepository(Incident)
        .findOne({ where: { id: one }, lock: { mode: 'pessimistic_write' } });
      if (incident !== null) locked.set(one, incident);
    }
    const incident = locked.get(id);
    if (incident === undefined) throw incidentNotFound();
    return { incident, other: locked.get(otherId ?? '') ?? null };
  }

  private async record(
    tx: EntityManager,
    incident: Incident,
    { action, body, input, data, also }: Act,
    hash: string,
    context: ActContext,
  ): Promise<void> {
    const { actor, now } = context;
    const photoIds = input?.photoIds ?? [];
    // The photos first: whoever names one that is somebody else's is refused before anything is held back.
    await this.photos.claim(tx, photoIds, actor.personId, {
      type: 'incident',
      id: incident.id,
      stage: action,
    });
    await this.timeline.append(tx, {
      id: body.actionId,
      incident,
      actor,
      action,
      at: now,
      note: input?.note || null,
      photoIds,
      data: data ?? {},
      requestHash: hash,
    });
    await also?.(tx, incident, context);
    Object.assign(incident, await this.clocks.recompute(tx, incident, now));
    await tx.getRepository(Incident).save(incident);
  }
}
