import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { GivenPassword } from '../../api/contract';
import { beyondFields, fieldMessage } from '../../api/problem';
import { Field } from '../../forms/Field';
import { useAccountChange } from './useAccounts';

const MOST_CHARS = 32;

interface OpenAccountFormProps {
  personId: string;
  name: string;
  onOpened: (given: GivenPassword) => void;
}

/** The name is all there is to choose: the first password is drawn, and the person puts their own in its place. */
export function OpenAccountForm({ personId, name, onOpened }: OpenAccountFormProps) {
  const [account, setAccount] = useState('');
  const open = useAccountChange(
    (id, chosen: string) => api.POST('/api/accounts', { body: { id, personId, account: chosen } }),
    '账号开好了',
    onOpened,
  );
  const { problem } = open;
  return (
    <form
      className="stack"
      aria-label="开账号"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (account.trim()) open.run(account.trim().toLowerCase());
      }}
    >
      <p className="note-text">{name}还没有工作台的账号。开好以后给一个一次性密码，首次登录要换成自己的。</p>
      <Field
        id="account-name"
        label="账号名"
        error={fieldMessage(problem, 'account') ?? beyondFields(problem)}
      >
        <Input
          id="account-name"
          size="large"
          autoComplete="off"
          autoCapitalize="none"
          maxLength={MOST_CHARS}
          placeholder="如 wangxiuying，字母开头"
          value={account}
          onChange={(e) => setAccount(e.target.value)}
        />
      </Field>
      <div>
        <Button type="primary" htmlType="submit" loading={open.pending} disabled={!account.trim()}>
          开账号
        </Button>
      </div>
    </form>
  );
}
