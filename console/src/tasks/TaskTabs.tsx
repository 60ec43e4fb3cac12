import { Link } from 'react-router';

interface TaskTabsProps {
  tab: 'open' | 'over';
  counts: { open: number; overdue: number } | undefined;
}

export function TaskTabs({ tab, counts }: TaskTabsProps) {
  return (
    <nav className="tabs" aria-label="看哪些任务">
      <Link to={{ search: '' }} className={tab === 'open' ? 'on' : ''}>
        待办
        {counts && (
          <em className={counts.overdue > 0 ? 'over' : ''} title={`超时 ${counts.overdue} 个`}>
            {counts.open}
          </em>
        )}
      </Link>
      <Link to={{ search: '?state=over' }} className={tab === 'over' ? 'on' : ''}>
        办过的
      </Link>
    </nav>
  );
}
