import { LIMITS } from '@linli/shared';
import { useNow } from '../../clock/useNow';
import { ListFoot } from '../../shell/ListFoot';
import { isByClock, PAGE_SIZE, type QueueFilters } from '../queue-filters';
import type { useIncidentQueue } from '../useIncidentQueue';
import { IncidentTable } from './IncidentTable';
import { QueueBody } from './QueueBody';
import { QueueFilterBar } from './QueueFilterBar';
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
      <ListFoot
        total={queue.data?.total ?? 0}
        countedTo={LIMITS.listCountMax}
        unit="件"
        page={filters.page}
        pageSize={PAGE_SIZE}
        onPage={(page) => change({ page })}
      >
        <span className="grow" />
        <span className="key-hints">
          <span className="kbd">j</span> <span className="kbd">k</span> 上下
          <span className="kbd">Enter</span> 打开
          <span className="kbd">Esc</span> 关上
        </span>
      </ListFoot>
    </section>
  );
}
