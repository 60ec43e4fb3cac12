import type { HomeUsage } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/ids/new-id.js';
import type { Area } from '../area/index.js';
import { Home } from './home.entity.js';

export interface NewHome {
  entrance: Area;
  floor: number;
  room: string;
  usage?: HomeUsage;
  /** In hundredths of a square metre. */
  floorArea?: number | null;
  titleNumber?: string | null;
}

/** Homes are inserted so many at a time: one statement stays well below what the database takes. */
const AT_ONCE = 1_000;

/** Adds homes; everything else about them is said by the owner register's own services. */
@Injectable()
export class HomeService {
  constructor(private readonly clock: Clock) {}

  /** Gives back their ids in the order of the homes. */
  async addHomes(tx: EntityManager, homes: readonly NewHome[]): Promise<string[]> {
    const now = this.clock.now();
    const rows = homes.map(({ entrance, floor, room, usage, floorArea, titleNumber }): Home => {
      if (entrance.kind !== 'entrance' || entrance.communityId === null || entrance.parentId === null)
        throw new RangeError('a home needs an entrance');
      return {
        id: newId(now),
        communityId: entrance.communityId,
        estateId: entrance.estateId,
        buildingId: entrance.parentId,
        entranceId: entrance.id,
        ...{ floor, room, usage: usage ?? 'residence' },
        floorArea: floorArea ?? null,
        titleNumber: titleNumber ?? null,
        createdAt: now,
      };
    });
    for (let at = 0; at < rows.length; at += AT_ONCE) await tx.insert(Home, rows.slice(at, at + AT_ONCE));
    return rows.map(({ id }) => id);
  }
}
