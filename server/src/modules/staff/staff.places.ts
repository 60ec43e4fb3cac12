import { type OrganisationKind, ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { organisationDissolved, placeGone, placeUnfit } from './staff.errors.js';
import { PLACE_WORDS, PLACES_OF_ROLE, type PlaceKind } from './staff.rules.js';

/** Where somebody is to be appointed; all absent for the whole platform. */
export interface PlaceInput {
  areaId?: string | undefined;
  estateId?: string | undefined;
  organisationId?: string | undefined;
}

/** The ids that an appointment keeps of its place, and by what reach it is judged. */
export interface AppointedPlace {
  ids: {
    areaId: string | null;
    subdistrictId: string | null;
    communityId: string | null;
    gridId: string | null;
    estateId: string | null;
    buildingId: string | null;
    organisationId: string | null;
  };
  /** Where that lies; for an organisation, whom it serves. */
  subdistrictId: string | null;
  communityId: string | null;
}

const NOWHERE: AppointedPlace['ids'] = {
  ...{ areaId: null, subdistrictId: null, communityId: null, gridId: null },
  ...{ estateId: null, buildingId: null, organisationId: null },
};

interface FoundPlace extends AppointedPlace {
  kind: PlaceKind | 'other';
}

/** Finds the place of an appointment and holds it, so that two who appoint there at once come one after the other. */
@Injectable()
export class StaffPlaces {
  async hold(tx: EntityManager, role: Role, input: PlaceInput, now: Date): Promise<AppointedPlace> {
    const place = await this.find(tx, input, now);
    if (!(PLACES_OF_ROLE[role] as readonly string[]).includes(place.kind)) {
      const needs = PLACES_OF_ROLE[role].map((kind) => PLACE_WORDS[kind]).join('或者');
      throw placeUnfit({ role: ROLE_LABELS[role], needs });
    }
    return place;
  }

  private find(tx: EntityManager, input: PlaceInput, now: Date): Promise<FoundPlace> | FoundPlace {
    if (input.organisationId !== undefined) return this.organisation(tx, input.organisationId, now);
    if (input.estateId !== undefined) return this.estate(tx, input.estateId);
    if (input.areaId !== undefined) return this.area(tx, input.areaId);
    return { kind: 'platform', ids: NOWHERE, subdistrictId: null, communityId: null };
  }

  private async organisation(tx: EntityManager, id: string, now: Date): Promise<FoundPlace> {
    const [row] = await tx.query<
      {
        kind: OrganisationKind;
        subdistrictId: string;
        communityId: string | null;
        dissolvedAt: Date | null;
      }[]
    >(
      `select kind, subdistrict_id as subdistrictId, community_id as communityId, dissolved_at as dissolvedAt
         from organisation where id = ? for update`,
      [id],
    );
    if (row === undefined) throw placeGone();
    if (row.dissolvedAt !== null && row.dissolvedAt <= now) throw organisationDissolved();
    const { subdistrictId, communityId } = row;
    const kind = row.kind === 'department' ? 'department' : 'organisation';
    return { kind, ids: { ...NOWHERE, organisationId: id }, subdistrictId, communityId };
  }

  private async estate(tx: EntityManager, id: string): Promise<FoundPlace> {
    const [row] = await tx.query<{ subdistrictId: string; communityId: string; closedAt: Date | null }[]>(
      `select c.id as communityId, c.subdistrict_id as subdistrictId, e.closed_at as closedAt
         from estate e join area c on c.id = e.community_id where e.id = ? for update`,
      [id],
    );
    if (row === undefined || row.closedAt !== null) throw placeGone();
    const { subdistrictId, communityId } = row;
    return {
      kind: 'estate',
      ids: { ...NOWHERE, subdistrictId, communityId, estateId: id },
      subdistrictId,
      communityId,
    };
  }

  private async area(tx: EntityManager, id: string): Promise<FoundPlace> {
    const [row] = await tx.query<
      {
        kind: 'county' | 'subdistrict' | 'community' | 'grid' | 'building' | 'entrance';
        subdistrictId: string | null;
        communityId: string | null;
        closedAt: Date | null;
      }[]
    >(
      `select kind, subdistrict_id as subdistrictId, community_id as communityId, closed_at as closedAt
         from area where id = ? for update`,
      [id],
    );
    if (row === undefined || row.closedAt !== null) throw placeGone();
    const { subdistrictId, communityId } = row;
    // A building's grid may be redrawn, so its captain's appointment names the building alone.
    const gridId = row.kind === 'grid' ? id : null;
    const buildingId = row.kind === 'building' ? id : null;
    const kind = row.kind === 'county' || row.kind === 'entrance' ? 'other' : row.kind;
    const ids = { ...NOWHERE, areaId: id, subdistrictId, communityId, gridId, buildingId };
    return { kind, ids, subdistrictId, communityId };
  }
}
