import type { Age } from '@linli/shared';
import { useRef, useState } from 'react';
import { agreedHere, rememberAgreedHere } from '../../features/privacy/agreed-here';
import { agreeIn } from '../../features/privacy/api';
import type { Session } from '../../request/contract';

/** Shows the privacy notice before the first thing of a person's leaves this phone, and keeps their yes with whoever they turn out to be. */
export function useNoticeFirst() {
  const [asking, setAsking] = useState(false);
  const [declined, setDeclined] = useState(false);
  const waiting = useRef<((agreed: boolean) => void) | null>(null);
  const said = useRef<Age | null>(null);

  const answered = (agreed: boolean) => {
    setAsking(false);
    setDeclined(!agreed);
    waiting.current?.(agreed);
    waiting.current = null;
  };

  return {
    asking,
    declined,
    agreeFirst: (): Promise<boolean> => {
      if (agreedHere()) return Promise.resolve(true);
      setAsking(true);
      return new Promise((resolve) => {
        // Whoever asked before is told no: only the last tap goes on.
        waiting.current?.(false);
        waiting.current = resolve;
      });
    },
    agreed: (age: Age) => {
      said.current = age;
      rememberAgreedHere();
      answered(true);
    },
    decline: () => answered(false),
    /** The same session, with what was just agreed to. Where the server has not heard of it the next screen asks again. */
    keptWith: async (session: Session): Promise<Session> => {
      const age = said.current;
      if (age === null || session.me.privacyNotice.agreed) return session;
      try {
        await agreeIn(session, age);
      } catch {
        return session;
      }
      return {
        ...session,
        me: {
          ...session.me,
          privacyNotice: { ...session.me.privacyNotice, agreed: true },
          awaitsGuardian: session.me.awaitsGuardian || age === 'under_14',
        },
      };
    },
  };
}
