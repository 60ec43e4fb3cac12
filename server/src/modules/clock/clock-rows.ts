import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRow, send } from '../../platform/database/statements.js';
import { newId } from '../../platform/ids/new-id.js';
import { ClockRow, type ClockSubject } from './clock.entity.js';
import { type ClockState, isBreached } from './clock-state.js';

export interface ClockOwner {
  subjectType: ClockSubject;
  subjectId: string;
  communityId: string;
  policyVersionId: string;
}

/** A clock as it is to be kept; `nextSweepAt` is when something happens to it by itself, `warned` whether it was told just now. */
export type KeptClock = ClockState & { nextSweepAt: Date | null; warned?: boolean };

/** Keeps the rows of a subject's clocks. The caller holds the subject's lock. */
@Injectable()
export class ClockRows {
  async of(tx: EntityManager, subjectType: ClockSubject, subjectId: string): Promise<ClockRow[]> {
    const rows = await send<Omit<ClockRow, 'breached'> & { breached: number }>(
      tx,
      `select id, subject_type as subjectType, subject_id as subjectId, kind, round,
              policy_version_id as policyVersionId, community_id as communityId, started_at as startedAt,
              due_at as dueAt, stopped_at as stoppedAt, paused_at as pausedAt, undecided_since as undecidedSince,
              limit_minutes as limitMinutes, breached, warn_at as warnAt, warned_at as warnedAt,
              next_sweep_at as nextSweepAt
         from clock where subject_type = ? and subject_id = ?`,
      [subjectType, subjectId],
    );
    return rows.map((row) => ({ ...row, breached: row.breached === 1 }));
  }

  /** A breach that was seen stays, and so does a warning, whatever the clocks say now. `stored` are the rows as `of` gives them. */
  async keep(
    tx: EntityManager,
    owner: ClockOwner,
    clocks: readonly KeptClock[],
    { stored, now }: { stored: readonly ClockRow[]; now: Date },
  ): Promise<void> {
    for (const { warned, pauses: _, ...clock } of clocks) {
      const before = stored.find(({ kind, round }) => kind === clock.kind && round === clock.round);
      const row = {
        breached: before?.breached === true || isBreached(clock, now),
        warnedAt: warned ? now : (before?.warnedAt ?? null),
        ...owner,
        ...clock,
      };
      if (before === undefined) await insertRow(tx, ClockRow, { id: newId(now), ...row });
      else await tx.update(ClockRow, { id: before.id }, row);
    }
  }

  /** The first rows of many subjects, as of each one's own moment. */
  async add(
    tx: EntityManager,
    all: readonly {
      owner: ClockOwner;
      /** `broken`: passed before the limit was moved. */
      clocks: readonly (KeptClock & { warnedAt: Date | null; broken?: boolean })[];
      now: Date;
    }[],
  ): Promise<void> {
    const rows = all.flatMap(({ owner, clocks, now }) =>
      clocks.map(({ warned: _, pauses: __, broken = false, ...clock }) => ({
        id: newId(now),
        breached: broken || isBreached(clock, now),
        ...owner,
        ...clock,
      })),
    );
    if (rows.length > 0)
      await tx.createQueryBuilder().insert().into(ClockRow).values(rows).updateEntity(false).execute();
  }

  /** Keeps a breach that the limit, as it stands now, would not show: it was passed before it was moved. */
  async breach(
    tx: EntityManager,
    { subjectType, subjectId }: Pick<ClockOwner, 'subjectType' | 'subjectId'>,
    rounds: readonly number[],
  ): Promise<void> {
    for (const round of rounds)
      await tx.getRepository(ClockRow).update({ subjectType, subjectId, round }, { breached: true });
  }
}
