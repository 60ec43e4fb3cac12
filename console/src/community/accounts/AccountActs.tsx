import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { AccountDetail, GivenPassword } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { useAccountChange } from './useAccounts';
import '../../incidents/actions/next.css';

interface AccountActsProps {
  account: AccountDetail;
  onGiven: (given: GivenPassword) => void;
}

/** What can be done about somebody's account; about one's own nothing, so that nobody lets themselves in. */
export function AccountActs({ account, onGiven }: AccountActsProps) {
  const now = useNow();
  const { personId, name, suspended, sessions, secondStep, self } = account;
  const params = { path: { personId } };
  const reset = useAccountChange(
    (actionId, _: undefined) =>
      api.POST('/api/accounts/{personId}/reset-password', { params, body: { actionId } }),
    '重置好了',
    onGiven,
  );
  const forget = useAccountChange(
    (_, __: undefined) => api.POST('/api/accounts/{personId}/reset-second-step', { params }),
    '两步登录去掉了，下次登录可以重新开通',
  );
  const unlock = useAccountChange(
    (_, __: undefined) => api.POST('/api/accounts/{personId}/unlock', { params }),
    '解开了',
  );
  const leave = useAccountChange(
    (_, __: undefined) => api.POST('/api/accounts/{personId}/end-sessions', { params }),
    '都退出了',
  );
  if (self) {
    return (
      <footer className="next">
        <p className="note-text">
          这是您自己的账号，到<Link to="/settings/security">设置 → 安全</Link>里改。
        </p>
      </footer>
    );
  }
  const has = account.account !== null;
  const locked = account.lockedUntil !== null && Date.parse(account.lockedUntil) > now;
  if (!has && sessions.length === 0) return null;
  return (
    <footer className="next">
      <div className="next-buttons account-acts">
        {has && locked && (
          <Button type="primary" loading={unlock.pending} onClick={() => unlock.run(undefined)}>
            解开锁
          </Button>
        )}
        {has && !suspended && (
          <Popconfirm
            title={`重置${name}的密码？`}
            description="旧密码马上不能用，登录着的都退出。"
            okText="重置"
            cancelText="先不动"
            onConfirm={() => reset.run(undefined)}
          >
            <Button loading={reset.pending}>重置密码</Button>
          </Popconfirm>
        )}
        {has && secondStep && (
          <Popconfirm
            title={`去掉${name}的两步登录？`}
            description="先当面核实是本人。手机和备用码都丢了才用得着。"
            okText="去掉"
            cancelText="先不动"
            onConfirm={() => forget.run(undefined)}
          >
            <Button loading={forget.pending}>重置两步登录</Button>
          </Popconfirm>
        )}
        {sessions.length > 0 && (
          <Popconfirm
            title={`让${name}退出所有登录？`}
            okText="都退出"
            cancelText="先不动"
            onConfirm={() => leave.run(undefined)}
          >
            <Button loading={leave.pending}>退出所有登录</Button>
          </Popconfirm>
        )}
      </div>
    </footer>
  );
}
