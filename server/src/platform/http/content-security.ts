import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/** Scripts only from here, and those few that a build wrote into its own page, by their hash. */
export function contentSecurityPolicy(settings: Settings) {
  const inline = [settings.miniappDir, settings.consoleDir].flatMap((dir) =>
    dir === null ? [] : scriptHashesIn(dir),
  );
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...inline],
      // The component libraries of both faces write style elements at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:', ...tileHosts(settings)],
      mediaSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'", 'data:'],
      // A picture chosen in the browser is read back through its own blob: or data: address.
      connectSrc: ["'self'", 'blob:', 'data:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  };
}

/** A tile server's many names, as {s} in its first label, are told by the one star that a policy knows. */
function tileHosts({ mapTiles }: Settings): string[] {
  const host = mapTiles?.match(/^https?:\/\/[^/]+/)?.[0];
  return host === undefined ? [] : [host.replace(/\/\/[^/]*\{\w+\}[^.]*/, '//*')];
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
