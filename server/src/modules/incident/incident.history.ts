import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { shanghaiDay } from '../../platform/clock/shanghai-day.js';
import { Outbox } from '../../platform/events/outbox.js';
import { ClockPolicies, ClockRows } from '../clock/index.js';
import { ContentGate } from '../content/index.js';
import { OrganisationQueries, type OrganisationRow } from '../organisation/index.js';
import { Incident } from './incident.entity.js';
import { nextIncidentNumbers } from './incident.numbers.js';
import { readingOfReporter } from './incident.policy.js';
import { IncidentQueries } from './incident.queries.js';
import { IncidentTelling, type LivedIncident } from './incident.telling.js';
import { IncidentActionRow } from './incident-action.entity.js';
import { Task } from './tasks/task.entity.js';
import { TaskActionRow } from './tasks/task-action.entity.js';

/**
 * Writes down many incidents at once that were lived through already, with the tasks they gave to others. The lifecycles
 * decide every step, the clocks follow from the timelines, what time brings by itself happens at its moment, and who read
 * who reported stands in the audit: all by the same rules as one at a time; only that it is reckoned first and written
 * after. Its events stand as done long ago, so that nobody is told of it. A step that may not be done breaks it off.
 */
@Injectable()
export class IncidentHistory {
  constructor(
    private readonly policies: ClockPolicies,
    private readonly rows: ClockRows,
    private readonly gate: ContentGate,
    private readonly queries: IncidentQueries,
    private readonly organisations: OrganisationQueries,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Somebody opens one of those that are lived one at a time. */
  async opened(by: SignedInActor, id: string): Promise<void> {
    const row = await this.queries.byId(id);
    const reading = row === null ? null : readingOfReporter(by, row);
    if (reading !== null) await this.audit.recordRead(reading);
  }

  /** In the order in which they were reported, which is that of their numbers. */
  async write(tx: EntityManager, lives: readonly LivedIncident[]): Promise<void> {
    const told = await this.reckon(tx, lives);
    await number(tx, lives, told);
    const tasks = told.flatMap((one) => one.tasks);
    await insert(
      tx,
      Incident,
      told.map(({ incident }) => incident),
    );
    await insert(
      tx,
      IncidentActionRow,
      told.flatMap(({ timeline }) => timeline),
    );
    await insert(
      tx,
      Task,
      tasks.map(({ task }) => task),
    );
    await insert(
      tx,
      TaskActionRow,
      tasks.flatMap(({ timeline }) => timeline),
    );
    await this.gate.keep(
      tx,
      told.flatMap(({ pieces }) => pieces),
    );
    await this.rows.add(
      tx,
      told.flatMap((one) => one.clockRows()),
    );
    const readings = told.flatMap(({ incident }, at) => readingsOf(incident, lives[at]?.looks ?? []));
    await this.audit.recordPastReads(tx, readings);
    const events = told.flatMap((one) => one.events);
    await this.outbox.appendPast(tx, events, this.clock.now());
  }

  private async reckon(tx: EntityManager, lives: readonly LivedIncident[]): Promise<IncidentTelling[]> {
    const inForce = await this.policies.inForceForMany(tx);
    const serving = new Map<string, ReadonlyMap<string, OrganisationRow>>();
    const told: IncidentTelling[] = [];
    for (const life of lives) {
      const { communityId, gridId } = life.place;
      const { subdistrictId } = life.community;
      const { categoryCode } = life.report;
      const versions = await inForce({ communityId, gridId, subdistrictId, categoryCode }, life.at);
      const pinned = { clockPolicyId: versions.policyId, workCalendarId: versions.calendarId };
      const rules = await this.policies.rules(tx, versions);
      const there = serving.get(communityId) ?? (await this.serving(communityId));
      serving.set(communityId, there);
      told.push(new IncidentTelling(life, pinned, rules, this.gate, there));
    }
    return told;
  }

  private async serving(communityId: string): Promise<ReadonlyMap<string, OrganisationRow>> {
    const organisations = await this.organisations.serving(communityId);
    return new Map(organisations.map((one) => [one.id, one]));
  }
}

/** Of those who opened it, those who read there who reported. */
function readingsOf(incident: Incident, looks: LivedIncident['looks']) {
  return looks.flatMap(({ at, by }) => {
    const reading = readingOfReporter(by, incident);
    return reading === null ? [] : { ...reading, at };
  });
}

/** Those of one community's day at once: whoever reports meanwhile waits for one counter at a time. */
async function number(
  tx: EntityManager,
  lives: readonly LivedIncident[],
  told: readonly IncidentTelling[],
): Promise<void> {
  const days = new Map<string, number[]>();
  for (const [at, { community, at: reportedAt }] of lives.entries()) {
    const day = `${community.id} ${shanghaiDay(reportedAt)}`;
    days.set(day, [...(days.get(day) ?? []), at]);
  }
  for (const group of days.values()) {
    const { community, at } = lives[group[0] as number] as LivedIncident;
    const numbers = await nextIncidentNumbers(tx, community, at, group.length);
    for (const [index, one] of group.entries())
      (told[one] as IncidentTelling).incident.number = numbers[index] as string;
  }
}

async function insert<Row extends object>(
  tx: EntityManager,
  entity: new () => Row,
  rows: Row[],
): Promise<void> {
  if (rows.length > 0)
    await tx.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute();
}
