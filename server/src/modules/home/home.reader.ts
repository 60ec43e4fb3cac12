import type { OwnerKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { rowsOf } from '../../platform/database/listing.js';
import { maskedPhone } from '../identity/index.js';
import type { HomesQueryDto } from './dto/home-list.dto.js';
import type { HomeDetailDto, HomeDto, HomeEstateDto, HomeOwnerDto, HomesDto } from './dto/home-view.dto.js';
import { outsideYourCommunities } from './home.errors.js';
import { HOME_COLUMNS, HOME_STANDS, HOME_TABLES, type HomeRow } from './home.queries.js';
import type { HomeAction } from './home-action.entity.js';
import { HomeActs } from './home-acts.js';
import { HomeSearch, type Wanted } from './home-search.js';
import { type CountedHome, countOwners } from './owner-count.js';
import { RegisterLooks } from './register-looks.js';

interface OwnerRow {
  id: string;
  homeId: string;
  name: string;
  ownerKind: OwnerKind;
  sealedPhone: string | null;
  shareNumerator: number | null;
  shareDenominator: number | null;
  personId: string | null;
  fromAt: Date;
  toAt: Date | null;
}

const OWNER_COLUMNS = `id, home_id as homeId, name, owner_kind as ownerKind, sealed_phone as sealedPhone,
  share_numerator as shareNumerator, share_denominator as shareDenominator, person_id as personId,
  from_at as fromAt, to_at as toAt`;
/** Nobody scrolls further back than this. */
const BEFORE_SHOWN = 50;
/** No community comes near; a list has to end somewhere. */
const MOST_ENTRANCES = 10_000;
const BY_PLACE = 'es.sort, es.id, b.sort, b.id, e.sort, e.id';
const NO_ESTATE = '不属于小区的楼';

/** The register as the console shows it; telephone numbers only ever with their middle hidden. */
@Injectable()
export class HomeReader {
  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly search: HomeSearch,
    private readonly acts: HomeActs,
    private readonly looks: RegisterLooks,
  ) {}

  async page(actor: SignedInActor, query: HomesQueryDto): Promise<HomesDto> {
    const { limit, offset } = rowsOf(query);
    const wanted = await this.search.wanted(query, await this.reach(actor, query.communityId));
    const entrances = await this.entrances(wanted);
    const { ids, before } = within(entrances, offset, limit);
    const rows =
      ids.length === 0
        ? []
        : await this.database.query<HomeRow>(
            `select ${HOME_COLUMNS} from ${HOME_TABLES} where h.entrance_id in (?) and ${wanted.homes.sql}
              order by ${BY_PLACE}, h.floor, h.room limit ? offset ?`,
            [ids, ...wanted.homes.parameters, limit, offset - before],
          );
    const owners = await this.ownersOf(rows.map(({ id }) => id));
    if (owners.size > 0) await this.looks.atList(actor, query.communityId);
    return {
      items: rows.map((row) => this.homeDto(row, owners.get(row.id) ?? [])),
      total: entrances.reduce((sum, { many }) => sum + many, 0),
    };
  }

  async detail(actor: SignedInActor, id: string): Promise<HomeDetailDto> {
    const home = await this.acts.homeOf(actor, id);
    const [now, before, changes] = await Promise.all([
      this.ownersOf([id]),
      this.database.query<OwnerRow>(
        `select ${OWNER_COLUMNS} from home_owner where home_id = ? and to_at is not null
          order by to_at desc, id desc limit ?`,
        [id, BEFORE_SHOWN],
      ),
      this.database.query<{ id: string; action: HomeAction; actorName: string; at: Date }>(
        `select id, action, actor_name as actorName, at from home_action where home_id = ?
          order by at desc, id desc limit ?`,
        [id, BEFORE_SHOWN],
      ),
    ]);
    await this.looks.atHome(actor, home, [...(now.get(id) ?? []), ...before]);
    return {
      ...this.homeDto(home, now.get(id) ?? []),
      titleNumber: home.titleNumber,
      ownersBefore: before.map((row) => this.ownerDto(row)),
      changes: changes.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
    };
  }

  /** Every estate of the community that is still drawn, with its buildings and what owners' matters count by. */
  async estates(actor: SignedInActor, communityId: string): Promise<HomeEstateDto[]> {
    const reach = await this.reach(actor, communityId);
    const [estates, buildings, homes, owners] = await Promise.all([
      this.database.query<{ id: string; name: string }>(
        'select id, name from estate where community_id = ? and closed_at is null order by sort, id',
        [communityId],
      ),
      this.database.query<{ id: string; name: string; estateId: string | null }>(
        `select id, name, estate_id as estateId from area where community_id = ? and kind = 'building'
            and closed_at is null order by sort, id`,
        [communityId],
      ),
      this.database.query<{ id: string; estateId: string | null; floorArea: number | null }>(
        `select h.id, h.estate_id as estateId, h.floor_area as floorArea from ${HOME_TABLES}
          where h.community_id = ? and ${HOME_STANDS}`,
        [communityId],
      ),
      this.database.query<CountedHome['owners'][number] & { homeId: string }>(
        `select home_id as homeId, name, owner_kind as ownerKind, phone_index as phoneIndex,
           person_id as personId from home_owner where community_id = ? and to_at is null`,
        [communityId],
      ),
    ]);
    const ownersByHome = groupedBy(owners, ({ homeId }) => homeId);
    const homesByEstate = groupedBy(homes, ({ estateId }) => estateId);
    const loose = homesByEstate.has(null) || buildings.some(({ estateId }) => estateId === null);
    const all = [...estates, ...(loose ? [{ id: null, name: NO_ESTATE }] : [])];
    const theirs = all.filter(({ id }) => reach === 'whole' || (id !== null && reach.includes(id)));
    return theirs.map(({ id, name }) => ({
      ...{ id, name },
      buildings: buildings
        .filter(({ estateId }) => estateId === id)
        .map((building) => ({ id: building.id, name: building.name })),
      ...countOwners(
        (homesByEstate.get(id) ?? []).map((home) => ({
          floorArea: home.floorArea,
          owners: ownersByHome.get(home.id) ?? [],
        })),
      ),
    }));
  }

  /** How many of the homes each entrance has, in the order of the list: a page is then found without putting all homes in order. */
  private async entrances({ homes, places }: Wanted): Promise<{ id: string; many: number }[]> {
    const rows = await this.database.query<{ id: string; many: string }>(
      `select t.id, t.many
         from (select h.building_id as buildingId, h.entrance_id as id, count(*) as many from home h
                where ${homes.sql} group by h.building_id, h.entrance_id) t
         join area b on b.id = t.buildingId join area e on e.id = t.id left join estate es on es.id = b.estate_id
        where ${places.sql} order by ${BY_PLACE} limit ${MOST_ENTRANCES}`,
      [...homes.parameters, ...places.parameters],
    );
    return rows.map(({ id, many }) => ({ id, many: Number(many) }));
  }

  /** The whole community, or those of its estates that somebody is appointed to. */
  private async reach(actor: SignedInActor, communityId: string): Promise<'whole' | string[]> {
    const { communityIds, estateIds } = scopeOf(actor, 'home.register');
    if (communityIds.includes(communityId)) return 'whole';
    if (estateIds.length === 0) throw outsideYourCommunities();
    const here = await this.database.query<{ id: string }>(
      'select id from estate where id in (?) and community_id = ? and closed_at is null',
      [estateIds, communityId],
    );
    if (here.length === 0) throw outsideYourCommunities();
    return here.map(({ id }) => id);
  }

  private async ownersOf(homeIds: string[]): Promise<Map<string, OwnerRow[]>> {
    if (homeIds.length === 0) return new Map();
    const rows = await this.database.query<OwnerRow>(
      `select ${OWNER_COLUMNS} from home_owner where home_id in (?) and to_at is null order by from_at, position, id`,
      [homeIds],
    );
    return groupedBy(rows, ({ homeId }) => homeId);
  }

  private homeDto(row: HomeRow, owners: readonly OwnerRow[]): HomeDto {
    const { id, communityId, estateName, buildingName, entranceName, floor, room, usage, floorArea } = row;
    return {
      ...{ id, communityId, estateName, buildingName, entranceName, floor, room, usage, floorArea },
      owners: owners.map((owner) => this.ownerDto(owner)),
    };
  }

  private ownerDto(row: OwnerRow): HomeOwnerDto {
    const { id, name, ownerKind, sealedPhone, shareNumerator, shareDenominator, personId } = row;
    return {
      ...{ id, name, ownerKind, confirmed: personId !== null },
      maskedPhone: sealedPhone === null ? null : maskedPhone(this.cipher.decrypt(sealedPhone)),
      share: shareNumerator === null ? null : `${shareNumerator}/${shareDenominator}`,
      fromAt: row.fromAt.toISOString(),
      toAt: row.toAt?.toISOString() ?? null,
    };
  }
}

/** The entrances that a page of homes is in, and how many homes come before the first of them. */
function within(entrances: readonly { id: string; many: number }[], offset: number, size: number) {
  const ids: string[] = [];
  let before = 0;
  let passed = 0;
  for (const { id, many } of entrances) {
    if (passed + many > offset && passed < offset + size) {
      if (ids.length === 0) before = passed;
      ids.push(id);
    }
    passed += many;
  }
  return { ids, before };
}

function groupedBy<One, Key>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
