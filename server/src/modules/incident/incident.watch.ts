import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '../../platform/events/outbox.js';
import { ClockSweep } from '../clock/index.js';
import { IncidentActs } from './incident.acts.js';
import { IncidentClocks } from './incident.clocks.js';
import { Incident } from './incident.entity.js';
import { owedByDueSoon } from './incident.owed.js';
import { isCounting, lapseAt, stepsDue, type WatchedClock } from './incident.sweep-times.js';

/** What happens to an incident because time goes by: told that it is due soon, passed on when late, closed in silence. */
@Injectable()
export class IncidentWatch implements OnModuleInit {
  constructor(
    private readonly sweep: ClockSweep,
    private readonly acts: IncidentActs,
    private readonly clocks: IncidentClocks,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.sweep.watch('incident', (tx, id, now) => this.attend(tx, id, now));
  }

  /** Everything is read under the incident's lock, so that of several processes only the first finds it undone. */
  async attend(tx: EntityManager, incidentId: string, now: Date): Promise<void> {
    const incident = await tx
      .getRepository(Incident)
      .findOne({ where: { id: incidentId }, lock: { mode: 'pessimistic_write' } });
    if (incident === null) return;
    await this.lapseHold(tx, incident, now);
    await this.closeSilently(tx, incident, now);
    await this.escalate(tx, incident, now);
    const warned = await this.warn(tx, incident, now);
    Object.assign(incident, await this.clocks.recompute(tx, incident, now, warned));
    await tx.getRepository(Incident).save(incident);
  }

  private async lapseHold(tx: EntityManager, incident: Incident, now: Date): Promise<void> {
    const { pendingHoldSince, rules } = await this.clocks.read(tx, incident);
    if (pendingHoldSince === null || now < lapseAt(pendingHoldSince, rules)) return;
    await this.acts.bySystem(tx, incident, {
      action: 'lapse_hold',
      at: now,
      change: { holdRequestedAt: null, holdRequestedBy: null },
    });
  }

  private async closeSilently(tx: EntityManager, incident: Incident, now: Date): Promise<void> {
    const { watched } = await this.clocks.read(tx, incident);
    const over = watched.some(
      ({ clock }) => clock.kind === 'confirm' && clock.stoppedAt === null && now > clock.dueAt,
    );
    if (!over) return;
    await this.acts.bySystem(tx, incident, {
      action: 'close_silently',
      at: now,
      change: { closedAt: now },
    });
  }

  /** Each step of each overdue clock is one entry; what came due while nobody swept is made up for, and told once. */
  private async escalate(tx: EntityManager, incident: Incident, now: Date): Promise<void> {
    const { rules, watched, pendingHoldSince } = await this.clocks.read(tx, incident);
    if (pendingHoldSince !== null) return;
    for (const { clock, step, toRole, tells } of stepsDue(watched, rules, now)) {
      await this.acts.bySystem(tx, incident, {
        action: 'escalate',
        at: now,
        data: { step, toRole, tells, clockKind: clock.kind, clockRound: clock.round },
        change: { escalationStep: Math.max(incident.escalationStep, step) },
      });
    }
  }

  /** Told once for each clock; one that is late already is passed on instead. */
  private async warn(tx: EntityManager, incident: Incident, now: Date): Promise<WatchedClock[]> {
    const { watched, pendingHoldSince } = await this.clocks.read(tx, incident);
    if (pendingHoldSince !== null) return [];
    const due = watched
      .filter(isCounting)
      .filter(({ clock, warned }) => !warned && clock.warnAt !== null && now >= clock.warnAt);
    for (const { clock } of due) {
      if (now > clock.dueAt) continue;
      await this.outbox.append(tx, owedByDueSoon(incident, clock, now));
    }
    return due;
  }
}
