import { callablePhone } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { beginningWith } from '../../platform/database/listing.js';
import type { HomesQueryDto } from './dto/home-list.dto.js';
import { HOME_STANDS } from './home.queries.js';
import { buildingKey, entranceKey } from './imports/place-names.js';
import { OwnerRegister } from './owner-register.js';
import { typedAddresses } from './typed-address.js';

/** Of `HOME_TABLES`. */
export interface Wanted {
  homes: Conditions;
  places: Conditions;
}

/** Which homes a list asks for: of a place, by their address, and by whose they are. */
@Injectable()
export class HomeSearch {
  constructor(
    private readonly database: Database,
    private readonly register: OwnerRegister,
  ) {}

  /** What is asked of homes alone, and what is asked of where they are: a home's estate is always its building's. */
  async wanted(query: HomesQueryDto, reach: 'whole' | string[]): Promise<Wanted> {
    const { communityId, estateId, buildingId, q } = query;
    const homes = new Conditions('h.community_id = ?', communityId);
    const places = new Conditions(HOME_STANDS);
    if (reach !== 'whole') places.also('b.estate_id in (?)', reach);
    if (estateId !== undefined) places.also('b.estate_id = ?', estateId);
    if (buildingId !== undefined) homes.also('h.building_id = ?', buildingId);
    if (q !== undefined && q !== '') {
      const phone = callablePhone(q);
      const begins = beginningWith(q);
      const owned = 'h.id in (select o.home_id from home_owner o where o.to_at is null and';
      if (phone !== null)
        homes.also(
          `${owned} o.phone_index = ? and o.community_id = ?)`,
          this.register.phoneIndex(phone),
          communityId,
        );
      else {
        const doors = (await this.addressed(query)).map(doorsCondition);
        homes.also(
          `(${['h.room like ?', ...doors.map(({ sql }) => sql), `${owned} o.community_id = ? and o.name like ?)`].join(' or ')})`,
          ...[begins, ...doors.flatMap(({ parameters }) => parameters), communityId, begins],
        );
      }
    }
    return { homes, places };
  }

  /** Where the address that was typed may lie: the names are few, and read as a file's are. */
  private async addressed({ communityId, buildingId, q = '' }: HomesQueryDto): Promise<Doors[]> {
    const estates = await this.database.query<{ id: string; name: string }>(
      'select id, name from estate where community_id = ? and closed_at is null',
      [communityId],
    );
    const typed = typedAddresses(q, estates, buildingId !== undefined);
    if (typed.length === 0) return [];
    const [buildings, entrances] = await Promise.all([
      this.parts<{ estateId: string | null }>(communityId, 'building', 'estate_id as estateId'),
      typed.some(({ entrance }) => entrance !== null)
        ? this.parts<{ buildingId: string }>(communityId, 'entrance', 'parent_id as buildingId')
        : [],
    ]);
    return typed.map(({ estateIds, building, entrance, room }) => {
      const those = buildings.filter(
        (one) =>
          (estateIds?.includes(one.estateId ?? '') ?? true) &&
          (building === null || buildingKey(one.name) === building),
      );
      const ids = new Set(those.map(({ id }) => id));
      const ways = entrances.filter((one) => ids.has(one.buildingId) && entranceKey(one.name) === entrance);
      return {
        // Any building at all is no condition, as any entrance is.
        buildingIds: entrance !== null || (estateIds === null && building === null) ? null : [...ids],
        entranceIds: entrance === null ? null : ways.map(({ id }) => id),
        room,
      };
    });
  }

  private parts<More>(communityId: string, kind: 'building' | 'entrance', more: string) {
    return this.database.query<{ id: string; name: string } & More>(
      `select id, name, ${more} from area where community_id = ? and kind = ? and closed_at is null`,
      [communityId, kind],
    );
  }
}

/** Where the homes of an address are; null: anywhere. */
interface Doors {
  buildingIds: string[] | null;
  entranceIds: string[] | null;
  room: string | null;
}

function doorsCondition({ buildingIds, entranceIds, room }: Doors) {
  if (buildingIds?.length === 0 || entranceIds?.length === 0) return { sql: 'false', parameters: [] };
  const all = new Conditions('true');
  if (buildingIds !== null) all.also('h.building_id in (?)', buildingIds);
  if (entranceIds !== null) all.also('h.entrance_id in (?)', entranceIds);
  if (room !== null) all.also('h.room like ?', beginningWith(room));
  return { sql: `(${all.sql})`, parameters: all.parameters };
}

class Conditions {
  private readonly all: string[];
  readonly parameters: unknown[];

  constructor(sql: string, ...values: unknown[]) {
    this.all = [sql];
    this.parameters = values;
  }

  also(sql: string, ...values: unknown[]): void {
    this.all.push(sql);
    this.parameters.push(...values);
  }

  get sql(): string {
    return this.all.join(' and ');
  }
}
