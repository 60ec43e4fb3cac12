import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';

const ACCESS_TOKEN_MINUTES = 15;
/** The only header we write, and therefore the only one we read: no token chooses how it is checked. */
const HEADER = base64url({ alg: 'HS256', typ: 'JWT' });

export interface AccessClaims {
  /** The person. */
  sub: string;
  /** The session; ending it ends the token too. */
  sid: string;
}

/** Makes and reads the short-lived token that every request carries: a JSON web token, signed with HMAC-SHA256. */
@Injectable()
export class AccessTokens {
  private readonly key: KeyObject;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.key = createSecretKey(
      Buffer.from(hkdfSync('sha256', settings.tokenSecret, '', 'linli access token', 32)),
    );
  }

  issue(claims: AccessClaims): { token: string; expiresAt: Date } {
    const iat = this.nowSeconds();
    const exp = iat + ACCESS_TOKEN_MINUTES * 60;
    const signed = `${HEADER}.${base64url({ ...claims, iat, exp })}`;
    return { token: `${signed}.${this.sign(signed).toString('base64url')}`, expiresAt: new Date(exp * 1000) };
  }

  /** Null when the token is forged, stale or not ours. */
  read(token: string): AccessClaims | null {
    const end = token.lastIndexOf('.');
    const signed = token.slice(0, Math.max(end, 0));
    if (!signed.startsWith(`${HEADER}.`)) return null;
    const given = Buffer.from(token.slice(end + 1), 'base64url');
    const right = this.sign(signed);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    // Whatever is signed was written here.
    const claims = JSON.parse(
      Buffer.from(signed.slice(HEADER.length + 1), 'base64url').toString(),
    ) as AccessClaims & {
      exp: number;
    };
    return claims.exp > this.nowSeconds() ? { sub: claims.sub, sid: claims.sid } : null;
  }

  private sign(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
