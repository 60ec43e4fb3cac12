import {
  AUDIT_ACTIONS,
  AUDIT_BREAKS,
  AUDIT_SUBJECTS,
  type AuditAction,
  type AuditSubject,
} from '@linli/shared';
import type { AuditBreak, AuditEntry } from '../api/contract';

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

export function breakWords({ kind, seq, entryId }: AuditBreak): string {
  const where = seq === null ? (entryId === null ? '' : `，记录编号 ${entryId}`) : `，第 ${seq} 条`;
  return `${AUDIT_BREAKS[kind]}${where}`;
}

/** One line to copy: a day, the place in the chain and the seal. */
const KEPT = /(?:^|\s)(\d{1,15})\s+([0-9a-f]{64})\s*$/;

export function readKept(text: string): { keptSeq: number; keptHash: string } | null {
  const [, seq, hash] = KEPT.exec(text.trim().toLowerCase()) ?? [];
  return seq === undefined || hash === undefined ? null : { keptSeq: Number(seq), keptHash: hash };
}
