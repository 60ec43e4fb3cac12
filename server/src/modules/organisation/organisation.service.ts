import type { OrganisationKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/ids/new-id.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationEstate } from './organisation-estate.entity.js';

export interface NewOrganisation {
  /** Made by whoever adds it; here when absent. */
  id?: string;
  kind: OrganisationKind;
  name: string;
  /** Absent: it serves the whole subdistrict. */
  communityId?: string | null;
  subdistrictId: string;
}

/** Organisations coming and going. */
@Injectable()
export class OrganisationService {
  constructor(private readonly clock: Clock) {}

  async add(
    tx: EntityManager,
    { id: given, kind, name, communityId, subdistrictId }: NewOrganisation,
  ): Promise<string> {
    const now = this.clock.now();
    const id = given ?? newId(now);
    await tx.insert(Organisation, {
      id,
      kind,
      name,
      communityId: communityId ?? null,
      subdistrictId,
      dissolvedAt: null,
      createdAt: now,
    });
    return id;
  }

  async rename(tx: EntityManager, id: string, name: string): Promise<void> {
    await tx.query('update organisation set name = ? where id = ?', [name, id]);
  }

  /** From now on it works for these estates and no others. */
  async serve(tx: EntityManager, id: string, estateIds: readonly string[]): Promise<void> {
    await tx.query('delete from organisation_estate where organisation_id = ?', [id]);
    for (const estateId of estateIds) await tx.insert(OrganisationEstate, { organisationId: id, estateId });
  }

  /** One that is dissolved keeps its first end. Its open tasks stay until staff transfer or cancel them. */
  async dissolve(tx: EntityManager, id: string): Promise<void> {
    await tx.query('update organisation set dissolved_at = ? where id = ? and dissolved_at is null', [
      this.clock.now(),
      id,
    ]);
  }
}
