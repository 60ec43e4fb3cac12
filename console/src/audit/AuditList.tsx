import { Button } from 'antd';
import { ScrollText, SearchX } from 'lucide-react';
import { StaleBanner } from '../incidents/list/StaleBanner';
import { ListWaiting } from '../shell/ListWaiting';
import { StatePanel } from '../shell/StatePanel';
import { AuditTable } from './AuditTable';
import type { AuditFilters } from './audit-filters';
import { useAudit } from './useAudit';

interface AuditListProps {
  filters: AuditFilters;
  onChange: (some: AuditFilters) => void;
}

export function AuditList({ filters, onChange }: AuditListProps) {
  const list = useAudit(filters);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="queue" aria-label="审计记录">
      <StaleBanner queue={list} />
      <div className="queue-scroll">
        {items.length > 0 ? (
          <AuditTable items={items} onChange={onChange} />
        ) : (
          <NoEntries list={list} filters={filters} />
        )}
      </div>
      <footer className="queue-foot">
        {list.data && (
          <span>
            已列出 {items.length} 条{list.hasNextPage ? '' : '，没有更早的了'}
          </span>
        )}
        {list.hasNextPage && (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            看更早的
          </Button>
        )}
        <span className="grow" />
        <Button size="small" type="text" loading={list.isRefetching} onClick={() => list.refetch()}>
          再看一次
        </Button>
      </footer>
    </section>
  );
}

function NoEntries({ list, filters }: { list: ReturnType<typeof useAudit>; filters: AuditFilters }) {
  if (!list.data) return <ListWaiting list={list} />;
  const looking = Object.values(filters).some((value) => value !== undefined);
  return looking ? (
    <StatePanel icon={<SearchX />} title="没有符合的记录" note="姓名要写全；也可以放宽时间再找。" />
  ) : (
    <StatePanel icon={<ScrollText />} title="还没有记录" />
  );
}
