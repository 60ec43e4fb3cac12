import { useState } from 'react';
import { fieldMessage } from '../api/problem';
import { publicApi } from '../api/public-client';
import { NewPasswordFields } from '../settings/security/NewPasswordFields';
import { StepFrame, type StepProps } from './StepFrame';
import { useStep } from './useStep';

export function FirstChangeForm({ ticket, onBack, ...told }: StepProps) {
  const [password, setPassword] = useState<string | null>(null);
  const step = useStep(
    () => publicApi.POST('/api/auth/first-change', { body: { ticket, password: password ?? '' } }),
    told,
  );
  return (
    <StepFrame
      title="换成自己的密码"
      why="刚才的密码是别人给的，只能用这一次。换好就登录。"
      submit="保存并登录"
      {...step}
      disabled={password === null}
      onSubmit={step.send}
      onBack={onBack}
    >
      <NewPasswordFields problem={fieldMessage(step.problem, 'password')} onChange={setPassword} />
    </StepFrame>
  );
}
