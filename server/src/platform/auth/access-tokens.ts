import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier } from 'fast-jwt';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';

const ACCESS_TOKEN_MINUTES = 15;

export interface AccessClaims {
  /** The person. */
  sub: string;
  /** The session the token belongs to. */
  sid: string;
}

interface SignedClaims extends AccessClaims {
  exp: number;
}

/** Makes and reads the short-lived token that every request carries: a JSON web token, signed with HMAC-SHA256. */
@Injectable()
export class AccessTokens {
  private readonly sign: (claims: SignedClaims & { iat: number }) => string;
  private readonly verify: (token: string) => SignedClaims;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    const key = Buffer.from(hkdfSync('sha256', settings.tokenSecret, '', 'linli access token', 32));
    this.sign = createSigner({ key, algorithm: 'HS256' });
    // Whether it has run out is asked below, of our own clock: the library would ask the machine's.
    this.verify = createVerifier({
      key,
      algorithms: ['HS256'],
      ignoreExpiration: true,
      requiredClaims: ['sub', 'sid', 'exp'],
    });
  }

  issue(claims: AccessClaims): { token: string; expiresAt: Date } {
    const iat = this.nowSeconds();
    const exp = iat + ACCESS_TOKEN_MINUTES * 60;
    return { token: this.sign({ ...claims, iat, exp }), expiresAt: new Date(exp * 1000) };
  }

  /** Null when the token is forged, stale or not ours. */
  read(token: string): AccessClaims | null {
    try {
      const { sub, sid, exp } = this.verify(token);
      return exp > this.nowSeconds() ? { sub, sid } : null;
    } catch {
      return null;
    }
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
