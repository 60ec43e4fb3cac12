import { useNow } from '../../clock/useNow';
import { isByClock, type QueueFilters } from '../queue-filters';
import type { useIncidentQueue } from '../useIncidentQueue';
import { IncidentTable } from './IncidentTable';
import { QueueBody } from './QueueBody';
import { QueueFilterBar } from './QueueFilterBar';
import { QueueFoot } from './QueueFoot';
import { StaleBanner } from './StaleBanner';
import { useArrivals } from './useArrivals';
import './queue.css';

interface IncidentQueueProps {
  queue: ReturnType<typeof useIncidentQueue>;
  filters: QueueFilters;
  change: (some: Partial<QueueFilters>) => void;
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function IncidentQueue({ queue, filters, change, openId, cursor, onPoint }: IncidentQueueProps) {
  const now = useNow();
  const arrived = useArrivals(queue.data?.items, openId, now);
  return (
    <section className="queue" aria-label="事件列表">
      <QueueFilterBar filters={filters} change={change} />
      <StaleBanner queue={queue} />
      <div className={queue.isPlaceholderData ? 'queue-scroll turning' : 'queue-scroll'}>
        <QueueBody queue={queue} filters={filters} change={change}>
          {(items) => (
            <IncidentTable
              items={items}
              arrived={arrived}
              now={now}
              byClock={isByClock(filters.tab)}
              openId={openId}
              cursor={cursor}
              onPoint={onPoint}
            />
          )}
        </QueueBody>
      </div>
      <QueueFoot total={queue.data?.total ?? 0} page={filters.page} onPage={(page) => change({ page })} />
    </section>
  );
}
