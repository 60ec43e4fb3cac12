import { callablePhone } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { CellProblem } from '../../platform/spreadsheet/spreadsheet.cells.js';
import type { CorrectOwnerDto, TransferHomeDto } from './dto/change-owners.dto.js';
import {
  ownerNotFound,
  ownerTwice,
  phoneNotKept,
  sharesHalfStated,
  sharesTooMuch,
  shareUnreadable,
} from './home.errors.js';
import { homeLabel } from './home.queries.js';
import { HomeActs } from './home-acts.js';
import { HomeOwner } from './home-owner.entity.js';
import { sharesOf, sumAgainstWhole } from './imports/owner-words.js';
import { plainName } from './imports/place-names.js';
import { OwnerRegister, type Share } from './owner-register.js';

/** What staff change of a home's owners by hand. */
@Injectable()
export class HomeOwnersService {
  constructor(
    private readonly database: Database,
    private readonly acts: HomeActs,
    private readonly cipher: DataCipher,
    private readonly register: OwnerRegister,
    private readonly audit: AuditTrail,
  ) {}

  /** A sale: what was is ended and kept. */
  transfer(actor: SignedInActor, homeId: string, body: TransferHomeDto): Promise<void> {
    return this.acts.once(actor, homeId, 'transfer', body, async (tx, home, now) => {
      const owners = body.owners.map(({ name, ownerKind, phone, share }) => ({
        ...{ name, ownerKind, share: shareIn(share) },
        phone: phone === undefined ? null : callablePhone(phone),
      }));
      const [only, ...others] = owners;
      if (only !== undefined && others.length === 0) only.share ??= { numerator: 1, denominator: 1 };
      for (const [at, { name, phone }] of owners.entries()) {
        const alike = owners
          .slice(0, at)
          .some((one) => plainName(one.name) === plainName(name) && one.phone === phone);
        if (alike) throw ownerTwice({ name });
      }
      refuseUnsound(owners.map(({ share }) => share));
      const before = await this.register.ownersOf(tx, home.id);
      const gone = await this.register.end(
        tx,
        before.map(({ id }) => id),
        now,
      );
      const added = await this.register.add(tx, home, owners);
      // Who stays by name and number is who they were: a part of the home sold, or a wife named beside her husband.
      for (const [at, { name, phone }] of owners.entries()) {
        const index = phone === null ? null : this.register.phoneIndex(phone);
        const stays = before.find(
          (one) =>
            plainName(one.name) === plainName(name) && one.phoneIndex !== null && one.phoneIndex === index,
        );
        const id = added[at];
        if (id !== undefined && stays?.personId) await this.register.linkPerson(tx, id, stays.personId);
      }
      await this.register.sayGone(tx, gone, now);
    });
  }

  correct(actor: SignedInActor, homeId: string, ownerId: string, body: CorrectOwnerDto): Promise<void> {
    return this.acts.once(actor, homeId, 'correct', { ownerId, ...body }, async (tx, home, now) => {
      const owners = await this.register.ownersOf(tx, home.id);
      const line = owners.find(({ id }) => id === ownerId);
      if (line === undefined) throw ownerNotFound();
      const share = shareIn(body.share) ?? (owners.length === 1 ? { numerator: 1, denominator: 1 } : null);
      refuseUnsound(
        owners.map((one) =>
          one.id === ownerId
            ? share
            : one.shareNumerator === null || one.shareDenominator === null
              ? null
              : { numerator: one.shareNumerator, denominator: one.shareDenominator },
        ),
      );
      const phone = body.phone === undefined ? null : callablePhone(body.phone);
      await tx.update(
        HomeOwner,
        { id: ownerId },
        {
          ...{ name: body.name, ownerKind: body.ownerKind },
          shareNumerator: share?.numerator ?? null,
          shareDenominator: share?.denominator ?? null,
          ...(phone === null ? {} : this.register.sealed(phone)),
        },
      );
      const renamed = plainName(body.name) !== plainName(line.name) || body.ownerKind !== line.ownerKind;
      if (renamed) await this.register.sayGone(tx, await this.register.unlink(tx, line.id), now);
      else if (phone !== null && this.register.phoneIndex(phone) !== line.phoneIndex)
        await this.register.sayRenumbered(tx, line.id, now);
    });
  }

  /** The whole number, for whoever has to call them; that it was read is kept. */
  async phone(actor: SignedInActor, homeId: string, ownerId: string): Promise<string> {
    const home = await this.acts.homeOf(actor, homeId);
    if (!isUuidV7(ownerId)) throw ownerNotFound();
    const [row] = await this.database.query<{ sealedPhone: string | null; personId: string | null }>(
      'select sealed_phone as sealedPhone, person_id as personId from home_owner where id = ? and home_id = ?',
      [ownerId, home.id],
    );
    if (row === undefined) throw ownerNotFound();
    if (row.sealedPhone === null) throw phoneNotKept();
    await this.audit.recordRead({
      action: 'home_owner.read_phone',
      actor: { personId: actor.personId, name: actor.name },
      subject: { type: 'home_owner', id: ownerId, label: homeLabel(home) },
      ...{ aboutPersonId: row.personId, communityId: home.communityId, details: { homeId: home.id } },
    });
    return this.cipher.decrypt(row.sealedPhone);
  }
}

function shareIn(words: string | undefined): Share | null {
  if (words === undefined || words === '') return null;
  try {
    const [share, ...more] = sharesOf(words);
    if (share === undefined || more.length > 0) throw shareUnreadable();
    return share;
  } catch (error) {
    if (error instanceof CellProblem) throw shareUnreadable();
    throw error;
  }
}

function refuseUnsound(shares: readonly (Share | null)[]): void {
  const stated = shares.filter((share) => share !== null);
  if (stated.length > 0 && stated.length < shares.length) throw sharesHalfStated();
  if (sumAgainstWhole(stated) > 0) throw sharesTooMuch();
}
