import type { SentCode } from '../identity/index.js';
import type { CodeSentDto } from './dto/code-sent.dto.js';

export function codeSent({ expiresAt, resendAfterSeconds, shownCode }: SentCode): CodeSentDto {
  return {
    expiresAt: expiresAt.toISOString(),
    resendAfterSeconds,
    ...(shownCode === null ? {} : { demoCode: shownCode }),
  };
}
