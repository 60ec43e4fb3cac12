import { ROLE_LABELS, roleMay } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { AreaQueries } from '../area/index.js';
import { AppointmentsService } from '../identity/index.js';
import { changedMeanwhile, phoneNeeded } from './contact.errors.js';
import type { MyWorkCardDto, SetWorkCardDto } from './dto/work-card.dto.js';

interface CardRow {
  sealedPhone: string | null;
  agreedAt: Date | null;
  version: number;
}

const CARD =
  'select sealed_phone as sealedPhone, agreed_at as agreedAt, version from work_card where person_id = ?';

/** One's own card: a number for residents, and whether they may see it. */
@Injectable()
export class WorkCards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly areas: AreaQueries,
    private readonly appointments: AppointmentsService,
  ) {}

  async mine(personId: string): Promise<MyWorkCardDto> {
    const [[row], inForce] = await Promise.all([
      this.database.query<CardRow>(CARD, [personId]),
      this.appointments.inForce(personId, this.clock.now()),
    ]);
    const serving = inForce.filter(({ role }) => roleMay(role, 'work_card.set'));
    const names = await this.areas.names(serving.flatMap(({ areaId }) => areaId ?? []));
    const agreedAt = row?.agreedAt ?? null;
    const places = serving.map(({ role, areaId, fromAt, createdAt }) => ({
      role,
      roleLabel: ROLE_LABELS[role],
      areaName: names.get(areaId ?? '') ?? '',
      // An appointment entered late, as of an earlier day, was not there to be agreed to.
      shown: agreedAt !== null && fromAt <= agreedAt && createdAt <= agreedAt,
    }));
    return {
      phone: row?.sealedPhone ? this.cipher.decrypt(row.sealedPhone) : null,
      shown: places.some(({ shown }) => shown),
      places,
      version: row?.version ?? 0,
    };
  }

  async set(actor: SignedInActor, wish: SetWorkCardDto): Promise<MyWorkCardDto> {
    if (wish.shown && wish.phone === null) throw phoneNeeded();
    await this.database.transaction((tx) => this.write(tx, actor.personId, wish));
    return this.mine(actor.personId);
  }

  /**
   * Taking the number back is done whatever was seen before. Showing one is done only by who saw the card as it is, or a
   * request that comes late would show a number that its owner has taken back since.
   */
  private async write(tx: EntityManager, personId: string, wish: SetWorkCardDto): Promise<void> {
    const now = this.clock.now();
    // Two first requests at once need a row to wait for each other at.
    await tx.query(
      `insert into work_card (person_id, sealed_phone, agreed_at, version, changed_at) values (?, null, null, 0, ?)
       on duplicate key update person_id = person_id`,
      [personId, now],
    );
    const [row] = await tx.query<CardRow[]>(`${CARD} for update`, [personId]);
    if (row === undefined) throw changedMeanwhile();
    const phone = row.sealedPhone === null ? null : this.cipher.decrypt(row.sealedPhone);
    const same = phone === wish.phone && (row.agreedAt !== null) === wish.shown;
    if (same && row.version === wish.version + 1) return;
    const stale = row.version !== wish.version;
    if (stale && wish.shown) throw changedMeanwhile();
    const kept = stale && wish.phone !== null ? phone : wish.phone;
    await tx.query(
      'update work_card set sealed_phone = ?, agreed_at = ?, version = version + 1, changed_at = ? where person_id = ?',
      [kept === null ? null : this.cipher.encrypt(kept), wish.shown ? now : null, now, personId],
    );
  }
}
