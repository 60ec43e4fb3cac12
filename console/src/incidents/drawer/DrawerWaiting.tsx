import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../../api/problem';
import { ErrorState } from '../../shell/ErrorState';

interface DrawerWaitingProps {
  /** What will stand here. */
  label: string;
  tools: ReactNode;
  /** What went wrong instead; null while it is on its way. */
  error: unknown;
  onRetry: () => unknown;
}

/** A drawer whose thing has not come yet, or does not come. */
export function DrawerWaiting({ label, tools, error, onRetry }: DrawerWaitingProps) {
  return (
    <section className="drawer" aria-label={label}>
      <header className="drawer-head row between">
        <span />
        {tools}
      </header>
      {error === null ? (
        <div className="drawer-body skeleton" aria-busy="true">
          <Skeleton active paragraph={{ rows: 6 }} />
        </div>
      ) : (
        <ErrorState problem={asProblem(error)} onRetry={() => onRetry()} />
      )}
    </section>
  );
}
