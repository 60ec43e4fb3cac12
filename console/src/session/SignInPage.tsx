import type { Problem } from '@linli/shared';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import type { SignInStep } from '../api/contract';
import { BrandMark } from '../shell/BrandMark';
import { DemoPeople } from './DemoPeople';
import { EnrolForm } from './EnrolForm';
import { FirstChangeForm } from './FirstChangeForm';
import { PasswordForm } from './PasswordForm';
import { SecondStepForm } from './SecondStepForm';
import { saveSession } from './session.store';
import { isNextStep, type SignedIn, TICKET_OVER } from './sign-in-steps';
import './session.css';
import { useSession } from './useSession';
import { WhoHelps } from './WhoHelps';

/** Only a path of this console: an address given from outside must not lead a signed-in person away. */
function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : '/';
}

export function SignInPage() {
  const { session, expired } = useSession();
  const [query] = useSearchParams();
  const [step, setStep] = useState<SignInStep | null>(null);
  const [over, setOver] = useState<Problem | null>(null);
  if (session) return <Navigate to={safeNext(query.get('next'))} replace />;

  function onRight(answer: SignedIn) {
    setOver(null);
    if (isNextStep(answer)) setStep(answer);
    else saveSession(answer);
  }
  /** Whoever waited too long begins again, and reads why. */
  function onRefused(problem: Problem) {
    if (problem.code !== TICKET_OVER) return;
    setOver(problem);
    setStep(null);
  }
  const way = { onRight, onRefused, onBack: () => setStep(null) };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <BrandMark />
          <div>
            <h1>邻里共治</h1>
            <p className="note-text">社区工作台</p>
          </div>
        </div>
        {(over || expired) && !step && (
          <p className="notice wait" role="status">
            {over ? over.title : '登录过期了，请再登录一次。登录后回到刚才的地方。'}
          </p>
        )}
        {step === null && (
          <>
            <PasswordForm onRight={onRight} />
            <WhoHelps at="password" />
            <DemoPeople />
          </>
        )}
        {step?.step === 'second_step' && <SecondStepForm ticket={step.ticket} {...way} />}
        {step?.step === 'first_change' && <FirstChangeForm ticket={step.ticket} {...way} />}
        {step?.step === 'enrol' && <EnrolForm ticket={step.ticket} {...way} />}
        {step && step.step !== 'enrol' && <WhoHelps at={step.step} />}
      </div>
    </main>
  );
}
