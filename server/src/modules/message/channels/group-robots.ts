import { Injectable } from '@nestjs/common';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { Database } from '../../../platform/database/database.js';
import type { Outcome } from '../delivery/channel.js';
import { ROBOT_LIMIT, ROBOT_WINDOW_MS } from './fold.js';

/** Longer than anybody speaks: who dies while speaking blocks the robot no longer than this. */
const HOLD_MS = 30_000;
const ERROR_CHARS = 200;

/** The robots themselves: who speaks through one now, how many calls it has left, how the last one went. */
@Injectable()
export class GroupRobots {
  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
  ) {}

  /** The robot's key, for exactly one speaker; null when it is switched off or gone; `held` while another speaks. */
  async hold(communityId: string, speaker: string, now: Date): Promise<string | null | 'held'> {
    return this.database.transaction(async (tx) => {
      const { affectedRows } = await tx.query<{ affectedRows: number }>(
        `update staff_group set held_by = ?, held_until = ?
          where community_id = ? and (held_until is null or held_until <= ?)`,
        [speaker, new Date(now.getTime() + HOLD_MS), communityId, now],
      );
      const [robot] = await tx.query<{ sealedKey: string; enabled: number }[]>(
        'select sealed_key as sealedKey, enabled from staff_group where community_id = ?',
        [communityId],
      );
      if (robot === undefined) return null;
      if (affectedRows === 0) return 'held';
      return robot.enabled === 1 ? this.cipher.decrypt(robot.sealedKey) : null;
    });
  }

  async letGo(communityId: string, speaker: string): Promise<void> {
    await this.database.query(
      'update staff_group set held_by = null, held_until = null where community_id = ? and held_by = ?',
      [communityId, speaker],
    );
  }

  async callsLeft(communityId: string, now: Date): Promise<number> {
    const [row] = await this.database.query<{ calls: string }>(
      `select count(distinct sending_id) as calls from delivery
        where target_id = ? and channel = 'wecom' and sent_at > ?`,
      [communityId, new Date(now.getTime() - ROBOT_WINDOW_MS)],
    );
    return ROBOT_LIMIT - Number(row?.calls ?? 0);
  }

  async remember(communityId: string, outcome: Outcome, now: Date): Promise<void> {
    const [change, parameters] =
      outcome.result === 'sent'
        ? ['last_ok_at = ?, last_error = null, last_error_at = null', [now]]
        : ['last_error = ?, last_error_at = ?', [outcome.why.slice(0, ERROR_CHARS), now]];
    await this.database.query(`update staff_group set ${change} where community_id = ?`, [
      ...parameters,
      communityId,
    ]);
  }
}
