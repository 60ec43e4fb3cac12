import { NOTICE_STATE_LABELS, type NoticeState } from '@linli/shared';
import { Link } from 'react-router';
import type { NoticeCounts } from '../api/contract';

const IN_ORDER = ['waiting', 'published', 'withdrawn'] as const satisfies NoticeState[];

interface NoticeTabsProps {
  state: NoticeState | undefined;
  counts: NoticeCounts | undefined;
}

export function NoticeTabs({ state, counts }: NoticeTabsProps) {
  return (
    <nav className="tabs" aria-label="看哪些通知">
      <Link to={{ search: '' }} className={state === undefined ? 'on' : ''}>
        全部
      </Link>
      {IN_ORDER.map((one) => (
        <Link key={one} to={{ search: `?state=${one}` }} className={one === state ? 'on' : ''}>
          {NOTICE_STATE_LABELS[one]}
          {counts && <em className={one === 'waiting' && counts.waiting > 0 ? 'wait' : ''}>{counts[one]}</em>}
        </Link>
      ))}
    </nav>
  );
}
