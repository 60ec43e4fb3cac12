import { fileUrl, isPhoneFile } from './files.js';

/** Where the stage's page finds what the program names: the real server through the proxy, a phone file, a packaged file. */
export function addressOf(src) {
  if (/^(?:data:|blob:)/.test(src)) return src;
  if (isPhoneFile(src)) return fileUrl(src) ?? '/weapp/no-such-file';
  if (/^https?:\/\//.test(src)) return proxied(src);
  return `/weapp/${src.replace(/^(?:\.?\/)+/, '')}`;
}

export function proxied(url) {
  const { pathname, search } = new URL(url);
  return `/net${pathname}${search}`;
}
