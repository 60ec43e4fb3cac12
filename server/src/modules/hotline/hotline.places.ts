import { Injectable } from '@nestjs/common';
import { AreaQueries, PlaceResolver, type ResolvedPlace } from '../area/index.js';
import type { WhereDto } from './dto/enter-hotline-order.dto.js';
import { placeElsewhere } from './hotline.errors.js';

/** Finds the building that an address in words means, and what it says besides; null where none or more than one is meant. */
export type AddressReader = (words: string) => { id: string; rest: string } | null;

/** Where an order's matter lies, from what the hotline knows of it. */
@Injectable()
export class HotlinePlaces {
  constructor(
    private readonly areas: AreaQueries,
    private readonly places: PlaceResolver,
  ) {}

  /** A code, a building or a point of this community; where there is none, the community as a whole. */
  async resolve(communityId: string, where: WhereDto): Promise<ResolvedPlace> {
    const { placeCode, buildingId, location } = where;
    const known = [placeCode, buildingId, location].some((one) => one !== undefined);
    // Its own staff take the order in, so it is read there, even before the map is drawn.
    if (!known) return this.places.inCommunity(communityId);
    const place = await this.places.resolve({ placeCode, buildingId, location });
    if (place.communityId !== communityId) throw placeElsewhere();
    return place;
  }

  async addressReader(communityId: string): Promise<AddressReader> {
    const buildings = await this.areas.buildingsOf(communityId);
    const known = buildings.map(({ id, name, estateName }) => ({ id, mark: plain(estateName + name) }));
    return (words) => {
      const meant = known.filter(({ mark }) => plain(words).includes(mark));
      const [only] = meant;
      if (only === undefined || meant.length > 1) return null;
      return { id: only.id, rest: plain(words).split(only.mark).filter(Boolean).join(' ') };
    };
  }
}

/** 「幸福里 3 号楼」 and 「幸福里３号楼」 are the same. */
function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
