import { momentWords } from '@linli/shared';
import { App, Button, Popconfirm } from 'antd';
import { Monitor, Smartphone } from 'lucide-react';
import { api } from '../../api/client';
import type { MySession } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { useNow } from '../../clock/useNow';
import { Wrong } from '../../forms/Wrong';
import { endSession } from '../../session/session.store';
import { SettingsCard } from '../SettingsCard';
import { Waiting } from '../Waiting';
import { useMySessions, useSecurityChange } from './useSecurity';

export const METHOD_WORDS: Record<MySession['method'], string> = {
  demo: '演示登录',
  wechat: '微信登录',
  phone: '手机号登录',
  password: '账号密码登录',
};

/** Where one is signed in, to be ended one by one or all at once. */
export function DevicesCard() {
  const { message } = App.useApp();
  const now = useNow();
  const sessions = useMySessions();
  const endOne = useSecurityChange(
    (id: string) => api.POST('/api/me/sessions/{id}/end', { params: { path: { id } } }),
    () => void message.success('那台设备已经退出'),
  );
  const endAll = useSecurityChange(
    () => api.POST('/api/me/sessions/end-all', { body: { keepThis: true } }),
    () => void message.success('别的设备都退出了'),
  );
  const leave = useSecurityChange(
    () => api.POST('/api/me/sessions/end-all', { body: { keepThis: false } }),
    () => endSession('signed-out'),
  );
  if (!sessions.data) {
    return (
      <Waiting
        problem={sessions.isError ? asProblem(sessions.error) : null}
        onRetry={() => void sessions.refetch()}
      />
    );
  }
  const { items } = sessions.data;
  const problem = endOne.problem ?? endAll.problem ?? leave.problem;
  return (
    <SettingsCard
      title="登录着的设备"
      note="有不认得的，先让它退出，再改密码。退出马上生效；「最近在用」大约每一刻钟记一次。"
    >
      <ul className="device-list" aria-label="登录着的设备">
        {items.map(({ id, device, method, createdAt, lastSeenAt, current }) => (
          <li key={id}>
            {/手机|平板|小程序/.test(device) ? <Smartphone /> : <Monitor />}
            <div className="grow">
              <div className="row wrap">
                <b>{device}</b>
                {current && <span className="chip done">这台</span>}
              </div>
              <p className="note-text">
                {METHOD_WORDS[method]} · {momentWords(createdAt, now)} 登录 · 最近在用{' '}
                {momentWords(lastSeenAt, now)}
              </p>
            </div>
            {!current && (
              <Button loading={endOne.sending === id} onClick={() => endOne.run(id)}>
                让它退出
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Wrong says={problem?.title} />
      <div className="row wrap">
        <Button disabled={items.length < 2} loading={endAll.pending} onClick={() => endAll.run(undefined)}>
          退出别的设备
        </Button>
        <Popconfirm
          title="连这台一起退出？"
          okText="都退出"
          cancelText="先不退"
          onConfirm={() => leave.run(undefined)}
        >
          <Button loading={leave.pending}>全部退出</Button>
        </Popconfirm>
      </div>
    </SettingsCard>
  );
}
