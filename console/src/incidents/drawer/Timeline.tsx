import { durationWords, INCIDENT_DIFFICULTY_LABELS, momentWords, RATING_LABELS } from '@linli/shared';
import { Check } from 'lucide-react';
import type { IncidentDetail, TimelineEntry } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { HalfRing } from '../HalfRing';
import './timeline.css';

const MINUTE_MS = 60_000;

/** What was done, the latest first; the entry that still goes on carries the half ring. */
export function Timeline({ incident }: { incident: IncidentDetail }) {
  const now = useNow();
  const latestFirst = incident.timeline.toReversed();
  const goesOn = incident.state === 'accepted' || incident.state === 'handling';
  return (
    <ol className="timeline" aria-label="经过">
      {latestFirst.map((entry, at) => (
        <li key={entry.id}>
          <span className={at === 0 && goesOn ? 'dot now' : 'dot'}>
            {at === 0 && goesOn ? <HalfRing /> : <Check />}
          </span>
          <div className="row between">
            <b>{entry.label}</b>
            <time dateTime={entry.at}>{momentWords(entry.at, now)}</time>
          </div>
          {entryWords(entry, incident) && <p>{entryWords(entry, incident)}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Who did it, then what they said or what follows from the entry's own figures. */
function entryWords(entry: TimelineEntry, incident: IncidentDetail): string {
  const who = entry.byLabel && !entry.label.includes(entry.byLabel) ? entry.byLabel : null;
  const what = [
    entry.difficulty && INCIDENT_DIFFICULTY_LABELS[entry.difficulty],
    entry.rating && `${entry.rating} 分，${RATING_LABELS[entry.rating - 1]}`,
    entry.action === 'accept' && responseWords(incident),
    entry.note !== incident.title && entry.note,
    entry.action === 'resolve' && entry.photoIds.length > 0 && `附了 ${entry.photoIds.length} 张照片`,
  ].filter(Boolean);
  return [who, what.join('，')].filter(Boolean).join('：');
}

function responseWords(incident: IncidentDetail): string | null {
  const clock = incident.clocks.find((c) => c.kind === 'response');
  if (!clock?.stoppedAt) return null;
  return `${durationWords(Math.floor((Date.parse(clock.stoppedAt) - Date.parse(clock.startedAt)) / MINUTE_MS))}回应`;
}
