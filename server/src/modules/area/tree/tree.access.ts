import { roleMay } from '@linli/shared';
import { actorMay, type SignedInActor } from '../../../platform/auth/actor.js';

/** The subdistricts whose communities one may add, rename and close: an officer's own, the platform admin's all. */
export function subdistrictsKept(actor: SignedInActor): 'all' | readonly string[] {
  if (actorMay(actor, 'subdistrict.manage')) return 'all';
  return actor.appointments.flatMap(({ role, subdistrictId }) =>
    roleMay(role, 'area.configure') && subdistrictId !== null ? [subdistrictId] : [],
  );
}

export function keepsSubdistrict(actor: SignedInActor, subdistrictId: string): boolean {
  const kept = subdistrictsKept(actor);
  return kept === 'all' || kept.includes(subdistrictId);
}
