import { momentWords } from '@linli/shared';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { MySecurity } from '../../api/contract';
import { beyondFields, fieldMessage } from '../../api/problem';
import { useNow } from '../../clock/useNow';
import { Field } from '../../forms/Field';
import { Wrong } from '../../forms/Wrong';
import { SettingsCard } from '../SettingsCard';
import { NewPasswordFields } from './NewPasswordFields';
import { useSecurityChange } from './useSecurity';

export function PasswordCard({ security: { account, passwordSetAt } }: { security: MySecurity }) {
  const now = useNow();
  const [changing, setChanging] = useState(false);
  if (account === null) {
    return (
      <SettingsCard title="账号和密码" note="您还没有工作台的账号。要用账号密码登录，请找人事管理员开一个。">
        {null}
      </SettingsCard>
    );
  }
  return (
    <SettingsCard title="账号和密码">
      <dl className="settings-facts">
        <dt>账号</dt>
        <dd>{account}</dd>
        <dt>密码</dt>
        <dd>
          {passwordSetAt ? `${momentWords(passwordSetAt, now)} 改的` : '还没有改过'}
          {!changing && (
            <Button type="link" onClick={() => setChanging(true)}>
              改密码
            </Button>
          )}
        </dd>
      </dl>
      {changing && <ChangeForm onClose={() => setChanging(false)} />}
    </SettingsCard>
  );
}

function ChangeForm({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const change = useSecurityChange(
    (body: { currentPassword: string; newPassword: string }) => api.POST('/api/me/password', { body }),
    () => {
      void message.success('密码改好了，别的设备要用新密码登录');
      onClose();
    },
  );
  const { problem } = change;
  return (
    <form
      className="stack security-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null && current) change.run({ currentPassword: current, newPassword: chosen });
      }}
    >
      <Field id="current-password" label="现在的密码" error={fieldMessage(problem, 'currentPassword')}>
        <Input.Password
          id="current-password"
          size="large"
          autoComplete="current-password"
          value={current}
          onChange={(e) => setCurrent(e.target.value)}
        />
      </Field>
      <NewPasswordFields problem={fieldMessage(problem, 'newPassword')} onChange={setChosen} />
      <Wrong says={beyondFields(problem)} />
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          loading={change.pending}
          disabled={chosen === null || current === ''}
        >
          改密码
        </Button>
        <Button onClick={onClose}>先不改</Button>
      </div>
    </form>
  );
}
