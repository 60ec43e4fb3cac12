import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import type { Settings } from '../../platform/config/settings.js';

const MINUTE_MS = 60_000;

/** Routes on which somebody could try one guess after another, per address. */
export const GUESSABLE = { default: { limit: 30, ttl: MINUTE_MS } };

/** Many phones share one address behind an operator's gateway, so the general limit is wide. The demo has none. */
export function throttleOptions(settings: Settings): ThrottlerModuleOptions {
  return { throttlers: [{ limit: 600, ttl: MINUTE_MS }], skipIf: () => settings.demo };
}
