import { Button } from 'antd';
import { KeyRound, SearchX } from 'lucide-react';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { ListFoot } from '../../shell/ListFoot';
import { ListWaiting } from '../../shell/ListWaiting';
import { StatePanel } from '../../shell/StatePanel';
import { AccountTable } from './AccountTable';
import type { AccountView } from './account-view';
import { ACCOUNT_PAGE, type useAccounts } from './useAccounts';

interface AccountListProps {
  accounts: ReturnType<typeof useAccounts>;
  view: AccountView;
  change: (some: Partial<AccountView>) => void;
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function AccountList({ accounts, view, change, ...rows }: AccountListProps) {
  const { total = 0, items = [] } = accounts.data ?? {};
  return (
    <>
      <StaleBanner queue={accounts} />
      <div className={accounts.isPlaceholderData ? 'queue-scroll turning' : 'queue-scroll'}>
        {items.length > 0 ? (
          <AccountTable items={items} {...rows} />
        ) : (
          <NoAccounts accounts={accounts} view={view} change={change} />
        )}
      </div>
      <ListFoot
        total={total}
        unit="人"
        page={view.page}
        pageSize={ACCOUNT_PAGE}
        onPage={(page) => change({ page })}
      >
        <span className="grow" />
        <span className="key-hints">有任职或者有账号的人都在这里；没任职的居民不在</span>
      </ListFoot>
    </>
  );
}

function NoAccounts({ accounts, view, change }: Pick<AccountListProps, 'accounts' | 'view' | 'change'>) {
  if (!accounts.data) return <ListWaiting list={accounts} />;
  if (view.page > 1 || view.q) {
    return (
      <StatePanel icon={<SearchX />} title={view.q ? '没有这样的人' : '这一页没有人了'}>
        <Button onClick={() => change({ q: undefined, page: 1 })}>看全部</Button>
      </StatePanel>
    );
  }
  return (
    <StatePanel
      icon={<KeyRound />}
      title={view.has === 'without' ? '任职的人都有账号了' : '还没有人有账号'}
      note="先在「人员与任命」里任职，再到这里开账号。"
    />
  );
}
