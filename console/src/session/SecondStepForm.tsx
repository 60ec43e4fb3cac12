import { useState } from 'react';
import { publicApi } from '../api/public-client';
import { CodeField } from '../settings/security/CodeField';
import { StepFrame, type StepProps } from './StepFrame';
import { useStep } from './useStep';

export function SecondStepForm({ ticket, onRight, onRefused, onBack }: StepProps) {
  const [code, setCode] = useState('');
  const step = useStep(() => publicApi.POST('/api/auth/second-step', { body: { ticket, code } }), {
    onRight,
    onRefused: (problem) => {
      setCode('');
      onRefused(problem);
    },
  });
  return (
    <StepFrame
      title="两步登录"
      why="打开手机上的验证器，填现在显示的 6 位数字。手机不在身边，就填一个备用码。"
      submit="登录"
      {...step}
      disabled={code.trim() === ''}
      onSubmit={step.send}
      onBack={onBack}
    >
      <CodeField id="second-step" label="验证码" value={code} onChange={setCode} />
    </StepFrame>
  );
}
