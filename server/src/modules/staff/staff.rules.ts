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

/** Whether one of these appointments lets its holder appoint this role there, and end what was appointed. */
export function mayAppoint(by: readonly Appointer[], role: Role, place: PlaceOfAppointment): boolean {
  return by.some((appointer) => {
    switch (appointer.role) {
      case 'personnel_admin':
        return true;
      case 'subdistrict_officer':
        return BY_OFFICER.includes(role) && inSubdistrict(appointer, place);
      case 'community_secretary':
        return BY_SECRETARY.includes(role) && inCommunity(appointer, place);
      default:
        return false;
    }
  });
}

const inSubdistrict = ({ subdistrictId }: Appointer, place: PlaceOfAppointment) =>
  subdistrictId !== null && place.subdistrictId === subdistrictId;
const inCommunity = ({ communityId }: Appointer, place: PlaceOfAppointment) =>
  communityId !== null && place.communityId === communityId;

export interface Span {
  fromAt: Date;
  /** Null: without an end. */
  toAt: Date | null;
}

/** Whether two times share a moment; the end of one may be the beginning of the next. */
export function overlap(one: Span, other: Span): boolean {
  return (one.toAt === null || other.fromAt < one.toAt) && (other.toAt === null || one.fromAt < other.toAt);
}

const ADMINS: readonly Role[] = ['personnel_admin', 'platform_admin'];

/** Whoever reads what administrators did is not one of them. */
export function mustStayApart(one: Role, other: Role): boolean {
  return (one === 'auditor' && ADMINS.includes(other)) || (other === 'auditor' && ADMINS.includes(one));
}
