import type { Role } from '@linli/shared';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import type { ProblemError } from '../../platform/http/problem.js';
import { mayAppoint } from '../staff/index.js';
import { beyondYourReach, mergedAlready, ownAccount, suspended } from './people-merge.errors.js';
import { reachOf } from './people-merge.reach.js';

export interface MergingPerson {
  id: string;
  name: string;
  suspendedAt: Date | null;
  mergedIntoId: string | null;
}

interface Office {
  role: Role;
  subdistrictId: string | null;
  communityId: string | null;
}

/** Why this actor may not make these two one; empty when they may. Shown before it is asked, and asked again when it is done. */
export async function refusalsOf(
  tx: EntityManager,
  actor: SignedInActor,
  people: readonly MergingPerson[],
  now: Date,
): Promise<ProblemError[]> {
  const refusals = people.flatMap(({ id, name, suspendedAt, mergedIntoId }) => [
    ...(id === actor.personId ? [ownAccount()] : []),
    ...(mergedIntoId !== null ? [mergedAlready()] : []),
    ...(suspendedAt !== null ? [suspended({ name })] : []),
  ]);
  return (await liesBeyond(tx, actor, people, now)) ? [...refusals, beyondYourReach()] : refusals;
}

/** Whoever merges gives one the other's ways in, homes and offices: only what lies all with them, over whom they appoint themselves. */
async function liesBeyond(
  tx: EntityManager,
  actor: SignedInActor,
  people: readonly MergingPerson[],
  now: Date,
): Promise<boolean> {
  const reach = reachOf(actor);
  if (reach === 'everywhere') return false;
  const ids = people.map(({ id }) => id);
  const offices = await tx.query<Office[]>(
    `select a.role, coalesce(o.subdistrict_id, a.subdistrict_id) as subdistrictId,
            if(o.id is null, a.community_id, o.community_id) as communityId
       from appointment a left join organisation o on o.id = a.organisation_id
      where a.person_id in (?) and (a.to_at is null or a.to_at > ?)`,
    [ids, now],
  );
  if (offices.some((office) => !mayAppoint(actor.appointments, office.role, office))) return true;
  const [account] = await tx.query<{ id: string }[]>(
    "select id from person_login where person_id in (?) and kind = 'password' limit 1",
    [ids],
  );
  if (account !== undefined) return true;
  const homes = await tx.query<{ communityId: string }[]>(
    'select distinct community_id as communityId from household_member where person_id in (?) and open_key is not null',
    [ids],
  );
  return homes.some(({ communityId }) => !reach.includes(communityId));
}
