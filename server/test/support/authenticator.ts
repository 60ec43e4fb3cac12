import { generateSync } from 'otplib';

/** An authenticator app: the code of now, then that of the next half minute, which is good already. Each can be used once. */
export function authenticator(secret: string): () => string {
  let step = Math.floor(Date.now() / 30_000);
  return () => generateSync({ secret: secret.replaceAll(' ', ''), epoch: step++ * 30 });
}
