import { Link } from 'react-router';
import type { QueueCounts, QueueTab } from '../../api/contract';
import { QUEUE_TABS, type QueueFilters, writeFilters } from '../queue-filters';
import { countWords } from './count-words';

interface QueueTabsProps {
  filters: QueueFilters;
  counts: QueueCounts | undefined;
}

/** Colour only where it warns, and only while there is something to warn of. */
function countTone(tab: QueueTab, count: number): string {
  if (count === 0) return '';
  return tab === 'overdue' ? 'over' : tab === 'due_soon' ? 'wait' : '';
}

export function QueueTabs({ filters, counts }: QueueTabsProps) {
  return (
    <nav className="tabs" aria-label="看哪些事件">
      {QUEUE_TABS.map(({ tab, label }) => (
        <Link
          key={tab}
          to={{ search: writeFilters({ ...filters, tab, page: 1 }).toString() }}
          className={tab === filters.tab ? 'on' : ''}
          aria-current={tab === filters.tab ? 'page' : undefined}
        >
          {label}
          {counts && <em className={countTone(tab, counts[tab])}>{countWords(counts[tab])}</em>}
        </Link>
      ))}
    </nav>
  );
}
