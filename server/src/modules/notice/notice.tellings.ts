import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { HouseholdAudience } from '../household/index.js';
import { type NoticeFact, NoticeFacts } from './notice.facts.js';
import { whereaboutsOf } from './notice.rules.js';
import { NoticeTelling } from './notice-telling.entity.js';

/** How far one notice has come to the residents it is for. */
export interface ToldSoFar {
  people: number;
  expected: number;
  ended: boolean;
}

/** Where telling has come to. In the second round it meets whoever had come past in the first: merged, or confirmed late. */
export interface ToldUpTo {
  personId: string;
  secondRound: boolean;
}

export interface NextToTell {
  secondRound: boolean;
  notice: NoticeFact;
  /** The event by which it was published. */
  cause: string;
  personIds: string[];
}

export const NOBODY_YET = '';

/** Telling residents of a notice, some at a time: who comes next, and how many have been told. */
@Injectable()
export class NoticeTellings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: NoticeFacts,
    private readonly audience: HouseholdAudience,
  ) {}

  async begin(tx: EntityManager, notice: NoticeFact, cause: string): Promise<void> {
    const { people } = await this.audience.count(whereaboutsOf(notice));
    await tx.insert(NoticeTelling, {
      noticeId: notice.id,
      cause,
      expected: people,
      told: 0,
      startedAt: this.clock.now(),
      endedAt: null,
    });
  }

  /**
   * Holds the notice, so that a withdrawal comes before these or after them and never in between. Null when there is nobody
   * to tell any more: all have been told, or there is nothing to be told of.
   */
  async next(
    tx: EntityManager,
    noticeId: string,
    { personId, secondRound }: ToldUpTo,
    limit: number,
  ): Promise<NextToTell | null> {
    await tx.query('select id from notice where id = ? for update', [noticeId]);
    const notice = await this.facts.of(tx, noticeId);
    const telling = await tx.getRepository(NoticeTelling).findOneBy({ noticeId });
    if (notice === null || telling === null || telling.endedAt !== null) return null;
    if (notice.state === 'published') {
      const after = (last: string) => this.audience.after(tx, whereaboutsOf(notice), last, limit);
      const { cause } = telling;
      const personIds = await after(personId);
      if (personIds.length > 0) return { secondRound, notice, cause, personIds };
      const again = secondRound ? [] : await after(NOBODY_YET);
      if (again.length > 0) return { secondRound: true, notice, cause, personIds: again };
    }
    await tx.update(NoticeTelling, { noticeId }, { endedAt: this.clock.now() });
    return null;
  }

  async count(tx: EntityManager, noticeId: string, many: number): Promise<void> {
    await tx.query('update notice_telling set told = told + ? where notice_id = ?', [many, noticeId]);
  }

  /** Of those that residents were told of. */
  async soFar(noticeIds: string[]): Promise<Map<string, ToldSoFar>> {
    if (noticeIds.length === 0) return new Map();
    const rows = await this.database.query<{
      id: string;
      told: number;
      expected: number;
      endedAt: Date | null;
    }>(
      `select notice_id as id, told, expected, ended_at as endedAt from notice_telling where notice_id in (?)`,
      [noticeIds],
    );
    return new Map(
      rows.map(({ id, told, expected, endedAt }) => [
        id,
        { people: told, expected, ended: endedAt !== null },
      ]),
    );
  }
}
