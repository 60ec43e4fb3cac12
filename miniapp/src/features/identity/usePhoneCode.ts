import { useState } from 'react';
import type { PhoneCodeSent } from '../../request/contract';
import { Refusal } from '../../request/refusal';
import { codeFault, faultsOf, type PhoneFaults, phoneFault } from './phone-faults';
import { useCountdown } from './useCountdown';

const digits = (typed: string) => typed.replace(/\D/g, '');

/**
 * A number and the code sent to it. `send` asks the server for the code; `agreeFirst` says whether anything may be sent
 * at all.
 */
export function usePhoneCode(
  send: (phone: string) => Promise<PhoneCodeSent>,
  agreeFirst: () => Promise<boolean> = async () => true,
) {
  const [phone, setPhone] = useState('');
  const [typed, setTyped] = useState('');
  const [faults, setFaults] = useState<PhoneFaults>({});
  const [demoCode, setDemoCode] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [waitSeconds, startWaiting] = useCountdown();

  return {
    phone,
    typed,
    faults,
    demoCode,
    sending,
    waitSeconds,
    writePhone: (value: string) => setPhone(digits(value)),
    writeCode: (value: string) => setTyped(digits(value)),
    ask: async () => {
      const fault = phoneFault(phone);
      setFaults(fault ?? {});
      if (fault || !(await agreeFirst())) return;
      setSending(true);
      try {
        const sent = await send(phone);
        startWaiting(sent.resendAfterSeconds);
        setDemoCode(sent.demoCode ?? null);
      } catch (error) {
        setFaults(faultsOf(error));
        if (error instanceof Refusal && error.code === 'auth/code-too-soon')
          startWaiting(error.problem.retryAfterSeconds ?? 0);
      } finally {
        setSending(false);
      }
    },
    /** Does something with number and code; what is wrong stands beside its field. True when it was done. */
    prove: async (work: (phone: string, code: string) => Promise<unknown>): Promise<boolean> => {
      const fault = phoneFault(phone) ?? codeFault(typed);
      setFaults(fault ?? {});
      if (fault || !(await agreeFirst())) return false;
      try {
        await work(phone, typed);
        return true;
      } catch (error) {
        setFaults(faultsOf(error));
        return false;
      }
    },
  };
}

export type PhoneCode = ReturnType<typeof usePhoneCode>;
