import { ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import {
  AreaTies,
  type ClosingArea,
  type ClosingPlaces,
  ClosingWitnesses,
  type LeftBehind,
  type Reading,
  type Tie,
} from '../area/index.js';

/** An empty list would be no SQL; this is nobody's id. */
const NOBODY = '-';

/** Before a place closes it is said who is appointed to it: closing ends no appointment. */
@Injectable()
export class AppointedThere implements OnModuleInit {
  constructor(
    private readonly witnesses: ClosingWitnesses,
    private readonly ties: AreaTies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.witnesses.join((reading, places) => this.leftAt(reading, places));
    this.ties.join((reading, area) => this.heldIn(reading, area));
  }

  /** Of a whole community or subdistrict, however small the place in it. */
  private async heldIn(reading: Reading, { kind, id }: ClosingArea): Promise<Tie[]> {
    const rows = await reading<{ role: Role; count: string }>(
      `select a.role, count(*) as count from appointment a
        where a.${kind}_id = ? and (a.to_at is null or a.to_at > ?) group by a.role order by a.role`,
      [id, this.clock.now()],
    );
    return rows.map(({ role, count }) => ({ count: Number(count), words: `项${ROLE_LABELS[role]}任命` }));
  }

  private async leftAt(reading: Reading, { areaIds, estateIds }: ClosingPlaces): Promise<LeftBehind[]> {
    const now = this.clock.now();
    const rows = await reading<{ placeId: string; role: Role; count: number }>(
      `select coalesce(a.area_id, a.estate_id) as placeId, a.role, count(*) as count from appointment a
        where (a.area_id in (?) or a.estate_id in (?)) and (a.to_at is null or a.to_at > ?)
        group by coalesce(a.area_id, a.estate_id), a.role order by a.role`,
      [orNobody(areaIds), orNobody(estateIds), now],
    );
    return rows.map(({ placeId, role, count }) => ({
      placeId,
      words: ROLE_LABELS[role],
      count: Number(count),
    }));
  }
}

const orNobody = (ids: readonly string[]) => (ids.length > 0 ? ids : [NOBODY]);
