import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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
  of(tx: EntityManager, subjectType: ClockSubject, subjectId: string): Promise<ClockRow[]> {
    return tx.getRepository(ClockRow).findBy({ subjectType, subjectId });
  }

  /** A breach that was seen stays, and so does a warning, whatever the clocks say now. */
  async keep(tx: EntityManager, owner: ClockOwner, clocks: readonly KeptClock[], now: Date): Promise<void> {
    const rows = tx.getRepository(ClockRow);
    const stored = await this.of(tx, owner.subjectType, owner.subjectId);
    for (const { warned, pauses: _, ...clock } of clocks) {
      const before = stored.find(({ kind, round }) => kind === clock.kind && round === clock.round);
      await rows.save({
        id: before?.id ?? newId(now),
        ...owner,
        ...clock,
        breached: before?.breached === true || isBreached(clock, now),
        warnedAt: warned ? now : (before?.warnedAt ?? null),
      });
    }
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
