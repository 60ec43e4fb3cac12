import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { Enrolment } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { CodeField } from './CodeField';
import { EnrolmentSquare } from './EnrolmentSquare';
import { ProofForm } from './ProofForm';
import { useSecurityChange } from './useSecurity';

interface SetUpFormProps {
  /** There is one already: its code is asked for, so that a desk left open is not enough. */
  replacing: boolean;
  onDone: (recoveryCodes: string[]) => void;
  onClose: () => void;
}

/** First who it is, then the square to scan, then the first code. */
export function SetUpForm({ replacing, onDone, onClose }: SetUpFormProps) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const begin = useSecurityChange(
    (body: { password: string; code?: string }) => api.POST('/api/me/second-step', { body }),
    setEnrolment,
  );
  if (!enrolment) {
    return (
      <ProofForm
        asks={replacing ? ['password', 'code'] : ['password']}
        submit="下一步"
        change={begin}
        onSubmit={({ password, code }) => begin.run({ password, ...(replacing ? { code } : {}) })}
        onClose={onClose}
      />
    );
  }
  return <FirstCode enrolment={enrolment} onDone={onDone} onClose={onClose} />;
}

function FirstCode({
  enrolment,
  onDone,
  onClose,
}: Pick<SetUpFormProps, 'onDone' | 'onClose'> & { enrolment: Enrolment }) {
  const [code, setCode] = useState('');
  const confirm = useSecurityChange(
    () => api.POST('/api/me/second-step/confirm', { body: { code } }),
    ({ items }) => onDone(items),
  );
  return (
    <form
      className="stack security-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) confirm.run(undefined);
      }}
    >
      <EnrolmentSquare enrolment={enrolment} />
      <CodeField
        id="first-code"
        label="验证器显示的 6 位数字"
        value={code}
        onChange={setCode}
        error={fieldMessage(confirm.problem, 'code') ?? confirm.problem?.title}
        digitsOnly
      />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={confirm.pending} disabled={!code.trim()}>
          开通
        </Button>
        <Button onClick={onClose}>先不开</Button>
      </div>
    </form>
  );
}
