import { HOTLINE_STATES, type HotlineState } from '@linli/shared';
import { Button, type InputRef } from 'antd';
import { Download, FileUp, Plus } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '../api/client';
import type { HotlineCard, IncidentCard } from '../api/contract';
import { IncidentDrawer } from '../incidents/drawer/IncidentDrawer';
import { SearchField } from '../incidents/list/SearchField';
import { useListKeys } from '../incidents/list/useListKeys';
import { useNeighbours } from '../incidents/useNeighbours';
import { useMe } from '../session/useMe';
import { ListFoot } from '../shell/ListFoot';
import { HotlineList } from './HotlineList';
import { HotlineTabs } from './HotlineTabs';
import { useDownload } from './useDownload';
import { type HotlineQuery, PAGE_SIZE, useHotlineOrders } from './useHotline';
import '../incidents/incidents.css';
import '../incidents/list/top-bar.css';
import './hotline.css';

const NONE: HotlineCard[] = [];
const NO_OTHERS: IncidentCard[] = [];

/** The city hotline's orders by their outside date, and beside them the matter that the address names. */
export function HotlinePage() {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [query, change] = useHotlineQuery();
  const orders = useHotlineOrders(query);
  const items = orders.data?.items ?? NONE;
  const neighbours = useNeighbours(items, openId);
  const searchField = useRef<InputRef>(null);
  const open = useCallback(
    (id: string) => navigate({ pathname: `/hotline/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: '/hotline', search });
  const [cursor, setCursor] = useListKeys({ items, openId, searchField, open, close });
  const total = orders.data?.total ?? 0;
  return (
    <>
      <header className="top-bar">
        <h1>12345 工单</h1>
        <SearchField
          label="搜工单编号、内容、楼号"
          value={query.q ?? ''}
          onSearch={(q) => change({ q })}
          field={searchField}
        />
        <span className="grow" />
        <HotlineTools state={query.state} />
      </header>
      <HotlineTabs state={query.state} q={query.q} counts={orders.data?.counts} />
      <div className={openId ? 'work with-drawer' : 'work'}>
        <section className="queue" aria-label="工单列表">
          <HotlineList orders={orders} query={query} openId={openId} cursor={cursor} onPoint={setCursor} />
          <ListFoot
            total={total}
            unit="张"
            page={query.page}
            pageSize={PAGE_SIZE}
            onPage={(page) => change({ page })}
          />
        </section>
        {openId && (
          <IncidentDrawer
            key={openId}
            id={openId}
            others={NO_OTHERS}
            neighbours={neighbours}
            onGo={open}
            onClose={close}
          />
        )}
      </div>
    </>
  );
}

function useHotlineQuery(): [HotlineQuery, (change: Partial<HotlineQuery>) => void] {
  const [params, setParams] = useSearchParams();
  const state = HOTLINE_STATES.find((one) => one === params.get('state'));
  const q = params.get('q')?.trim() || undefined;
  const page = Math.max(1, Math.floor(Number(params.get('page'))) || 1);
  const change = useCallback(
    (some: Partial<HotlineQuery>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries({ page: 1, ...some })) {
            if (value === undefined || (name === 'page' && value === 1)) next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: 'q' in some },
      ),
    [setParams],
  );
  return [{ state, q, page }, change];
}

/** Exporting takes what the tab shows, so that what is to be handed back can be taken alone. */
function HotlineTools({ state }: { state: HotlineState | undefined }) {
  const { permissions } = useMe();
  const { loading, download } = useDownload();
  return (
    <>
      {permissions.includes('hotline.report_back') && (
        <Button
          icon={<Download />}
          loading={loading}
          onClick={() =>
            download(
              () =>
                api.GET('/api/hotline-orders/export', {
                  params: { query: state ? { state } : {} },
                  parseAs: 'blob',
                }),
              '12345工单.xlsx',
            )
          }
        >
          导出
        </Button>
      )}
      {permissions.includes('hotline.enter') && (
        <>
          <Link className="report-for" to="/hotline/import">
            <FileUp />
            导入
          </Link>
          <Link className="report-for" to="/hotline/new">
            <Plus />
            录一张
          </Link>
        </>
      )}
    </>
  );
}
