import { callablePhone } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../platform/idempotency/sent-before.js';
import { CellProblem } from '../../platform/spreadsheet/spreadsheet.cells.js';
import type { CorrectOwnerDto, TransferHomeDto } from './dto/change-owners.dto.js';
import {
  homeNotFound,
  ownerNotFound,
  ownerTwice,
  phoneNotKept,
  sharesHalfStated,
  sharesTooMuch,
  shareUnreadable,
} from './home.errors.js';
import { HomeQueries, type HomeRow, homeLabel } from './home.queries.js';
import { type HomeAction, HomeActionRow } from './home-action.entity.js';
import { HomeOwner } from './home-owner.entity.js';
import { sharesOf, sumAgainstWhole } from './imports/owner-words.js';
import { plainName } from './imports/place-names.js';
import { OwnerRegister, type Share } from './owner-register.js';

/** What staff change of a home's owners by hand: lock the home, decide, write, record; sent twice it is one. */
@Injectable()
export class HomeOwnersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly queries: HomeQueries,
    private readonly register: OwnerRegister,
    private readonly audit: AuditTrail,
  ) {}

  /** A sale: what was is ended and kept. */
  transfer(actor: SignedInActor, homeId: string, body: TransferHomeDto): Promise<void> {
    return this.act(actor, homeId, 'transfer', body, async (tx, home, now) => {
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
    return this.act(actor, homeId, 'correct', { ownerId, ...body }, async (tx, home, now) => {
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
      const renumbered = phone !== null && this.register.phoneIndex(phone) !== line.phoneIndex;
      if (!renamed && !renumbered) return;
      await this.register.sayGone(tx, await this.register.unlink(tx, line.id, { renamed, phone }), now);
    });
  }

  /** The whole number, for whoever has to call them; that it was read is kept. */
  async phone(actor: SignedInActor, homeId: string, ownerId: string): Promise<string> {
    const home = await this.homeOf(actor, homeId);
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

  async homeOf(actor: SignedInActor, homeId: string, tx?: EntityManager): Promise<HomeRow> {
    const home = await this.queries.home(homeId, tx);
    if (home === null || !scopeCovers(scopeOf(actor, 'home.register'), home)) throw homeNotFound();
    return home;
  }

  private async act<Body extends { actionId: string }>(
    actor: SignedInActor,
    homeId: string,
    action: HomeAction,
    body: Body,
    change: (tx: EntityManager, home: HomeRow, now: Date) => Promise<void>,
  ): Promise<void> {
    if (!isUuidV7(homeId)) throw homeNotFound();
    const hash = requestHash({ homeId, action, ...body });
    await withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        await tx.query('select id from home where id = ? for update', [homeId]);
        const home = await this.homeOf(actor, homeId, tx);
        const before = await tx.findOneBy(HomeActionRow, { id: body.actionId });
        if (doneBefore(before, actor.personId, hash)) return;
        const now = this.clock.now();
        await change(tx, home, now);
        await tx.insert(HomeActionRow, {
          ...{ id: body.actionId, homeId, action, actorPersonId: actor.personId, actorName: actor.name },
          ...{ at: now, requestHash: hash },
        });
        await this.audit.record(tx, {
          action: 'home_owner.change',
          actor: { personId: actor.personId, name: actor.name },
          subject: { type: 'home', id: homeId, label: homeLabel(home) },
          ...{ communityId: home.communityId, details: { how: action } },
        });
      }),
    );
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
