import { momentWords } from '@linli/shared';
import { Check, ChevronUp, GitMerge, Pause, RotateCcw, X } from 'lucide-react';
import type { ComponentType } from 'react';
import type { IncidentDetail, TimelineEntry } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { HalfRing } from '../HalfRing';
import { HiddenMark } from '../HiddenMark';
import { entryWords } from './timeline-words';
import './timeline.css';

type Tone = '' | 'now' | 'over' | 'wait' | 'rest';

/** What is not simply done has a sign of its own. */
const SIGNS: Partial<Record<TimelineEntry['action'], [ComponentType, Tone]>> = {
  escalate: [ChevronUp, 'over'],
  request_hold: [Pause, 'wait'],
  approve_hold: [Pause, 'rest'],
  dispute: [RotateCcw, 'wait'],
  reject: [X, 'rest'],
  merge: [GitMerge, 'rest'],
  absorb: [GitMerge, 'rest'],
};

/** What was done, the latest first; the entry that still goes on carries the half ring. */
export function Timeline({ incident }: { incident: IncidentDetail }) {
  const now = useNow();
  const latestFirst = incident.timeline.toReversed();
  const goesOn = incident.state === 'accepted' || incident.state === 'handling';
  return (
    <ol className="timeline" aria-label="经过">
      {latestFirst.map((entry, at) => {
        const [Sign, tone] = SIGNS[entry.action] ?? (at === 0 && goesOn ? NOW : DONE);
        const words = entryWords(entry, incident, now);
        return (
          <li key={entry.id}>
            <span className={`dot ${tone}`.trim()}>
              <Sign />
            </span>
            <div className="row between">
              <b>{entry.label}</b>
              <time dateTime={entry.at}>{momentWords(entry.at, now)}</time>
            </div>
            {words && <p>{words}</p>}
            {entry.hidden && <HiddenMark flagged={entry.flagged} />}
          </li>
        );
      })}
    </ol>
  );
}

const NOW: [ComponentType, Tone] = [HalfRing, 'now'];
const DONE: [ComponentType, Tone] = [Check, ''];
