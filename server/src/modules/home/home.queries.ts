import type { HomeUsage } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';

/** A home with the names of where it is, as the areas are called and drawn now. */
export interface HomeRow {
  id: string;
  communityId: string;
  gridId: string;
  estateId: string | null;
  buildingId: string;
  entranceId: string;
  estateName: string | null;
  buildingName: string;
  entranceName: string;
  floor: number;
  room: string;
  usage: HomeUsage;
  /** In hundredths of a square metre. */
  floorArea: number | null;
  titleNumber: string | null;
  /** 1: its estate, building or entrance is drawn no more. */
  closed: number;
}

/** One entrance of a building with its doors, from the ground up. */
export interface EntranceDoors {
  id: string;
  name: string;
  homes: { id: string; floor: number; room: string; usage: HomeUsage }[];
}

/** Homes that still stand, of `HOME_TABLES`. */
export const HOME_STANDS = 'b.closed_at is null and e.closed_at is null and es.closed_at is null';
export const HOME_COLUMNS = `h.id, h.community_id as communityId, b.grid_id as gridId, h.estate_id as estateId,
  h.building_id as buildingId, h.entrance_id as entranceId, es.name as estateName, b.name as buildingName,
  e.name as entranceName, h.floor, h.room, h.usage_kind as \`usage\`, h.floor_area as floorArea,
  h.title_number as titleNumber, not (${HOME_STANDS}) as closed`;
export const HOME_TABLES = `home h join area b on b.id = h.building_id join area e on e.id = h.entrance_id
  left join estate es on es.id = h.estate_id`;

/** What other modules read of homes. */
@Injectable()
export class HomeQueries {
  constructor(private readonly database: Database) {}

  /** Null when there is no such home. Inside a transaction, as that one sees it. */
  async home(id: string, tx?: EntityManager): Promise<HomeRow | null> {
    if (!isUuidV7(id)) return null;
    const sql = `select ${HOME_COLUMNS} from ${HOME_TABLES} where h.id = ?`;
    const [row]: HomeRow[] = await (tx === undefined
      ? this.database.query<HomeRow>(sql, [id])
      : tx.query(sql, [id]));
    return row ?? null;
  }

  async homes(ids: readonly string[]): Promise<Map<string, HomeRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<HomeRow>(
      `select ${HOME_COLUMNS} from ${HOME_TABLES} where h.id in (?)`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The doors of one building: what somebody chooses their own from. Nothing here says who lives behind them. */
  async doors(buildingId: string): Promise<EntranceDoors[]> {
    if (!isUuidV7(buildingId)) return [];
    const rows = await this.database.query<{
      entranceId: string;
      entranceName: string;
      id: string;
      floor: number;
      room: string;
      usage: HomeUsage;
    }>(
      `select e.id as entranceId, e.name as entranceName, h.id, h.floor, h.room, h.usage_kind as \`usage\`
         from home h join area e on e.id = h.entrance_id
        where h.building_id = ? and e.closed_at is null order by e.sort, e.id, h.floor, h.room`,
      [buildingId],
    );
    const entrances = new Map<string, EntranceDoors>();
    for (const { entranceId, entranceName, ...home } of rows) {
      const entrance = entrances.get(entranceId) ?? { id: entranceId, name: entranceName, homes: [] };
      entrance.homes.push(home);
      entrances.set(entranceId, entrance);
    }
    return [...entrances.values()];
  }
}

/** 「安澜里 3 号楼 1 单元 302」 */
export function homeLabel({
  estateName,
  buildingName,
  entranceName,
  room,
}: Pick<HomeRow, 'estateName' | 'buildingName' | 'entranceName' | 'room'>): string {
  return [estateName, buildingName, entranceName, room].filter((part) => part !== null).join(' ');
}
