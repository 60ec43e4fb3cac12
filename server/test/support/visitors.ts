import { type Permission, ROLE_LABELS, ROLES, type Role, roleMay } from '@linli/shared';
import { ask } from './api.js';
import type { AppointmentSeed, CommunitySeed, Town } from './town.js';

/** Somebody who tries a route, and what they are in force. */
export interface Visitor {
  label: string;
  /** Absent: nobody is signed in. */
  token: string | undefined;
  /** The token's session has ended. */
  stale: boolean;
  personId: string | null;
  appointments: AppointmentSeed[];
}

/** The organisation whose people the role's visitors are, and another whose tasks are none of theirs. */
function organisationRole(role: Role) {
  if (role === 'co_helper') return { near: 'property', far: 'farProperty' } as const;
  if (role === 'department_officer') return { near: 'cityManagement', far: 'fire' } as const;
  return null;
}

const PLATFORM_WIDE: readonly Role[] = ['platform_admin', 'personnel_admin', 'auditor'];

/** Where an incident of the near community's first grid lies, seen from each kind of appointment. */
function placements(town: Town, role: Role): Record<string, AppointmentSeed[]> {
  const organisation = organisationRole(role);
  if (organisation !== null) {
    const inside = { role, organisationId: town.organisations[organisation.near] };
    const outside = { role, organisationId: town.organisations[organisation.far] };
    const ended = { ...inside, ended: true };
    return { inside: [inside], outside: [outside], ended: [ended], moved: [ended, outside] };
  }
  const at = (community: CommunitySeed, gridIndex: 0 | 1): AppointmentSeed => {
    const { subdistrictId, id: communityId } = community;
    const gridId = community.grids[gridIndex].id;
    if (PLATFORM_WIDE.includes(role)) return { role };
    if (role === 'subdistrict_officer') return { role, areaId: subdistrictId, subdistrictId };
    if (role === 'building_captain')
      return {
        role,
        areaId: community.buildingId,
        subdistrictId,
        communityId,
        buildingId: community.buildingId,
      };
    if (role === 'grid_worker') return { role, areaId: gridId, subdistrictId, communityId, gridId };
    return { role, areaId: communityId, subdistrictId, communityId };
  };
  const inside = at(town.near, 0);
  const ended = { ...inside, ended: true };
  if (PLATFORM_WIDE.includes(role)) return { inside: [inside], ended: [ended] };
  const outside = at(town.far, 0);
  return {
    inside: [inside],
    outside: [outside],
    ended: [ended],
    moved: [ended, outside],
    ...(role === 'grid_worker'
      ? {
          nextGrid: [at(town.near, 1)],
          beforeStandingIn: [{ ...inside, coming: true }],
          onLeave: [{ ...inside, onLeave: true }],
          suspended: [inside],
        }
      : {}),
    ...(role === 'community_worker'
      ? { estate: [estateOf(town.near, role)], farEstate: [estateOf(town.far, role)] }
      : {}),
  };
}

const estateOf = ({ id, subdistrictId, estateId }: CommunitySeed, role: Role): AppointmentSeed => ({
  role,
  subdistrictId,
  communityId: id,
  estateId,
});

/** Every role in every placement, residents, somebody signed out, and somebody whose session has ended. */
export async function gatherVisitors(base: string, town: Town): Promise<Visitor[]> {
  const signIn = async (key: string) => (await ask(base, 'POST', '/api/auth/demo', { body: { key } })).body;
  const visitors: Visitor[] = [];
  for (const role of ROLES) {
    if (role === 'resident') continue;
    for (const [placement, appointments] of Object.entries(placements(town, role))) {
      const person = await town.addPerson(`${role}_${placement}`, appointments);
      const label = `${ROLE_LABELS[role]}, ${placement}`;
      const token = (await signIn(person.key)).accessToken;
      const stale = placement === 'suspended';
      if (stale) await town.suspend(person.id);
      visitors.push({ label, token, stale, personId: stale ? null : person.id, appointments });
    }
  }
  for (const [label, key] of [
    ['the reporter', 'reporter'],
    ['another resident', 'neighbour'],
  ] as const) {
    const { accessToken, me } = await signIn(key);
    visitors.push({ label, token: accessToken, stale: false, personId: me.id, appointments: [] });
  }
  const gone = await signIn('neighbour');
  await ask(base, 'POST', '/api/auth/logout', { body: { refreshToken: gone.refreshToken } });
  visitors.push({
    label: 'a session that ended',
    token: gone.accessToken,
    stale: true,
    personId: null,
    appointments: [],
  });
  visitors.push({ label: 'signed out', token: undefined, stale: false, personId: null, appointments: [] });
  return visitors;
}

const inForce = (visitor: Visitor) =>
  visitor.appointments.filter(({ ended, coming, onLeave }) => !ended && !coming && !onLeave);

/** Whether shared/permissions gives this visitor the permission anywhere. */
export function holds(visitor: Visitor, permission: Permission): boolean {
  if (visitor.personId === null) return false;
  return roleMay('resident', permission) || inForce(visitor).some(({ role }) => roleMay(role, permission));
}

/** Whether the permission reaches the near building, which stands in the near community's first grid. */
export function reachesNear(visitor: Visitor, permission: Permission, town: Town): boolean {
  return inForce(visitor).some((appointment) => {
    const { role, gridId, estateId, buildingId, communityId, subdistrictId, organisationId } = appointment;
    if (!roleMay(role, permission) || organisationId) return false;
    if (buildingId) return buildingId === town.near.buildingId;
    if (estateId) return estateId === town.near.estateId;
    if (gridId) return gridId === town.near.grids[0].id;
    if (communityId) return communityId === town.near.id;
    return subdistrictId === town.near.subdistrictId;
  });
}

/** Whether the permission reaches the tasks of this organisation. */
export function reachesOrganisation(visitor: Visitor, permission: Permission, id: string): boolean {
  return inForce(visitor).some(
    ({ role, organisationId }) => organisationId === id && roleMay(role, permission),
  );
}
