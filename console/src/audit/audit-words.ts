import {
  AUDIT_ACTIONS,
  AUDIT_SUBJECTS,
  type AuditAction,
  type AuditSubject,
  ROLE_LABELS,
  type Role,
} from '@linli/shared';
import type { AuditBreak, AuditEntry } from '../api/contract';

const DETAILS: Record<string, string> = {
  action: '查的是',
  method: '方式',
  rows: '行数',
  count: '个数',
  role: '职务',
  from: '从',
  to: '到',
  reason: '原因',
  sound: '完好',
  began: '开始核对',
  kept: '对照的封印序号',
  kind: '情况',
  seq: '序号',
  state: '状态',
  voice: '带录音',
  area: '区域编号',
  category: '类别',
  enabled: '开着',
  address: '换了地址',
  given: '有号码',
  version: '第几版',
  who: '查谁做的',
  about: '查关于谁的',
  people: '同名人数',
  aboutPeople: '同名人数',
  subject: '查哪个编号',
  community: '查哪个社区',
};
const METHODS: Record<string, string> = {
  password: '账号密码',
  phone: '手机验证码',
  wechat: '微信',
  demo: '演示',
};

export function actionWords(action: string): string {
  return AUDIT_ACTIONS[action as AuditAction] ?? action;
}

export function subjectWords({ type, label }: AuditEntry['subject']): string {
  const kind = AUDIT_SUBJECTS[type as AuditSubject] ?? type;
  return label === null ? kind : `${kind} ${label}`;
}

export function actorWords({ actor, action }: AuditEntry): string {
  if (actor !== null) return actor.name || '名字已经删去';
  return action.startsWith('session.') ? '没有登录的人' : '系统';
}

export function detailWords(details: AuditEntry['details']): { name: string; value: string }[] {
  return Object.entries(details).map(([key, value]) => ({
    name: DETAILS[key] ?? key,
    value: valueWords(value),
  }));
}

function valueWords(value: unknown): string {
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return momentText(text);
  return METHODS[text] ?? ROLE_LABELS[text as Role] ?? AUDIT_ACTIONS[text as AuditAction] ?? text;
}

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** To the second, since the order of things matters here. */
export function momentText(iso: string): string {
  return MOMENT.format(new Date(iso)).replaceAll('/', '-');
}

const BREAKS: Record<AuditBreak['kind'], string> = {
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
};

export function breakWords({ kind, seq, entryId }: AuditBreak): string {
  const where = seq === null ? (entryId === null ? '' : `，记录编号 ${entryId}`) : `，第 ${seq} 条`;
  return `${BREAKS[kind]}${where}`;
}

/** One line to copy: a day, the place in the chain and the seal. */
const KEPT = /(?:^|\s)(\d{1,15})\s+([0-9a-f]{64})\s*$/;

export function readKept(text: string): { keptSeq: number; keptHash: string } | null {
  const [, seq, hash] = KEPT.exec(text.trim().toLowerCase()) ?? [];
  return seq === undefined || hash === undefined ? null : { keptSeq: Number(seq), keptHash: hash };
}
