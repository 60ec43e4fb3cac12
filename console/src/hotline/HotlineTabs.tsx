import { HOTLINE_STATE_LABELS, HOTLINE_STATES, type HotlineState } from '@linli/shared';
import { Link } from 'react-router';
import type { HotlineCounts } from '../api/contract';

interface HotlineTabsProps {
  state: HotlineState | undefined;
  q: string | undefined;
  counts: HotlineCounts | undefined;
}

export function HotlineTabs({ state, q, counts }: HotlineTabsProps) {
  const to = (one: HotlineState | undefined) => ({
    search: new URLSearchParams({ ...(one ? { state: one } : {}), ...(q ? { q } : {}) }).toString(),
  });
  return (
    <nav className="tabs" aria-label="看哪些工单">
      <Link to={to(undefined)} className={state === undefined ? 'on' : ''}>
        全部
      </Link>
      {HOTLINE_STATES.map((one) => (
        <Link
          key={one}
          to={to(one)}
          className={one === state ? 'on' : ''}
          aria-current={one === state ? 'page' : undefined}
        >
          {HOTLINE_STATE_LABELS[one]}
          {counts && (
            <em className={one === 'to_reply' && counts.to_reply > 0 ? 'wait' : ''}>{counts[one]}</em>
          )}
        </Link>
      ))}
    </nav>
  );
}
