import { type InputRef, Segmented } from 'antd';
import { useCallback, useRef } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Account } from '../../api/contract';
import { SearchField } from '../../incidents/list/SearchField';
import { useListKeys } from '../../incidents/list/useListKeys';
import { useNeighbours } from '../../incidents/useNeighbours';
import { AccountDrawer } from './AccountDrawer';
import { AccountList } from './AccountList';
import { type AccountView, readView, writeView } from './account-view';
import { useAccounts } from './useAccounts';
import '../../incidents/incidents.css';
import '../../incidents/list/top-bar.css';
import '../../incidents/list/queue.css';
import './accounts.css';

const LISTS = [
  { value: 'all', label: '全部' },
  { value: 'with', label: '有账号' },
  { value: 'without', label: '没有账号' },
];
const NONE: (Account & { id: string })[] = [];

/** 账号: who may sign in to the console, and beside the list the one that the address names. */
export function AccountsPage() {
  const { personId: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const searchField = useRef<InputRef>(null);
  const view = readView(params);
  const accounts = useAccounts(view);
  const items = accounts.data?.items.map((one) => ({ ...one, id: one.personId })) ?? NONE;
  const neighbours = useNeighbours(items, openId);
  const open = useCallback(
    (id: string) =>
      navigate({ pathname: `/community/accounts/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: '/community/accounts', search });
  const [cursor, setCursor] = useListKeys({ items, openId, open, close });
  const change = (some: Partial<AccountView>) =>
    setParams(writeView({ ...view, page: 1, ...some }), { replace: true });
  return (
    <div className={openId ? 'work with-drawer' : 'work'}>
      <section className="queue" aria-label="账号">
        <div className="filters account-filters">
          <Segmented
            aria-label="看哪些人"
            options={LISTS}
            value={view.has ?? 'all'}
            onChange={(has) => change({ has: has === 'with' || has === 'without' ? has : undefined })}
          />
          <SearchField
            label="搜姓名或者账号"
            value={view.q ?? ''}
            onSearch={(q) => change({ q })}
            field={searchField}
          />
        </div>
        <AccountList
          accounts={accounts}
          view={view}
          change={change}
          openId={openId}
          cursor={cursor}
          onPoint={setCursor}
        />
      </section>
      {openId && (
        <AccountDrawer key={openId} personId={openId} neighbours={neighbours} onGo={open} onClose={close} />
      )}
    </div>
  );
}
