import {
  CHECK_BACK_LABELS,
  durationWords,
  INCIDENT_DIFFICULTY_LABELS,
  INCIDENT_ROUTE_LABELS,
  momentWords,
  RATING_LABELS,
} from '@linli/shared';
import type { IncidentDetail, TimelineEntry } from '../../api/contract';

const MINUTE_MS = 60_000;

/** Who did it, then what they said or what follows from the entry's own figures. */
export function entryWords(entry: TimelineEntry, incident: IncidentDetail, nowMs: number): string {
  const who = entry.byLabel && !entry.label.includes(entry.byLabel) ? entry.byLabel : null;
  const what = [
    entry.difficulty && INCIDENT_DIFFICULTY_LABELS[entry.difficulty],
    entry.action === 'dispatch' && entry.route && INCIDENT_ROUTE_LABELS[entry.route],
    entry.outcome && CHECK_BACK_LABELS[entry.outcome],
    entry.rating && `${entry.rating} 分，${RATING_LABELS[entry.rating - 1]}`,
    entry.action === 'accept' && responseWords(incident, entry.at),
    entry.action === 'plan' && entry.dueAt && `${momentWords(entry.dueAt, nowMs)} 前办好`,
    entry.note !== incident.title && entry.note,
    entry.action === 'resolve' && entry.photoIds.length > 0 && `附了 ${entry.photoIds.length} 张照片`,
  ].filter(Boolean);
  return [who, what.join('，')].filter(Boolean).join('：');
}

/** Of the answer that this was: what goes back to its queue is answered anew. */
function responseWords(incident: IncidentDetail, at: string): string | null {
  const clock = incident.clocks.find((c) => c.kind === 'response' && c.stoppedAt === at);
  if (!clock?.stoppedAt) return null;
  return `${durationWords(Math.floor((Date.parse(clock.stoppedAt) - Date.parse(clock.startedAt)) / MINUTE_MS))}回应`;
}
