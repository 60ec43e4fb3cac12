import {
  CHECK_BACK_LABELS,
  durationWords,
  INCIDENT_DIFFICULTY_LABELS,
  INCIDENT_ROUTE_LABELS,
  type IncidentTimelineAction,
  momentWords,
  RATING_LABELS,
} from '@linli/shared';
import type { IncidentDetail, TimelineEntry } from '../../../../request/contract';

/** What everybody waits for, said above what has happened. */
export function awaitedWords({ state, hold, allowedActions }: IncidentDetail): string | null {
  if (state === 'reported') return '等网格员接手';
  if (state === 'held') return '等条件好了接着办';
  if (state === 'handling' && hold !== null) return '等社区同意先停一停';
  if (state === 'resolved') return allowedActions.includes('confirm') ? '等您确认' : '等居民确认';
  return null;
}

/** Who it was, what came of it, and what they wrote. */
export function saidIn(entry: TimelineEntry, incident: IncidentDetail, nowMs: number): string {
  const facts = [entry.byLabel, factOf(entry, incident, nowMs)].filter(Boolean).join('・');
  const photos =
    entry.photoIds.length > 0 && entry.action !== 'report' ? `有 ${entry.photoIds.length} 张照片` : '';
  const words = [entry.note, photos].filter(Boolean).join('，');
  return facts && words ? `${facts}：${words}` : facts || words;
}

function factOf(entry: TimelineEntry, { clocks }: IncidentDetail, nowMs: number): string | null {
  if (entry.difficulty) return INCIDENT_DIFFICULTY_LABELS[entry.difficulty];
  if (entry.rating) return `评了「${RATING_LABELS[entry.rating - 1]}」`;
  if (entry.outcome) return CHECK_BACK_LABELS[entry.outcome];
  if (entry.action === 'plan' && entry.dueAt) return `${momentWords(entry.dueAt, nowMs)} 前办好`;
  if (entry.route) return INCIDENT_ROUTE_LABELS[entry.route];
  if (entry.action !== 'accept') return null;
  const response = clocks.find(({ kind, stoppedAt }) => kind === 'response' && stoppedAt === entry.at);
  if (!response?.stoppedAt) return null;
  const minutes = Math.floor((Date.parse(response.stoppedAt) - Date.parse(response.startedAt)) / 60_000);
  return `${durationWords(minutes)}回应`;
}

/** How an entry's dot looks: most are steps forward; these are not, and each has a shape of its own. */
const MARKS: Partial<Record<IncidentTimelineAction, { look: string; icon: string }>> = {
  escalate: { look: 'step-over', icon: 'triangle-alert' },
  request_hold: { look: 'step-rest', icon: 'pause' },
  approve_hold: { look: 'step-rest', icon: 'pause' },
  reject: { look: 'step-rest', icon: 'x' },
  merge: { look: 'step-rest', icon: 'git-merge' },
  dispute: { look: 'step-wait', icon: 'rotate-ccw' },
};

/** @param now it is the newest entry of something that is being worked on */
export function markOf({ action, outcome }: TimelineEntry, now: boolean): { look: string; icon: string } {
  if (outcome === 'unsatisfied') return { look: 'step-wait', icon: 'rotate-ccw' };
  return MARKS[action] ?? (now ? { look: 'step-now', icon: 'half' } : { look: '', icon: 'check' });
}
