import { LIMITS, OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { boxAround, distanceMetres, PlaceResolver, type Point } from '../area/index.js';
import type { IncidentsNearQueryDto, NearIncidentsDto } from './dto/incident-near.dto.js';
import { IncidentFollowers } from './incident.followers.js';
import { nearestFirst } from './incident.nearest.js';
import { IncidentReader } from './incident.reader.js';
import { INCIDENT_COLUMNS, type IncidentRow } from './incident.rows.js';

const DAY_MS = 86_400_000;
/** The place that neighbours may know lies up to this far from the true one; see the view's coarse points. */
const COARSE_METRES = 8;
/** More open things of one kind around one spot than anybody has: what bounds the reading. */
const MOST_READ = 60;

/** "Is it this one?": open things of the same kind, near and recent, asked for before a report is sent. */
@Injectable()
export class IncidentNear {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly places: PlaceResolver,
    private readonly reader: IncidentReader,
    private readonly followers: IncidentFollowers,
  ) {}

  async find(actor: Actor, query: IncidentsNearQueryDto): Promise<NearIncidentsDto> {
    const { categoryCode, placeCode, buildingId, lng, lat, system } = query;
    const location =
      lng === undefined || lat === undefined || system === undefined ? undefined : { lng, lat, system };
    const place = await this.places.resolve({ placeCode, buildingId, location });
    const now = this.clock.now();
    const rows = await this.open(place.communityId, categoryCode, place, now);
    const cards = nearestFirst(await this.reader.visibleCards(actor, rows), (spot) =>
      distanceMetres(place, spot),
    );
    const standings = await this.followers.standings(
      actor.personId,
      cards.map(({ id }) => id),
    );
    return {
      items: cards.map((card) => ({ ...card, ...standings(card.id) })),
      serverNow: now.toISOString(),
    };
  }

  private open(communityId: string, categoryCode: string, at: Point, now: Date): Promise<IncidentRow[]> {
    const box = boxAround(at, LIMITS.nearMetres + COARSE_METRES);
    return this.database.query<IncidentRow>(
      `select ${INCIDENT_COLUMNS} from incident i
       where i.community_id = ? and i.category_code = ? and i.state in (?) and i.place_known = 1
         and i.lat between ? and ? and i.lng between ? and ? and i.reported_at >= ?
       order by i.reported_at desc, i.id desc limit ?`,
      [
        communityId,
        categoryCode,
        OPEN_INCIDENT_STATES,
        box.south,
        box.north,
        box.west,
        box.east,
        new Date(now.getTime() - LIMITS.nearDays * DAY_MS),
        MOST_READ,
      ],
    );
  }
}
