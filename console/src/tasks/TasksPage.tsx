import { useCallback } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { TaskCard } from '../api/contract';
import { useListKeys } from '../incidents/list/useListKeys';
import { useNeighbours } from '../incidents/useNeighbours';
import { useMe } from '../session/useMe';
import { TaskDrawer } from './TaskDrawer';
import { TaskList } from './TaskList';
import { TaskTabs } from './TaskTabs';
import { useTasks } from './useTasks';
import '../incidents/incidents.css';
import '../incidents/list/top-bar.css';
import './tasks.css';

const NONE: TaskCard[] = [];

/** What was given to this person's organisations, and beside it the task that the address names. */
export function TasksPage() {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { appointments } = useMe();
  const tab = params.get('state') === 'over' ? 'over' : 'open';
  const tasks = useTasks(tab);
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? NONE;
  const neighbours = useNeighbours(items, openId);
  const open = useCallback(
    (id: string) => navigate({ pathname: `/tasks/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: '/tasks', search });
  const [cursor, setCursor] = useListKeys({ items, openId, open, close });
  const names = [...new Set(appointments.flatMap(({ organisationName }) => organisationName ?? []))].join(
    '、',
  );
  return (
    <>
      <header className="top-bar">
        <h1>任务</h1>
        <span className="where">{names}</span>
      </header>
      <TaskTabs tab={tab} counts={tasks.data?.pages[0]?.counts} />
      <div className={openId ? 'work with-drawer' : 'work'}>
        <TaskList tasks={tasks} items={items} tab={tab} openId={openId} cursor={cursor} onPoint={setCursor} />
        {openId && (
          <TaskDrawer key={openId} id={openId} neighbours={neighbours} onGo={open} onClose={close} />
        )}
      </div>
    </>
  );
}
