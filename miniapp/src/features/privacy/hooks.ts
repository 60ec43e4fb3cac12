import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExportLinks, MyPrivacy } from '../../request/contract';
import { useSeen } from '../../request/useSeen';
import { useTap } from '../../request/useTap';
import { useSession, useSignedIn } from '../../session/session.store';
import { signOut } from '../../session/useSignIn';
import { forgetAgreedHere } from './agreed-here';
import { askForExport, askToLeave, changeConsent, readHoldings, readMyPrivacy, stay } from './api';

const MINE = ['my-privacy'];
const HOLDINGS = ['my-holdings'];

export const useMyPrivacy = () => useSeen(MINE, readMyPrivacy, { enabled: useSignedIn() });

export const useHoldings = () => useSeen(HOLDINGS, readHoldings, { enabled: useSignedIn() });

/** What the server answered is what holds now, here and in what this phone knows of who is signed in. */
export function useKeepMyPrivacy() {
  const client = useQueryClient();
  return (now: MyPrivacy) => {
    client.setQueryData(MINE, now);
    void client.invalidateQueries({ queryKey: HOLDINGS });
    const { session, keep } = useSession.getState();
    if (session)
      keep({ ...session, me: { ...session.me, name: now.name, awaitsGuardian: now.awaitsGuardian } });
  };
}

/** One tap, done once however often it is sent. */
function useOnce<T>(what: string, work: (id: string) => Promise<T>, then: (answer: T) => void) {
  const tap = useTap();
  return useMutation<T, unknown, void>({
    mutationFn: () => work(tap.idOf(what)),
    onSuccess: (answer) => {
      tap.end();
      then(answer);
    },
    onError: tap.endIfAnswered,
  });
}

/** Taking back the notice: every session has ended, this one too, and the next time is the first time again. */
export const useTakeNoticeBack = () =>
  useOnce(
    'take notice back',
    (id) => changeConsent('notice', false, id),
    () => {
      forgetAgreedHere();
      signOut();
    },
  );

export const useAskForExport = () => useOnce<ExportLinks>('export', askForExport, () => undefined);

export const useAskToLeave = () => useOnce('leave', askToLeave, useKeepMyPrivacy());

/** @param id of the leaving that waits */
export const useStay = (id: string) => useOnce('stay', () => stay(id), useKeepMyPrivacy());
