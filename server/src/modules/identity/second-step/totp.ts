import { generateSecret, generateURI, verifySync } from 'otplib';

/** A phone whose clock is a little off: the half minute before and the one after are good too. */
const TOLERANCE_SECONDS = 30;
const PERIOD_SECONDS = 30;
const ISSUER = '邻里共治';

export const newSecret = () => generateSecret({ length: 20 });

/** What an authenticator app reads from the QR code. */
export const enrolmentUri = (secret: string, account: string) =>
  generateURI({ issuer: ISSUER, label: account, secret });

/**
 * The half minute for which this code is right at `now`, or null. A code is good once: those up to `lastStep` are spent.
 */
export function stepOf(secret: string, code: string, now: Date, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  // A clock that was put back: everything it could take is spent, and the library takes such a question for a mistake.
  if (lastStep >= Math.floor((epoch + TOLERANCE_SECONDS) / PERIOD_SECONDS)) return null;
  const found = verifySync({
    secret,
    token: code,
    epoch,
    epochTolerance: TOLERANCE_SECONDS,
    afterTimeStep: lastStep,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
