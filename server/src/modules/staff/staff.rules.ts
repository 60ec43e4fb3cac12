import type { Role } from '@linli/shared';

/** What kind of place each role is for; a resident is appointed by nobody. */
export type PlaceKind =
  | 'platform'
  | 'subdistrict'
  | 'community'
  | 'estate'
  | 'grid'
  | 'building'
  | 'department'
  | 'organisation';

export const PLACES_OF_ROLE: Record<Role, readonly PlaceKind[]> = {
  resident: [],
  building_captain: ['building'],
  grid_worker: ['grid'],
  community_worker: ['community', 'estate'],
  community_secretary: ['community'],
  subdistrict_officer: ['subdistrict'],
  co_helper: ['organisation'],
  department_officer: ['department'],
  platform_admin: ['platform'],
  personnel_admin: ['platform'],
  auditor: ['platform'],
};

export const PLACE_WORDS: Record<PlaceKind, string> = {
  platform: '整个平台',
  subdistrict: '一个街道',
  community: '一个社区',
  estate: '一个小区',
  grid: '一个网格',
  building: '一栋楼',
  department: '一个部门',
  organisation: '一个单位',
};

const BY_SECRETARY: readonly Role[] = ['building_captain', 'grid_worker', 'community_worker', 'co_helper'];
const BY_OFFICER: readonly Role[] = [...BY_SECRETARY, 'community_secretary', 'department_officer'];

/** Who appoints, as far as it matters here. */
export interface Appointer {
  role: Role;
  subdistrictId: string | null;
  communityId: string | null;
}

/** Where an appointment is, or what an organisation serves. */
export interface PlaceOfAppointment {
  subdistrictId: string | null;
  communityId: string | null;
}

/** Where somebody appoints to a role, and ends what was appointed. */
export type AppointReach = 'everywhere' | { subdistrictIds: string[]; communityIds: string[] };

export function appointReach(by: readonly Appointer[], role: Role): AppointReach {
  if (by.some((appointer) => appointer.role === 'personnel_admin')) return 'everywhere';
  const officers = by.filter((one) => one.role === 'subdistrict_officer' && BY_OFFICER.includes(role));
  const secretaries = by.filter((one) => one.role === 'community_secretary' && BY_SECRETARY.includes(role));
  return {
    subdistrictIds: idsOf(officers.map(({ subdistrictId }) => subdistrictId)),
    communityIds: idsOf(secretaries.map(({ communityId }) => communityId)),
  };
}

const idsOf = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Whether one of these appointments lets its holder appoint this role there. */
export function mayAppoint(by: readonly Appointer[], role: Role, place: PlaceOfAppointment): boolean {
  const reach = appointReach(by, role);
  if (reach === 'everywhere') return true;
  const { subdistrictId, communityId } = place;
  return (
    (subdistrictId !== null && reach.subdistrictIds.includes(subdistrictId)) ||
    (communityId !== null && reach.communityIds.includes(communityId))
  );
}

export interface Span {
  fromAt: Date;
  /** Null: without an end. */
  toAt: Date | null;
}

/** Whether two times share a moment; the end of one may be the beginning of the next. What was called off before it began has none. */
export function overlap(one: Span, other: Span): boolean {
  if (isEmpty(one) || isEmpty(other)) return false;
  return (one.toAt === null || other.fromAt < one.toAt) && (other.toAt === null || one.fromAt < other.toAt);
}

const isEmpty = ({ fromAt, toAt }: Span) => toAt !== null && toAt <= fromAt;

const ADMINS: readonly Role[] = ['personnel_admin', 'platform_admin'];

/** Whoever reads what administrators did is not one of them. */
export function mustStayApart(one: Role, other: Role): boolean {
  return (one === 'auditor' && ADMINS.includes(other)) || (other === 'auditor' && ADMINS.includes(one));
}
