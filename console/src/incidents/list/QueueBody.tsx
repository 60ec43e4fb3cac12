import { Button } from 'antd';
import { CircleCheck, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IncidentCard } from '../../api/contract';
import { ListWaiting } from '../../shell/ListWaiting';
import { StatePanel } from '../../shell/StatePanel';
import { hasNarrowing, NOTHING_NARROWED, type QueueFilters } from '../queue-filters';
import type { useIncidentQueue } from '../useIncidentQueue';

interface QueueBodyProps {
  queue: ReturnType<typeof useIncidentQueue>;
  filters: QueueFilters;
  change: (some: Partial<QueueFilters>) => void;
  children: (items: IncidentCard[]) => ReactNode;
}

/** The list, or why there is none. Old rows stay through a failed refresh. */
export function QueueBody({ queue, filters, change, children }: QueueBodyProps) {
  if (queue.data && queue.data.items.length > 0) return children(queue.data.items);
  if (!queue.data || queue.isError) return <ListWaiting list={queue} />;
  if (filters.page > 1) {
    return (
      <StatePanel icon={<SearchX />} title="这一页没有事件了">
        <Button onClick={() => change({ page: 1 })}>回第一页</Button>
      </StatePanel>
    );
  }
  if (hasNarrowing(filters)) {
    return (
      <StatePanel icon={<SearchX />} title="没有符合的事件" note="换个条件，或者清空筛选看看。">
        <Button onClick={() => change(NOTHING_NARROWED)}>清空筛选</Button>
      </StatePanel>
    );
  }
  return <StatePanel icon={<CircleCheck />} title={EMPTY[filters.tab]} note="有新事件会自己出现在这里。" />;
}

const EMPTY: Record<QueueFilters['tab'], string> = {
  open: '眼下没有待办的事',
  due_soon: '没有快超时的事',
  overdue: '没有超时的事',
  to_approve: '没有等着批的挂起',
  to_check_back: '没有等回访的事',
  awaiting_confirm: '没有等居民确认的事',
  all: '还没有人报过事',
};
