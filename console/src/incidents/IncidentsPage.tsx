import type { InputRef } from 'antd';
import { useCallback, useRef } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { IncidentCard } from '../api/contract';
import { IncidentDrawer } from './drawer/IncidentDrawer';
import { IncidentQueue } from './list/IncidentQueue';
import { QueueTabs } from './list/QueueTabs';
import { QueueTopBar } from './list/QueueTopBar';
import { useListKeys } from './list/useListKeys';
import { useIncidentQueue } from './useIncidentQueue';
import { useNeighbours } from './useNeighbours';
import { useQueueFilters } from './useQueueFilters';
import './incidents.css';

const NONE: IncidentCard[] = [];

/** The queue, and beside it the incident that the address names. */
export function IncidentsPage() {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [filters, change] = useQueueFilters();
  const queue = useIncidentQueue(filters);
  const items = queue.data?.items ?? NONE;
  const searchField = useRef<InputRef>(null);
  const neighbours = useNeighbours(items, openId);

  const open = useCallback(
    // Going on from one open incident to the next is one step for the back button.
    (id: string) => navigate({ pathname: `/incidents/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: '/incidents', search });
  const [cursor, setCursor] = useListKeys({ items, openId, searchField, open, close });

  return (
    <>
      <QueueTopBar
        filters={filters}
        change={change}
        searchField={searchField}
        failing={queue.isError || queue.failureCount > 0}
      />
      <QueueTabs filters={filters} counts={queue.data?.counts} />
      <div className={openId ? 'work with-drawer' : 'work'}>
        <IncidentQueue
          queue={queue}
          filters={filters}
          change={change}
          openId={openId}
          cursor={cursor}
          onPoint={setCursor}
        />
        {openId && (
          <IncidentDrawer
            key={openId}
            id={openId}
            others={items}
            neighbours={neighbours}
            onGo={open}
            onClose={close}
          />
        )}
      </div>
    </>
  );
}
