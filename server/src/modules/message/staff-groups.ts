import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { WecomClient } from '../../platform/wecom/wecom.client.js';
import { GroupRobots } from './channels/group-robots.js';
import { WecomRobots } from './channels/wecom.robots.js';
import { DeliveryLedger } from './delivery/delivery.ledger.js';
import type { ConfigureStaffGroupDto, StaffGroupDto, StaffGroupTestDto } from './dto/staff-group.dto.js';
import {
  groupNotConfigured,
  robotAddressWrong,
  robotTooOften,
  staffGroupNotFound,
} from './message.errors.js';

const TEST_TEXT = '这是一条试发的消息。收到它，说明「邻里」有事时会在这个群里说一声。';
const TRIES_TO_SPEAK = 10;
const PAUSE_MS = 200;

export interface GroupPost {
  communityId: string;
  text: string;
  cause: string;
  at: Date;
}

interface GroupRow {
  enabled: number;
  keyEnd: string;
  lastOkAt: Date | null;
  lastError: string | null;
  lastErrorAt: Date | null;
}

/** The WeCom group of a community's staff: what is posted there, and who sets it up. */
@Injectable()
export class StaffGroups {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly wecom: WecomClient,
    private readonly ledger: DeliveryLedger,
    private readonly robots: GroupRobots,
    private readonly speaker: WecomRobots,
    private readonly audit: AuditTrail,
  ) {}

  /** Owes a post to the community's group; nothing where none is set up. */
  async post(tx: EntityManager, { communityId, text, cause, at }: GroupPost): Promise<void> {
    const [group] = await tx.query<{ enabled: number }[]>(
      'select enabled from staff_group where community_id = ? and enabled = 1',
      [communityId],
    );
    if (group === undefined) return;
    await this.ledger.add(tx, [{ channel: 'wecom', targetId: communityId, nextAt: this.clock.now() }], {
      ...{ kind: null, title: '', body: text, link: { type: 'none', id: null } },
      cause,
      at,
    });
  }

  async of(actor: SignedInActor, communityId: string): Promise<StaffGroupDto> {
    mustCover(actor, communityId);
    const [row] = await this.database.query<GroupRow>(
      `select enabled, key_end as keyEnd, last_ok_at as lastOkAt, last_error as lastError,
              last_error_at as lastErrorAt
         from staff_group where community_id = ?`,
      [communityId],
    );
    return {
      configured: row !== undefined,
      enabled: row?.enabled === 1,
      webhookEnd: row?.keyEnd ?? null,
      lastOkAt: row?.lastOkAt?.toISOString() ?? null,
      lastError: row?.lastError ?? null,
      lastErrorAt: row?.lastErrorAt?.toISOString() ?? null,
    };
  }

  async configure(
    actor: SignedInActor,
    communityId: string,
    { webhook, enabled }: ConfigureStaffGroupDto,
  ): Promise<StaffGroupDto> {
    mustCover(actor, communityId);
    const now = this.clock.now();
    if (webhook !== undefined) {
      const key = this.wecom.keyOf(webhook.trim());
      if (key === null) throw robotAddressWrong();
      await this.database.transaction(async (tx) => {
        await this.keepChange(tx, actor, communityId, { enabled, address: true });
        await tx.query(
          `insert into staff_group (community_id, sealed_key, key_end, enabled, changed_by, changed_at)
         values (?, ?, ?, ?, ?, ?)
         on duplicate key update sealed_key = values(sealed_key), key_end = values(key_end),
           enabled = values(enabled), changed_by = values(changed_by), changed_at = values(changed_at),
           last_ok_at = null, last_error = null, last_error_at = null`,
          [communityId, this.cipher.encrypt(key), key.slice(-4), enabled ? 1 : 0, actor.personId, now],
        );
      });
    } else {
      await this.database.transaction(async (tx) => {
        const [known] = await tx.query<object[]>(
          'select 1 from staff_group where community_id = ? for update',
          [communityId],
        );
        if (known === undefined) throw groupNotConfigured();
        await this.keepChange(tx, actor, communityId, { enabled, address: false });
        await tx.query(
          'update staff_group set enabled = ?, changed_by = ?, changed_at = ? where community_id = ?',
          [enabled ? 1 : 0, actor.personId, now, communityId],
        );
      });
    }
    return this.of(actor, communityId);
  }

  private keepChange(
    tx: EntityManager,
    actor: SignedInActor,
    communityId: string,
    details: { enabled: boolean; address: boolean },
  ): Promise<void> {
    const subject = { type: 'staff_group', id: communityId } as const;
    return this.audit.record(tx, { action: 'staff_group.set', actor, subject, communityId, details });
  }

  /** Posts a line now and says how it went; it counts against the robot's limit like any other. */
  async test(actor: SignedInActor, communityId: string): Promise<StaffGroupTestDto> {
    if (!(await this.of(actor, communityId)).enabled) throw groupNotConfigured();
    const speaker = newId(this.clock.now());
    const key = await this.floor(communityId, speaker);
    if (key === null) throw groupNotConfigured();
    try {
      if ((await this.robots.callsLeft(communityId, this.clock.now())) <= 0) throw robotTooOften();
      const outcome = await this.speaker.outcomeOf(key, TEST_TEXT);
      const now = this.clock.now();
      await this.robots.remember(communityId, outcome, now);
      if (outcome.result !== 'sent') return { ok: false, reason: outcome.why };
      await this.ledger.record(communityId, TEST_TEXT, speaker, now);
      return { ok: true, reason: null };
    } finally {
      await this.robots.letGo(communityId, speaker);
    }
  }

  /** Waits a moment while somebody else speaks through the robot. */
  private async floor(communityId: string, speaker: string): Promise<string | null> {
    for (let tries = 0; tries < TRIES_TO_SPEAK; tries++) {
      const key = await this.robots.hold(communityId, speaker, this.clock.now());
      if (key !== 'held') return key;
      await pause(PAUSE_MS);
    }
    throw robotTooOften();
  }
}

function mustCover(actor: SignedInActor, communityId: string): void {
  if (!scopeCovers(scopeOf(actor, 'staff_group.configure'), { communityId, gridId: null }))
    throw staffGroupNotFound();
}
