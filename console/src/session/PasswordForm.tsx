import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { answered } from '../api/answered';
import { asProblem, fieldMessage } from '../api/problem';
import { publicApi } from '../api/public-client';
import { Field } from '../forms/Field';
import type { SignedIn } from './sign-in-steps';

/** The first step; what comes after it the server says. */
export function PasswordForm({ onRight }: { onRight: (answer: SignedIn) => void }) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [capsLock, setCapsLock] = useState(false);
  const [missing, setMissing] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      answered(publicApi.POST('/api/auth/password', { body: { account: account.trim(), password } })),
    onSuccess: onRight,
    retry: false,
  });
  const problem = signIn.isError ? asProblem(signIn.error) : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    const incomplete = !account.trim() || !password;
    setMissing(incomplete);
    if (!incomplete && !signIn.isPending) signIn.mutate();
  }
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        id="account"
        label="账号"
        error={missing && !account.trim() ? '请填账号' : fieldMessage(problem, 'account')}
      >
        <Input
          id="account"
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          value={account}
          onChange={(e) => setAccount(e.target.value)}
        />
      </Field>
      <Field
        id="password"
        label="密码"
        error={missing && !password ? '请填密码' : fieldMessage(problem, 'password')}
        hint={capsLock ? '大写锁定开着' : undefined}
      >
        <Input.Password
          id="password"
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={() => setCapsLock(false)}
        />
      </Field>
      {problem && !problem.errors?.length && (
        <p className="notice over" role="alert">
          {problem.title}
        </p>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        登录
      </Button>
    </form>
  );
}
