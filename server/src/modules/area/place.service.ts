import { randomInt } from 'node:crypto';
import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { drawCode, readCode } from '../../platform/ids/readable-code.js';
import { placeMalformed, placeRevoked, placeUnknown } from './area.errors.js';
import type { PlaceDto } from './dto/place.dto.js';
import { type Point, roundDegrees } from './geo/point.js';
import { Place } from './place.entity.js';

export interface PlaceRow extends Point {
  id: string;
  code: string;
  label: string;
  address: string;
  communityId: string;
  communityName: string;
  gridId: string | null;
  gridName: string | null;
  buildingId: string | null;
  buildingName: string | null;
  estateId: string | null;
  revokedAt: Date | null;
}

export interface NewPlace extends Point {
  /** Of whoever made it; drawn when absent. */
  id?: string;
  label: string;
  address: string;
  communityId: string;
  gridId: string | null;
  buildingId: string | null;
  estateId: string | null;
  /** Only where a sheet is already printed; otherwise a code is drawn. */
  code?: string;
  createdById?: string;
  /** The place whose code it takes over from. */
  replacesId?: string;
  requestHash?: string;
}

/** One code in 23⁸ is taken by each place there is, so that a second draw is hardly ever needed. */
const DRAWS = 5;

/** Places with printed codes. */
@Injectable()
export class PlaceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The code that was drawn first and is in force: something to scan in a demo. Null while there are no places. */
  async firstCode(): Promise<string | null> {
    const [place] = await this.database.query<{ code: string }>(
      'select code from place where revoked_at is null order by created_at, id limit 1',
    );
    return place?.code ?? null;
  }

  /** The place in force behind a code as someone scanned or typed it. */
  async byCode(text: string): Promise<PlaceRow> {
    const code = readCode(text, LIMITS.placeCodeChars);
    if (code === null) throw placeMalformed();
    return this.inForce('code', code);
  }

  /** The place in force that somebody found by its name. */
  byId(id: string): Promise<PlaceRow> {
    return this.inForce('id', id);
  }

  private async inForce(by: 'code' | 'id', value: string): Promise<PlaceRow> {
    const [row] = await this.database.query<PlaceRow>(
      `select p.id, p.code, p.label, p.address, p.lng, p.lat, p.revoked_at as revokedAt,
              p.community_id as communityId, c.name as communityName, p.grid_id as gridId, g.name as gridName,
              p.building_id as buildingId, b.name as buildingName, p.estate_id as estateId
       from place p join area c on c.id = p.community_id
       left join area g on g.id = p.grid_id left join area b on b.id = p.building_id
       where p.${by} = ?`,
      [value],
    );
    if (row === undefined) throw placeUnknown();
    if (row.revokedAt !== null) throw placeRevoked();
    return row;
  }

  async describe(text: string): Promise<PlaceDto> {
    const place = await this.byCode(text);
    const ref = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
    return {
      code: place.code,
      label: place.label,
      address: place.address,
      community: { id: place.communityId, name: place.communityName },
      grid: ref(place.gridId, place.gridName),
      building: ref(place.buildingId, place.buildingName),
      location: { lng: place.lng, lat: place.lat },
    };
  }

  /** Adds a place and gives back its code. */
  async add(tx: EntityManager, place: NewPlace): Promise<string> {
    const now = this.clock.now();
    const code = place.code ?? (await this.freeCode(tx));
    if (readCode(code, LIMITS.placeCodeChars) !== code)
      throw new RangeError(`${code} cannot be a place code`);
    const spot = { lng: roundDegrees(place.lng), lat: roundDegrees(place.lat) };
    const id = place.id ?? newId(now);
    await tx.insert(Place, { ...place, ...spot, code, id, createdAt: now, revokedAt: null });
    return code;
  }

  async revoke(tx: EntityManager, code: string): Promise<void> {
    await tx.update(Place, { code }, { revokedAt: this.clock.now() });
  }

  private async freeCode(tx: EntityManager): Promise<string> {
    for (let draw = 1; draw <= DRAWS; draw++) {
      const code = drawCode(LIMITS.placeCodeChars, randomInt);
      const [taken] = await tx.query<{ id: string }[]>('select id from place where code = ?', [code]);
      if (taken === undefined) return code;
    }
    throw new Error('the place codes are used up');
  }
}
