import type { Problem } from '@linli/shared';
import { Button } from 'antd';
import { CloudOff } from 'lucide-react';
import { StatePanel } from './StatePanel';

/** A refusal or a failure, with the number to quote when asking for help. */
export function ErrorState({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div role="alert">
      <StatePanel
        icon={<CloudOff />}
        title={problem.title}
        note={problem.requestId ? `求助时请报编号 ${problem.requestId}` : undefined}
      >
        {onRetry && <Button onClick={onRetry}>再试一次</Button>}
      </StatePanel>
    </div>
  );
}
