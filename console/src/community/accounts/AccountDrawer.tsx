import { momentWords } from '@linli/shared';
import { IdCard, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import type { AccountDetail, GivenPassword } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { DrawerTools } from '../../incidents/drawer/DrawerTools';
import { DrawerWaiting } from '../../incidents/drawer/DrawerWaiting';
import { FactCard } from '../../incidents/drawer/FactCard';
import type { Neighbours } from '../../incidents/useNeighbours';
import { METHOD_WORDS } from '../../settings/security/DevicesCard';
import { AccountActs } from './AccountActs';
import { AccountChip, SecondStepWord } from './AccountChips';
import { GivenPasswordCard } from './GivenPasswordCard';
import { OpenAccountForm } from './OpenAccountForm';
import { useAccount } from './useAccounts';
import '../../incidents/drawer/drawer.css';
import '../../incidents/drawer/cards.css';
import '../../settings/settings.css';

interface AccountDrawerProps {
  personId: string;
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
}

/** One person's way into the console: how it stands, where they are signed in, what can be done about it. */
export function AccountDrawer({ personId, neighbours, onGo, onClose }: AccountDrawerProps) {
  const now = useNow();
  const { data: account, error, refetch } = useAccount(personId);
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (!account) {
    return <DrawerWaiting label="账号" tools={tools} error={error} onRetry={refetch} />;
  }
  return (
    <section className="drawer" aria-label={account.name}>
      <header className="drawer-head">
        <div className="row between drawer-head-top">
          <AccountChip account={account} now={now} />
          {tools}
        </div>
        <h2>{account.name}</h2>
        <p className="note-text">{account.roles.join('、') || '现在没有任职'}</p>
      </header>
      <div className="drawer-body one-column">
        <div className="drawer-main">
          {given && <GivenPasswordCard given={given} onClose={() => setGiven(null)} />}
          {account.account !== null && <Facts account={account} />}
          {account.account === null && !account.suspended && !given && (
            <OpenAccountForm personId={account.personId} name={account.name} onOpened={setGiven} />
          )}
          <Devices account={account} />
        </div>
      </div>
      {!given && <AccountActs account={account} onGiven={setGiven} />}
    </section>
  );
}

function Facts({ account }: { account: AccountDetail }) {
  const now = useNow();
  return (
    <FactCard icon={<IdCard />} title="账号">
      <dl className="settings-facts">
        <dt>账号</dt>
        <dd>{account.account}</dd>
        <dt>密码</dt>
        <dd>{passwordWords(account, now)}</dd>
        {account.lockedUntil && Date.parse(account.lockedUntil) > now && (
          <>
            <dt>锁住</dt>
            <dd>
              密码或验证码输错太多，{Math.ceil((Date.parse(account.lockedUntil) - now) / 60_000)}{' '}
              分钟后自己解开
            </dd>
          </>
        )}
        <dt>两步登录</dt>
        <dd>
          <SecondStepWord on={account.secondStep} />
        </dd>
      </dl>
    </FactCard>
  );
}

function passwordWords({ password, oneTimeUntil }: AccountDetail, now: number): string {
  if (password === 'over') return '一次性密码过期了，重置一个再给本人';
  if (password === 'one_time' && oneTimeUntil)
    return `一次性密码还没用，${momentWords(oneTimeUntil, now)} 前有效`;
  return '本人设的';
}

function Devices({ account: { sessions } }: { account: AccountDetail }) {
  const now = useNow();
  return (
    <FactCard icon={<MonitorSmartphone />} title={`登录着 ${sessions.length} 处`}>
      {sessions.length === 0 ? (
        <p className="note-text">现在哪里都没有登录。</p>
      ) : (
        <ul className="device-list">
          {sessions.map(({ id, device, method, createdAt, lastSeenAt }) => (
            <li key={id}>
              <div className="grow">
                <b>{device}</b>
                <p className="note-text">
                  {METHOD_WORDS[method]} · {momentWords(createdAt, now)} 登录 · 最近在用{' '}
                  {momentWords(lastSeenAt, now)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </FactCard>
  );
}
