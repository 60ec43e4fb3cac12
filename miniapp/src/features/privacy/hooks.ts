import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MyPrivacy } from '../../request/contract';
import { useSeen } from '../../request/useSeen';
import { useTap } from '../../request/useTap';
import { useSignedIn } from '../../session/session.store';
import { signOut } from '../../session/useSignIn';
import { forgetAgreedHere } from './agreed-here';
import { changeConsent, readHoldings, readMyPrivacy } from './api';

const MINE = ['my-privacy'];
const HOLDINGS = ['my-holdings'];

export const useMyPrivacy = () => useSeen(MINE, readMyPrivacy, { enabled: useSignedIn() });

export const useHoldings = () => useSeen(HOLDINGS, readHoldings, { enabled: useSignedIn() });

/** Taking back the notice: every session has ended, this one too, and the next time is the first time again. */
export function useTakeNoticeBack() {
  const client = useQueryClient();
  const tap = useTap();
  return useMutation<MyPrivacy, unknown, void>({
    mutationFn: () => changeConsent('notice', false, tap.idOf('notice')),
    onSuccess: () => {
      tap.end();
      forgetAgreedHere();
      client.removeQueries({ queryKey: MINE });
      signOut();
    },
    onError: tap.endIfAnswered,
  });
}
