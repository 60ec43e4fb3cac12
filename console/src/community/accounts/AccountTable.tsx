import { momentWords } from '@linli/shared';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Account } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { AccountChip, SecondStepWord } from './AccountChips';
import '../../incidents/list/incident-table.css';

interface AccountTableProps {
  items: Account[];
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function AccountTable({ items, ...row }: AccountTableProps) {
  return (
    <table className="incident-table account-table">
      <thead>
        <tr>
          <th className="col-account-state">账号状态</th>
          <th>谁</th>
          <th className="col-account-name">账号</th>
          <th className="col-account-step">两步登录</th>
          <th className="col-when">最近在用</th>
        </tr>
      </thead>
      <tbody>
        {items.map((account) => (
          <Row key={account.personId} account={account} {...row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ account, openId, cursor, onPoint }: Omit<AccountTableProps, 'items'> & { account: Account }) {
  const now = useNow();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { personId, name, roles, self } = account;
  const to = { pathname: `/community/accounts/${personId}`, search };
  const open = personId === openId;
  return (
    // The whole row takes the mouse; the keyboard and readers have the link inside it.
    <tr
      className={[open && 'sel', personId === cursor && 'pointed'].filter(Boolean).join(' ')}
      data-row={personId}
      aria-current={open || undefined}
      onClick={(e) => !(e.target as HTMLElement).closest('a') && navigate(to)}
    >
      <td className="col-account-state">
        <AccountChip account={account} now={now} />
      </td>
      <td className="col-title">
        <Link to={to} className="ellipsis" onFocus={() => onPoint(personId)}>
          {name}
          {self && '（我）'}
        </Link>
        <div className="note-text ellipsis">{roles.join('、') || '现在没有任职'}</div>
      </td>
      <td className="col-account-name">
        <div className="ellipsis">{account.account ?? '—'}</div>
      </td>
      <td className="col-account-step">
        {account.account === null ? '—' : <SecondStepWord on={account.secondStep} />}
      </td>
      <td className="col-when">{account.lastSeenAt ? momentWords(account.lastSeenAt, now) : '没有登录过'}</td>
    </tr>
  );
}
