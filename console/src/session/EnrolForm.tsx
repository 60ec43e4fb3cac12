import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { answered } from '../api/answered';
import type { Session } from '../api/contract';
import { asProblem } from '../api/problem';
import { publicApi } from '../api/public-client';
import { CodeField } from '../settings/security/CodeField';
import { EnrolmentSquare } from '../settings/security/EnrolmentSquare';
import { RecoveryCodes } from '../settings/security/RecoveryCodes';
import { ErrorState } from '../shell/ErrorState';
import { StepFrame, type StepProps } from './StepFrame';
import { useStep } from './useStep';

/** For whose post the second step is no choice: set up before the first screen, with the paper codes shown once. */
export function EnrolForm({ ticket, onRight, onRefused, onBack }: StepProps) {
  const [code, setCode] = useState('');
  const [done, setDone] = useState<{ session: Session; recoveryCodes: string[] } | null>(null);
  const enrolment = useQuery({
    queryKey: ['enrolment', ticket],
    queryFn: () => answered(publicApi.POST('/api/auth/enrolment', { body: { ticket } })),
    retry: false,
    // Asked again it would be another secret than the one just scanned.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const step = useStep(() => publicApi.POST('/api/auth/enrolment/confirm', { body: { ticket, code } }), {
    onRight: setDone,
    onRefused: (problem) => {
      setCode('');
      onRefused(problem);
    },
  });
  if (done) {
    return (
      <div className="stack">
        <h2>两步登录开通了</h2>
        <RecoveryCodes codes={done.recoveryCodes} />
        <Button type="primary" size="large" block onClick={() => onRight(done.session)}>
          记好了，进入工作台
        </Button>
      </div>
    );
  }
  if (enrolment.isError)
    return <ErrorState problem={asProblem(enrolment.error)} onRetry={() => void enrolment.refetch()} />;
  return (
    <StepFrame
      title="开通两步登录"
      why="您的职务能看、能改的东西多，登录时除了密码还要手机上的验证码。"
      submit="开通"
      {...step}
      disabled={code.trim() === '' || !enrolment.data}
      onSubmit={step.send}
      onBack={onBack}
    >
      {enrolment.data ? <EnrolmentSquare enrolment={enrolment.data} /> : <Skeleton active />}
      <CodeField id="enrol-code" label="验证器显示的 6 位数字" value={code} onChange={setCode} digitsOnly />
    </StepFrame>
  );
}
