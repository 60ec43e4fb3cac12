import { Skeleton } from 'antd';
import { asProblem } from '../api/problem';
import { ErrorState } from './ErrorState';
import '../incidents/list/queue.css';

interface ListWaitingProps {
  list: { isError: boolean; error: unknown; refetch: () => unknown };
}

/** In place of a list of which nothing has come yet: it is on its way, or it could not be had. */
export function ListWaiting({ list }: ListWaitingProps) {
  if (list.isError) return <ErrorState problem={asProblem(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <div className="queue-skeleton skeleton" aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
    </div>
  );
}
