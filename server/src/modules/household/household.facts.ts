import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HouseholdMember } from './household-member.entity.js';

/** Memberships as they are now, for what follows from them. */
@Injectable()
export class HouseholdFacts {
  of(tx: EntityManager, id: string): Promise<HouseholdMember | null> {
    return tx.getRepository(HouseholdMember).findOneBy({ id });
  }
}
