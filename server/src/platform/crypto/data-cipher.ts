import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Key and algorithm of what is written now; another prefix can stand beside it when either changes. */
const CURRENT = 'v1';

/** Encrypts what identifies a person at rest, and makes the blind index by which it can still be found. */
@Injectable()
export class DataCipher {
  private readonly encryptionKey: Buffer;
  private readonly indexKey: Buffer;

  constructor(settings: Settings) {
    this.encryptionKey = Buffer.from(hkdfSync('sha256', settings.dataKey, '', 'linli data encryption', 32));
    this.indexKey = Buffer.from(hkdfSync('sha256', settings.dataKey, '', 'linli blind index', 32));
  }

  /** AES-256-GCM as `v1:` + base64url of nonce, text and tag. */
  encrypt(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${CURRENT}:${sealed.toString('base64url')}`;
  }

  decrypt(sealed: string): string {
    const [version, body] = sealed.split(':');
    if (version !== CURRENT || body === undefined)
      throw new Error('sealed by a key this server does not have');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return (
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  }

  /** The same text gives the same 64 hex digits; `purpose` keeps indexes of different things apart. */
  blindIndex(purpose: string, text: string): string {
    return createHmac('sha256', this.indexKey).update(`${purpose}\n${text}`).digest('hex');
  }
}
