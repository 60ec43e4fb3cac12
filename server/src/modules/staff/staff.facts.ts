import type { Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PlaceNames, placeLabelOf } from './staff.labels.js';

/** An appointment as its holder is told of it. */
export interface AppointmentFact {
  personId: string;
  role: Role;
  placeLabel: string;
  communityId: string | null;
  /** It is in the place of somebody on leave. */
  standsIn: boolean;
}

/** What others read of appointments when something happened to one. */
@Injectable()
export class StaffFacts {
  async of(tx: EntityManager, appointmentId: string): Promise<AppointmentFact | null> {
    const [row] = await tx.query<
      (PlaceNames & Omit<AppointmentFact, 'placeLabel' | 'standsIn'> & { standInForId: string | null })[]
    >(
      `select a.person_id as personId, a.role, if(o.id is null, a.community_id, o.community_id) as communityId,
              a.stand_in_for_id as standInForId, ar.kind as areaKind, ar.name as areaName, c.name as communityName,
              e.name as estateName, o.name as organisationName
         from appointment a
         left join organisation o on o.id = a.organisation_id
         left join area ar on ar.id = a.area_id
         left join area c on c.id = a.community_id
         left join estate e on e.id = coalesce(a.estate_id, ar.estate_id)
        where a.id = ?`,
      [appointmentId],
    );
    if (row === undefined) return null;
    const { personId, role, communityId, standInForId } = row;
    return { personId, role, communityId, placeLabel: placeLabelOf(row), standsIn: standInForId !== null };
  }
}
