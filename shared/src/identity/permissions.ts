/**
 * Who may do what, on one page. A role comes from an appointment in force; every signed-in person is a resident besides.
 * Where a permission reaches (which grid, which community) is the appointment's scope, not written here.
 */
export const ROLES = [
  'resident',
  'building_captain',
  'grid_worker',
  'community_worker',
  'community_secretary',
  'subdistrict_officer',
  'co_helper',
  'department_officer',
  'personnel_admin',
  'auditor',
  'platform_admin',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  resident: '居民',
  building_captain: '楼长',
  grid_worker: '网格员',
  community_worker: '社区工作者',
  community_secretary: '社区书记',
  subdistrict_officer: '街道干部',
  co_helper: '协办',
  department_officer: '联办部门',
  personnel_admin: '人事管理员',
  auditor: '审计员',
  platform_admin: '平台管理员',
};

const EVERYONE = ROLES;
const HANDLERS = ['grid_worker', 'community_worker', 'community_secretary'] as const satisfies Role[];
const COMMUNITY_STAFF = ['community_worker', 'community_secretary'] as const satisfies Role[];
/** Appointed to an organisation: what they hold reaches its tasks and nothing else. */
const ORGANISATION_PEOPLE = ['co_helper', 'department_officer'] as const satisfies Role[];

export const PERMISSIONS = {
  'session.self': EVERYONE,
  'photo.upload': EVERYONE,
  'voice.upload': EVERYONE,
  'incident.report': EVERYONE,
  'incident.confirm': EVERYONE,
  'incident.dispute': EVERYONE,
  'incident.report_for': HANDLERS,
  'incident.follow': EVERYONE,
  'incident.workbench': HANDLERS,
  'incident.accept': HANDLERS,
  'incident.judge': HANDLERS,
  'incident.plan': HANDLERS,
  'incident.dispatch': HANDLERS,
  'incident.request_hold': HANDLERS,
  'incident.approve_hold': COMMUNITY_STAFF,
  'incident.refuse_hold': COMMUNITY_STAFF,
  'incident.resume': HANDLERS,
  'incident.reject': COMMUNITY_STAFF,
  'incident.merge': COMMUNITY_STAFF,
  'incident.publish': HANDLERS,
  'incident.locate': HANDLERS,
  'incident.transcribe': HANDLERS,
  'incident.resolve': HANDLERS,
  'incident.check_back': COMMUNITY_STAFF,
  /** Homes and their owners, by name; who may take in a whole file of them. */
  'home.register': COMMUNITY_STAFF,
  'home.import': COMMUNITY_STAFF,
  'incident.queue': ['community_worker', 'community_secretary', 'subdistrict_officer'],
  'hotline.list': ['community_worker', 'community_secretary', 'subdistrict_officer'],
  'hotline.enter': COMMUNITY_STAFF,
  'hotline.reply': COMMUNITY_STAFF,
  'hotline.report_back': COMMUNITY_STAFF,
  'live.listen': EVERYONE,
  /** Limits and service hours of one's own area; the platform admin's are everybody's, and the calendar. */
  'clock.configure': ['community_secretary', 'subdistrict_officer', 'platform_admin'],
  'effects.inspect': ['platform_admin'],
  'task.list': ORGANISATION_PEOPLE,
  'task.read': [...ORGANISATION_PEOPLE, ...HANDLERS, 'subdistrict_officer'],
  'task.accept': ORGANISATION_PEOPLE,
  'task.finish': ORGANISATION_PEOPLE,
  'task.return': ORGANISATION_PEOPLE,
  'task.ask_time': ORGANISATION_PEOPLE,
  'task.grant_time': COMMUNITY_STAFF,
  'task.refuse_time': COMMUNITY_STAFF,
  'task.urge': COMMUNITY_STAFF,
  'task.transfer': COMMUNITY_STAFF,
  'task.cancel': COMMUNITY_STAFF,
  'notice.read': EVERYONE,
  'notice.write': COMMUNITY_STAFF,
  'notice.withdraw': COMMUNITY_STAFF,
  'notice.let_through': ['community_secretary'],
  /** The list of all notices with what became of them; the subdistrict looks on. */
  'notice.desk': [...COMMUNITY_STAFF, 'subdistrict_officer'],
  /** What is one's own: saying where one lives, moving out; an owner's tenants besides. */
  'household.claim': EVERYONE,
  'household.confirm': ['building_captain', ...COMMUNITY_STAFF],
  /** Who lives where: staff enter who has no phone, and read the list. */
  'household.enter': COMMUNITY_STAFF,
  'household.desk': COMMUNITY_STAFF,
  'inbox.read': EVERYONE,
  /** The tree of areas, the map and its history, within one's reach. */
  'area.desk': ['community_worker', 'community_secretary', 'subdistrict_officer', 'platform_admin'],
  /** Draws the map of the communities within one's reach; adds, renames and closes them. */
  'area.configure': ['subdistrict_officer', 'platform_admin'],
  /** Subdistricts: adding, renaming, closing them. */
  'subdistrict.manage': ['platform_admin'],
  /** Accounts of the console: opening them, first passwords, unlocking. */
  'account.manage': ['personnel_admin'],
  'staff_group.configure': ['community_secretary'],
  /** To roles below one's own, in one's own area; the personnel admin everywhere. Who exactly, the rules say. */
  'appointment.manage': ['community_secretary', 'subdistrict_officer', 'personnel_admin'],
  'person.suspend': ['personnel_admin'],
  /** Who helps a community: adding, renaming, dissolving those within one's reach. */
  'organisation.manage': ['community_secretary', 'subdistrict_officer', 'personnel_admin'],
  /** One human being who is here twice: the secretary among those known in the community. */
  'person.merge': ['community_secretary', 'personnel_admin'],
  /** A number of one's own that residents may call. */
  'work_card.set': ['grid_worker', 'community_worker'],
  'duty_phone.configure': ['community_secretary'],
  /** Printed codes: making, printing, taking out of use. */
  'place.manage': COMMUNITY_STAFF,
  /** Who saw and did what to whom. Whoever may read it holds nothing else. */
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

export function roleMay(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** Permissions whose reach is a person's own things, so that an appointment is not asked for. */
export function everyoneMay(permission: Permission): boolean {
  return roleMay('resident', permission);
}
