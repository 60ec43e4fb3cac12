import { NOTICE_STATES, type NoticeState } from '@linli/shared';
import { SquarePen } from 'lucide-react';
import { useCallback } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { NoticeRow } from '../api/contract';
import { useListKeys } from '../incidents/list/useListKeys';
import { useNeighbours } from '../incidents/useNeighbours';
import { useMe } from '../session/useMe';
import { NoticeDrawer } from './NoticeDrawer';
import { NoticeList } from './NoticeList';
import { NoticeTabs } from './NoticeTabs';
import { useNotices } from './useNotices';
import '../incidents/incidents.css';
import '../incidents/list/top-bar.css';
import './notices.css';

const NONE: NoticeRow[] = [];

/** What the communities tell their people, and beside it the notice that the address names. */
export function NoticesPage() {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { permissions } = useMe();
  const state = readState(params.get('state'));
  const page = Math.max(1, Number(params.get('page')) || 1);
  const notices = useNotices(state, page);
  const items = notices.data?.items ?? NONE;
  const neighbours = useNeighbours(items, openId);
  const open = useCallback(
    (id: string) => navigate({ pathname: `/notices/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: '/notices', search });
  const [cursor, setCursor] = useListKeys({ items, openId, open, close });
  const turnTo = (to: number) => setParams({ ...(state ? { state } : {}), page: String(to) });
  return (
    <>
      <header className="top-bar">
        <h1>通知</h1>
        <span className="grow" />
        {permissions.includes('notice.write') && (
          <Link className="report-for" to="/notices/new">
            <SquarePen />
            写通知
          </Link>
        )}
      </header>
      <NoticeTabs state={state} counts={notices.data?.counts} />
      <div className={openId ? 'work with-drawer' : 'work'}>
        <NoticeList
          notices={notices}
          state={state}
          page={page}
          onPage={turnTo}
          openId={openId}
          cursor={cursor}
          onPoint={setCursor}
        />
        {openId && (
          <NoticeDrawer key={openId} id={openId} neighbours={neighbours} onGo={open} onClose={close} />
        )}
      </div>
    </>
  );
}

function readState(text: string | null): NoticeState | undefined {
  return NOTICE_STATES.find((state) => state === text);
}
