import type { Problem } from '@linli/shared';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SignedIn } from './sign-in-steps';

/** What every step of the way needs: its ticket, and whom to tell how it went. */
export interface StepProps {
  ticket: string;
  onRight: (answer: SignedIn) => void;
  onRefused: (problem: Problem) => void;
  onBack: () => void;
}

interface StepFrameProps {
  title: string;
  why: ReactNode;
  submit: string;
  pending: boolean;
  problem: Problem | null;
  disabled?: boolean;
  onSubmit: () => void;
  onBack: () => void;
  children: ReactNode;
}

/** One step of signing in: what is asked and why, one button on, and the way back to the beginning. */
export function StepFrame(props: StepFrameProps) {
  const { title, why, submit, pending, problem, disabled = false, onSubmit, onBack, children } = props;
  return (
    <form
      className="stack"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && !disabled) onSubmit();
      }}
    >
      <div>
        <h2>{title}</h2>
        <p className="note-text">{why}</p>
      </div>
      {children}
      {problem && !problem.errors?.length && (
        <p className="notice over" role="alert">
          {problem.title}
        </p>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={pending} disabled={disabled}>
        {submit}
      </Button>
      <Button type="link" block onClick={onBack}>
        换一个账号登录
      </Button>
    </form>
  );
}
