import { momentWords } from '@linli/shared';
import { Check, TriangleAlert, Undo2 } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Task, TaskTimelineEntry } from '../api/contract';
import { useNow } from '../clock/useNow';
import '../incidents/drawer/timeline.css';

const SIGNS: Partial<Record<TaskTimelineEntry['action'], [ComponentType, string]>> = {
  overdue: [TriangleAlert, 'dot over'],
  return: [Undo2, 'dot wait'],
};

/** What was done about this part, the latest first. */
export function TaskTimeline({ task }: { task: Task }) {
  const now = useNow();
  return (
    <ol className="timeline" aria-label="经过">
      {task.timeline.toReversed().map((entry) => {
        const [Sign, className] = SIGNS[entry.action] ?? [Check, 'dot'];
        const said = [entry.dueAt && `${momentWords(entry.dueAt, now)} 前`, entry.note]
          .filter(Boolean)
          .join('，');
        const words = [entry.byLabel, said].filter(Boolean).join('：');
        return (
          <li key={entry.id}>
            <span className={className}>
              <Sign />
            </span>
            <div className="row between">
              <b>{entry.label}</b>
              <time dateTime={entry.at}>{momentWords(entry.at, now)}</time>
            </div>
            {words && <p>{words}</p>}
          </li>
        );
      })}
    </ol>
  );
}
