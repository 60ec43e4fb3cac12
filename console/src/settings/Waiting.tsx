import type { Problem } from '@linli/shared';
import { Skeleton } from 'antd';
import { ErrorState } from '../shell/ErrorState';

interface WaitingProps {
  problem: Problem | null;
  onRetry: () => void;
}

/** What stands in place of a page whose answer is not there yet, or did not come. */
export function Waiting({ problem, onRetry }: WaitingProps) {
  if (problem) return <ErrorState problem={problem} onRetry={onRetry} />;
  return (
    <div className="skeleton" aria-busy="true">
      <Skeleton active paragraph={{ rows: 5 }} />
    </div>
  );
}
