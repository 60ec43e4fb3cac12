import { LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../forms/Field';

interface NewPasswordFieldsProps {
  /** What the server has against it. */
  problem: string | undefined;
  /** The password once both fields say the same; null until then. */
  onChange: (password: string | null) => void;
}

/** A new password, twice. What is common or used before the server says. */
export function NewPasswordFields({ problem, onChange }: NewPasswordFieldsProps) {
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [left, setLeft] = useState(false);
  const short = left && first !== '' && [...first].length < LIMITS.passwordMinChars;
  const differs = again !== '' && again !== first && again.length >= first.length;
  function say(one: string, other: string) {
    onChange(one === other && [...one].length >= LIMITS.passwordMinChars ? one : null);
  }
  return (
    <>
      <Field
        id="new-password"
        label="新密码"
        error={short ? `至少要 ${LIMITS.passwordMinChars} 个字` : problem}
      >
        <Input.Password
          id="new-password"
          size="large"
          autoComplete="new-password"
          maxLength={LIMITS.passwordMaxChars}
          value={first}
          onBlur={() => setLeft(true)}
          onChange={(e) => {
            setFirst(e.target.value);
            say(e.target.value, again);
          }}
        />
        <p className="note-text">
          至少 {LIMITS.passwordMinChars}{' '}
          个字，几个不相干的词连起来就好记。不要用账号、姓名、生日和常见的密码。
        </p>
      </Field>
      <Field id="new-password-again" label="再填一遍" error={differs && '两遍不一样'}>
        <Input.Password
          id="new-password-again"
          size="large"
          autoComplete="new-password"
          maxLength={LIMITS.passwordMaxChars}
          value={again}
          onChange={(e) => {
            setAgain(e.target.value);
            say(first, e.target.value);
          }}
        />
      </Field>
    </>
  );
}
