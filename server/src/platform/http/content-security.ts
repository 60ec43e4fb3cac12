import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/** What every answer tells the browser: put together once, since it is the same each time. */
export function securityHeaders(settings: Settings): Readonly<Record<string, string>> {
  const https = settings.publicUrl.startsWith('https:');
  return {
    'content-security-policy': contentSecurityPolicy(settings),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
    ...(https && {
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    }),
  };
}

/** Scripts only from here, and those few that a build wrote into its own page, by their hash. */
function contentSecurityPolicy(settings: Settings): string {
  const inline = [settings.miniappDir, settings.consoleDir].flatMap((dir) =>
    dir === null ? [] : scriptHashesIn(dir),
  );
  const directives = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...inline],
    // The component libraries of both faces write style elements at run time.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'", 'data:'],
    // A picture chosen in the browser is read back through its own blob: or data: address.
    'connect-src': ["'self'", 'blob:', 'data:'],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';');
}

function scriptHashesIn(dir: string): string[] {
  let page: string;
  try {
    page = readFileSync(join(dir, 'index.html'), 'utf8');
  } catch {
    return [];
  }
  return [...page.matchAll(INLINE_SCRIPT)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script ?? '')
        .digest('base64')}'`,
  );
}
