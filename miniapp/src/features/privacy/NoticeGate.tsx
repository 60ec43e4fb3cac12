import type { Age } from '@linli/shared';
import { useMutation } from '@tanstack/react-query';
import { sentence } from '../../request/refusal';
import { useMe, useSession } from '../../session/session.store';
import { signOut } from '../../session/useSignIn';
import { rememberAgreedHere } from './agreed-here';
import { agree } from './api';
import { NoticeSheet } from './NoticeSheet';

/**
 * Whoever is signed in and owes the notice their word is shown it: the first time elsewhere, or a version that asks again.
 * What the server refused for it is done then (`request/after-notice.ts`). Saying no signs out, and one goes on reading
 * like everybody.
 */
export function NoticeGate() {
  const me = useMe();
  const answer = useMutation({
    mutationFn: (age: Age) => agree(age),
    onSuccess: (_standing, age) => {
      rememberAgreedHere();
      const { session, keep } = useSession.getState();
      if (session)
        keep({
          ...session,
          me: {
            ...session.me,
            privacyNotice: { ...session.me.privacyNotice, agreed: true },
            awaitsGuardian: session.me.awaitsGuardian || age === 'under_14',
          },
        });
    },
  });
  // What an older version left on this phone does not say.
  if (me?.privacyNotice?.agreed !== false) return null;
  return (
    <NoticeSheet
      busy={answer.isPending}
      wrong={answer.isError ? sentence(answer.error) : undefined}
      onAgree={(age) => answer.mutate(age)}
      onDecline={signOut}
    />
  );
}
