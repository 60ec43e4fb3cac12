import type { OrganisationKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type SignedInActor, scopeCovers, scopeOf } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { HAS_PEOPLE } from '../../identity/index.js';
import { incidentNotFound } from '../incident.errors.js';
import { IncidentQueries } from '../incident.queries.js';
import type { UsualHelperDto } from './dto/usual-helper.dto.js';

const DAY_MS = 24 * 60 * 60_000;
/** Who helped longer ago than this may do other work by now. */
const REMEMBERED_MS = 180 * DAY_MS;

interface LastDone {
  id: string;
  name: string;
  kind: OrganisationKind;
  endedAt: Date;
  tookMinutes: number;
}

/** Whom staff would ask first: the one that did the same kind of thing in this community last, else the estate's own; never one in which nobody is. */
@Injectable()
export class UsualHelper {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly incidents: IncidentQueries,
  ) {}

  async of(actor: SignedInActor, incidentId: string): Promise<UsualHelperDto> {
    const incident = isUuidV7(incidentId) ? await this.incidents.byId(incidentId) : null;
    if (incident === null || !scopeCovers(scopeOf(actor, 'incident.dispatch'), incident))
      throw incidentNotFound();
    const now = this.clock.now();
    // Departments take their part in joint work; nobody sends for them by habit.
    const [last] = await this.database.query<LastDone>(
      `select o.id, o.name, o.kind, t.ended_at as endedAt,
              timestampdiff(minute, t.assigned_at, t.ended_at) as tookMinutes
         from task t
         join incident i on i.id = t.incident_id
         join organisation o on o.id = t.organisation_id
        where t.community_id = ? and t.state = 'done' and t.ended_at > ? and i.category_code = ?
          and o.kind <> 'department' and (o.dissolved_at is null or o.dissolved_at > ?) and ${HAS_PEOPLE}
        order by t.ended_at desc limit 1`,
      [
        incident.communityId,
        new Date(now.getTime() - REMEMBERED_MS),
        incident.categoryCode,
        now,
        now,
        now,
        now,
        now,
      ],
    );
    if (last === undefined) {
      const organisation = await this.servingEstate(incident.estateId, incident.communityId, now);
      return { organisation, endedAt: null, tookMinutes: null };
    }
    const { id, name, kind, endedAt, tookMinutes } = last;
    return {
      organisation: { id, name, kind },
      endedAt: endedAt.toISOString(),
      tookMinutes: Number(tookMinutes),
    };
  }

  /** Where nobody has done such a thing yet: the one that works for the estate, if there is just one. */
  private async servingEstate(
    estateId: string | null,
    communityId: string,
    now: Date,
  ): Promise<UsualHelperDto['organisation']> {
    if (estateId === null) return null;
    const serving = await this.database.query<Pick<LastDone, 'id' | 'name' | 'kind'>>(
      `select o.id, o.name, o.kind from organisation_estate x join organisation o on o.id = x.organisation_id
        where x.estate_id = ? and (o.community_id is null or o.community_id = ?) and o.kind <> 'department'
          and (o.dissolved_at is null or o.dissolved_at > ?) and ${HAS_PEOPLE} limit 2`,
      [estateId, communityId, now, now, now, now, now],
    );
    return serving.length === 1 ? (serving[0] ?? null) : null;
  }
}
