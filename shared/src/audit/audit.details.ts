import { PLACE_REVOCATION_LABELS } from '../area/place.revocations.js';
import { HOME_CHANGE_LABELS } from '../home/home.kinds.js';
import { ROLE_LABELS } from '../identity/permissions.js';
import { ORGANISATION_KIND_LABELS } from '../organisation/organisation.kinds.js';
import { AUDIT_ACTIONS, type AuditAction } from './audit.actions.js';

/** What an id in the details belongs to, so that whoever reads it is told its name instead. */
export type AuditNamed = 'person' | 'area' | 'estate' | 'organisation' | 'category';

/** How one detail of an entry is said: what it is, its codes in words, whose id it is, and what it is to be absent. */
export interface AuditDetail {
  title: string;
  values?: Readonly<Record<string, string>>;
  of?: AuditNamed;
  none?: string;
}
type Details = Readonly<Record<string, AuditDetail>>;

const AREA_KIND_LABELS = { subdistrict: '街道', community: '社区' };
const SIGN_IN_METHODS = { password: '账号密码', phone: '手机验证码', wechat: '微信', demo: '演示' };
const FORMATS = { html: '网页', json: '数据文件' };
const CONSENTS = { notice: '隐私说明' };

/** How the chain of seals may be broken. */
export const AUDIT_BREAKS = {
  seal_missing: '少了一道封印',
  seal_changed: '封印被改过或换了位置',
  entry_missing: '封住的记录不见了',
  entry_changed: '记录的内容被改过',
  root_differs: '和当天的封印对不上',
  kept_root_differs: '和您留存的封印对不上',
  tail_missing: '后面的记录被截掉了',
  entry_unsealed: '有一条记录没有封印，可能是插进去的',
  waiting_lost: '有一条记录还没封就不见了',
  pruned_early: '没到三年的记录被当成过期的删了',
  kept_root_gone: '您留存的封印在已经删去的部分里，没有核对',
} as const;

const ENDED: Details = { ended: { title: '退出了几处' } };
const KIND_OF_AREA: Details = { kind: { title: '是什么', values: AREA_KIND_LABELS } };
const CONSENT: Details = {
  kind: { title: '同意的是', values: CONSENTS },
  given: { title: '同意了' },
};
const HOME: Details = { homeId: { title: '房屋编号' } };
const HOW: Details = { how: { title: '怎么改的', values: HOME_CHANGE_LABELS } };
const APPOINTMENT: Details = {
  role: { title: '职务', values: ROLE_LABELS },
  areaId: { title: '在哪里', of: 'area' },
  estateId: { title: '在哪里', of: 'estate' },
  organisationId: { title: '在哪个单位', of: 'organisation' },
};
const LOOKED_FOR: Details = {
  action: { title: '查的是', values: AUDIT_ACTIONS },
  subject: { title: '查哪个编号' },
  from: { title: '从什么时候' },
  to: { title: '到什么时候' },
  who: { title: '查谁做的', of: 'person' },
  people: { title: '做的人里同名的几位' },
  about: { title: '查关于谁的', of: 'person' },
  aboutPeople: { title: '关于的人里同名的几位' },
  community: { title: '查哪个社区', of: 'area' },
};

/**
 * The words of every detail that is kept, on one page, by what was done: the same key may say something else elsewhere. Read
 * by the console and by the exported sheet. What is kept without standing here makes the tests fail.
 */
