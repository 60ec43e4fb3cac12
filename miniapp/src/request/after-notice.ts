import { useSession } from '../session/session.store';
import { Refusal } from './refusal';

/**
 * Does it, and where the server wants the privacy notice agreed to first, shows the notice and does it then. This phone may
 * have been told nothing of a new version while it lay in a pocket. Who says no is refused as the server said.
 */
export async function afterNotice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const owed = error instanceof Refusal && error.code === 'auth/notice-needed';
    if (!owed || !(await agreedNow())) throw error;
    return work();
  }
}

/** True once they have agreed; false when they said no, which signs out, or somebody else signed in. */
function agreedNow(): Promise<boolean> {
  const { session, keep } = useSession.getState();
  if (session === null) return Promise.resolve(false);
  const { id } = session.me;
  return new Promise((resolve) => {
    const stop = useSession.subscribe(({ session: now }) => {
      const mine = now?.me.id === id;
      if (mine && !now.me.privacyNotice.agreed) return;
      stop();
      resolve(mine);
    });
    // Every page that sees this shows the notice.
    keep({
      ...session,
      me: { ...session.me, privacyNotice: { ...session.me.privacyNotice, agreed: false } },
    });
  });
}
