import type { OwnerKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { newId } from '../../platform/ids/new-id.js';
import type { HomeRow } from './home.queries.js';
import { HomeOwner } from './home-owner.entity.js';

/** A part of a home; null where it is owned together without shares. */
export interface Share {
  numerator: number;
  denominator: number;
}

export interface NewOwner {
  name: string;
  ownerKind: OwnerKind;
  /** Digits alone, as `callablePhone` gives them. */
  phone: string | null;
  share: Share | null;
}

/** One who owns the home now. */
export interface OwnerLine {
  id: string;
  homeId: string;
  name: string;
  ownerKind: OwnerKind;
  sealedPhone: string | null;
  phoneIndex: string | null;
  shareNumerator: number | null;
  shareDenominator: number | null;
  personId: string | null;
  fromAt: Date;
}

/** Somebody known by who they are, and the home: they own it no more, or their line of it changed. */
export interface LinkedOwner {
  homeId: string;
  personId: string;
}

type HearOfOwner = (tx: EntityManager, gone: LinkedOwner, at: Date) => Promise<void>;
/** Says whether they stay who they are on more than the number that stood there. */
type HearOfNumber = (tx: EntityManager, known: LinkedOwner & { name: string }, at: Date) => Promise<boolean>;

const COLUMNS = `id, home_id as homeId, name, owner_kind as ownerKind, sealed_phone as sealedPhone,
  phone_index as phoneIndex, share_numerator as shareNumerator, share_denominator as shareDenominator,
  person_id as personId, from_at as fromAt`;

/** Who owns which home (业主名册), for whoever has to know inside a transaction. */
@Injectable()
export class OwnerRegister {
  private readonly hearers: HearOfOwner[] = [];
  private readonly hearersOfNumbers: HearOfNumber[] = [];

  constructor(
    private readonly cipher: DataCipher,
    private readonly clock: Clock,
  ) {}

  /** The index by which a number is found; the same as that of a verified phone's login. */
  phoneIndex(phone: string): string {
    return this.cipher.blindIndex('phone', phone);
  }

  /** Those who own the home now, the longest first. */
  ownersOf(tx: EntityManager, homeId: string): Promise<OwnerLine[]> {
    return tx.query(
      `select ${COLUMNS} from home_owner where home_id = ? and to_at is null order by from_at, position, id`,
      [homeId],
    );
  }

  async isOwner(tx: EntityManager, personId: string, homeId: string): Promise<boolean> {
    const owners = await this.ownersOf(tx, homeId);
    return owners.some((one) => one.personId === personId);
  }

  /** Those of the home's owners whose number is one of these, people only: a firm's telephone confirms nobody. */
  async matching(tx: EntityManager, phoneIndexes: readonly string[], homeId: string): Promise<OwnerLine[]> {
    if (phoneIndexes.length === 0) return [];
    return tx.query(
      `select ${COLUMNS} from home_owner
        where home_id = ? and to_at is null and owner_kind = 'person' and phone_index in (?) order by from_at, position, id`,
      [homeId, [...phoneIndexes]],
    );
  }

  /** Who owns each of these homes now. */
  async ownersOfHomes(tx: EntityManager, homeIds: readonly string[]): Promise<Map<string, OwnerLine[]>> {
    const owners = new Map<string, OwnerLine[]>();
    if (homeIds.length === 0) return owners;
    const rows = await tx.query<OwnerLine[]>(
      `select ${COLUMNS} from home_owner where home_id in (?) and to_at is null order by from_at, position, id`,
      [[...homeIds]],
    );
    for (const row of rows) owners.set(row.homeId, [...(owners.get(row.homeId) ?? []), row]);
    return owners;
  }

  /** The same of many, by the line's id: the caller has decided that each is so. */
  async linkPeople(tx: EntityManager, links: ReadonlyMap<string, string>): Promise<void> {
    if (links.size === 0) return;
    const ids = [...links.keys()];
    await tx.query('update home_owner set person_id = elt(field(id, ?), ?) where id in (?)', [
      ids,
      [...links.values()],
      ids,
    ]);
  }

  /** Says who an owner was confirmed to be, or with null that it is not known. The caller has decided that it is so. */
  async linkPerson(tx: EntityManager, ownerId: string, personId: string | null): Promise<void> {
    await tx.update(HomeOwner, { id: ownerId }, { personId });
  }

  /** Whoever lets owners do something says here what becomes of it when they are owners no more, in that very transaction. */
  whenGone(hear: HearOfOwner): void {
    this.hearers.push(hear);
  }

  /** Ends lines in force, and gives back who they were known to be: `sayGone` has to hear of them once the others are written. */
  async end(tx: EntityManager, lineIds: readonly string[], at: Date): Promise<LinkedOwner[]> {
    if (lineIds.length === 0) return [];
    const linked = await tx.query<LinkedOwner[]>(
      `select home_id as homeId, person_id as personId from home_owner
        where id in (?) and to_at is null and person_id is not null for update`,
      [lineIds],
    );
    await tx.query('update home_owner set to_at = ? where id in (?) and to_at is null', [at, lineIds]);
    return linked;
  }

  /** A line that names somebody else now is not who it was confirmed to be. */
  async unlink(tx: EntityManager, lineId: string): Promise<LinkedOwner[]> {
    const linked = await this.linkedTo(tx, lineId);
    if (linked === null) return [];
    await this.linkPerson(tx, lineId, null);
    return [{ homeId: linked.homeId, personId: linked.personId }];
  }

  /** Whoever keeps a course of owners says here what stands on it when a line only got a new number, and whether they stay. */
  whenRenumbered(hear: HearOfNumber): void {
    this.hearersOfNumbers.push(hear);
  }

  /**
   * A new number under the same name is the same owner, whose telephone changed, or it was somebody else's number all along: who
   * was known by the number alone is not known any more.
   */
  async sayRenumbered(tx: EntityManager, lineId: string, at: Date): Promise<void> {
    const linked = await this.linkedTo(tx, lineId);
    if (linked === null) return;
    for (const hear of this.hearersOfNumbers)
      if (!(await hear(tx, linked, at))) await this.linkPerson(tx, lineId, null);
  }

  private async linkedTo(
    tx: EntityManager,
    lineId: string,
  ): Promise<(LinkedOwner & { name: string }) | null> {
    const [linked] = await tx.query<(LinkedOwner & { name: string })[]>(
      `select home_id as homeId, person_id as personId, name from home_owner
        where id = ? and person_id is not null for update`,
      [lineId],
    );
    return linked ?? null;
  }

  /** Who has another line of the same home in force is not gone. */
  async sayGone(tx: EntityManager, gone: readonly LinkedOwner[], at: Date): Promise<void> {
    for (const one of gone) {
      const [still] = await tx.query<{ id: string }[]>(
        'select id from home_owner where person_id = ? and to_at is null and home_id = ? limit 1',
        [one.personId, one.homeId],
      );
      if (still === undefined) for (const hear of this.hearers) await hear(tx, one, at);
    }
  }

  /** Adds owners of one home as of now. */
  async add(
    tx: EntityManager,
    home: Pick<HomeRow, 'id' | 'communityId' | 'buildingId' | 'estateId'>,
    owners: readonly NewOwner[],
  ): Promise<string[]> {
    const rows = owners.map((owner, position) =>
      this.line(home, owner, { fromAt: this.clock.now(), importId: null, position }),
    );
    if (rows.length > 0) await tx.insert(HomeOwner, rows);
    return rows.map(({ id }) => id);
  }

  /** The row that says that somebody owns a home from a moment on. */
  line(
    home: Pick<HomeRow, 'id' | 'communityId' | 'buildingId' | 'estateId'>,
    { name, ownerKind, phone, share }: NewOwner,
    { fromAt, importId, position }: { fromAt: Date; importId: string | null; position: number },
  ): HomeOwner {
    return {
      id: newId(fromAt),
      homeId: home.id,
      communityId: home.communityId,
      buildingId: home.buildingId,
      estateId: home.estateId,
      ...{ name, ownerKind, personId: null, position, fromAt, toAt: null, importId },
      ...this.sealed(phone),
      shareNumerator: share?.numerator ?? null,
      shareDenominator: share?.denominator ?? null,
    };
  }

  sealed(phone: string | null): Pick<HomeOwner, 'sealedPhone' | 'phoneIndex'> {
    return phone === null
      ? { sealedPhone: null, phoneIndex: null }
      : { sealedPhone: this.cipher.encrypt(phone), phoneIndex: this.phoneIndex(phone) };
  }
}