export const AUDIT_DETAILS: Readonly<Partial<Record<AuditAction, Details>>> = {
  'session.sign_in': {
    method: { title: '方式', values: SIGN_IN_METHODS },
    secondStep: { title: '用了两步登录' },
  },
  'session.end_all': ENDED,
  'account.end_sessions': ENDED,

  'incident.read_reporter': { voice: { title: '带录音' } },
  'hotline.import': { rows: { title: '表格行数' }, count: { title: '工单数' } },
  'hotline.export': { rows: { title: '行数' } },

  'area.draw': {
    version: { title: '地图第几版' },
    community: { title: '改了社区的名字或范围' },
    grids: { title: '画的或改的网格' },
    closedGrids: { title: '关掉的网格' },
    estates: { title: '加的或改的小区' },
    closedEstates: { title: '关掉的小区' },
    buildings: { title: '加的或改的楼栋' },
    closedBuildings: { title: '关掉的楼栋' },
  },
  'area.add': KIND_OF_AREA,
  'area.describe': KIND_OF_AREA,
  'area.close': KIND_OF_AREA,
  'clock.set_limits': {
    area: { title: '管哪里', of: 'area', none: '全平台' },
    category: { title: '管哪一类', of: 'category', none: '所有类别' },
    from: { title: '什么时候起算' },
  },
  'clock.set_calendar': { count: { title: '特别的日子有几天' } },
  'duty_phone.set': { given: { title: '有号码' }, version: { title: '第几版' } },
  'staff_group.set': { enabled: { title: '开着' }, address: { title: '换了地址' } },

  'place.revoke': { why: { title: '原因', values: PLACE_REVOCATION_LABELS } },
  'place.reissue': { replacesId: { title: '换下的二维码编号' } },
  'home.import': {
    homes: { title: '房屋' },
    newHomes: { title: '新增的房屋' },
    changedHomes: { title: '有变化的房屋' },
    unchangedHomes: { title: '没有变化的房屋' },
    newEntrances: { title: '新增的单元' },
    newOwners: { title: '新增的产权人' },
    changedOwners: { title: '有变化的产权人' },
    endedOwners: { title: '不再是产权人的' },
  },
  'home.describe': HOW,
  'home_owner.change': HOW,
  'home_owner.read': HOME,
  'home_owner.read_phone': HOME,

  'household.enter': HOME,
  'household.confirm': HOME,
  'household.refuse': HOME,
  'household.end': HOME,
  'household.read': HOME,
  'household.read_phone': HOME,
  'appointment.make': {
    ...APPOINTMENT,
    from: { title: '从什么时候' },
    to: { title: '到什么时候', none: '没有定期限' },
  },
  'appointment.end': {
    ...APPOINTMENT,
    at: { title: '什么时候结束' },
    cases: { title: '手上没办完的事' },
    heirId: { title: '接着办的人', of: 'person' },
  },
  'appointment.leave': {
    ...APPOINTMENT,
    from: { title: '从什么时候' },
    to: { title: '到什么时候' },
    standInId: { title: '代班的人', of: 'person' },
  },
  'appointment.leave_end': APPOINTMENT,
  'organisation.add': { kind: { title: '哪一种单位', values: ORGANISATION_KIND_LABELS } },
  'organisation.serve': { estates: { title: '服务几个小区' } },
  'person.suspend': { cases: { title: '手上没办完的事' } },
  'person.merge': {
    from: { title: '并掉的', of: 'person' },
    into: { title: '留下的', of: 'person' },
  },

  'privacy.agree': CONSENT,
  'privacy.consent': CONSENT,
  'privacy.download': { format: { title: '哪一种', values: FORMATS } },
  'privacy.postpone_erasure': { obstacles: { title: '几件事还没了结' } },

  'audit.read': LOOKED_FOR,
  'audit.export': { ...LOOKED_FOR, rows: { title: '行数' } },
  'audit.verify': {
    sound: { title: '完好' },
    began: { title: '开始核对' },
    kept: { title: '对照的封印序号' },
    kind: { title: '哪里不对', values: AUDIT_BREAKS },
    seq: { title: '第几条' },
  },
};

interface Kept {
  action: string;
  details: Readonly<Record<string, unknown>>;
  /** The names of what details name by an id, where they are still known; by the detail's key. */
  names: Readonly<Record<string, string>>;
}

/** What an entry says besides who and what; an older entry's key or code that has no word any more stands as it is. */
export function auditDetailWords({ action, details, names }: Kept): AuditWords[] {
  const known = auditDetailsOf(action);
  return Object.entries(details).map(([key, value]) => {
    const detail = known[key] ?? { title: key };
    return { key, title: detail.title, words: names[key] ?? wordsOf(value, detail) };
  });
}

export interface AuditWords {
  key: string;
  title: string;
  words: string;
}

export const auditDetailsOf = (action: string): Details => AUDIT_DETAILS[action as AuditAction] ?? {};

function wordsOf(value: unknown, { values, none }: AuditDetail): string {
  if (value === null) return none ?? '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return auditMoment(text);
  return values?.[text] ?? text;
}

const OFFSET_MS = 8 * 3_600_000;

/** To the second, since the order of things matters here; Asia/Shanghai has had no summer time since 1991. */
export function auditMoment(iso: string): string {
  return new Date(Date.parse(iso) + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
