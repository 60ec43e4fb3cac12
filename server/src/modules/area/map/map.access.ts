import type { Permission } from '@linli/shared';
import { roleMay } from '@linli/shared';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { scopeOf } from '../../../platform/auth/actor.js';

/** The communities that a permission over areas reaches; a platform admin's reaches all. */
export type AreaReach = 'all' | readonly string[];

export function reachOf(actor: SignedInActor, permission: Permission): AreaReach {
  const everywhere = actor.appointments.some(
    ({ role }) => role === 'platform_admin' && roleMay(role, permission),
  );
  return everywhere ? 'all' : scopeOf(actor, permission).communityIds;
}

export function reaches(actor: SignedInActor, permission: Permission, communityId: string): boolean {
  const reach = reachOf(actor, permission);
  return reach === 'all' || reach.includes(communityId);
}
