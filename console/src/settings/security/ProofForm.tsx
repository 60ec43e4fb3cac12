import type { Problem } from '@linli/shared';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { beyondFields, fieldMessage } from '../../api/problem';
import { Field } from '../../forms/Field';
import { Wrong } from '../../forms/Wrong';
import { CodeField } from './CodeField';

interface ProofFormProps {
  asks: readonly ('password' | 'code')[];
  submit: string;
  change: { pending: boolean; problem: Problem | null };
  onSubmit: (proof: { password: string; code: string }) => void;
  onClose: () => void;
}

/** Who it is, once more, before their way in changes. */
export function ProofForm({ asks, submit, change: { pending, problem }, onSubmit, onClose }: ProofFormProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const missing = (asks.includes('password') && !password) || (asks.includes('code') && !code.trim());
  return (
    <form
      className="stack security-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (missing) return;
        onSubmit({ password, code });
        // A code is good once, whatever comes of it.
        setCode('');
      }}
    >
      {asks.includes('password') && (
        <Field id="proof-password" label="现在的密码" error={fieldMessage(problem, 'password')}>
          <Input.Password
            id="proof-password"
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
        </Field>
      )}
      {asks.includes('code') && (
        <CodeField
          id="proof-code"
          label="现在的验证码，或者一个备用码"
          value={code}
          onChange={setCode}
          error={fieldMessage(problem, 'code')}
        />
      )}
      <Wrong says={beyondFields(problem)} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={pending} disabled={missing}>
          {submit}
        </Button>
        <Button onClick={onClose}>先不动</Button>
      </div>
    </form>
  );
}
