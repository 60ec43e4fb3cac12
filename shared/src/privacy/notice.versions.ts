import { PRIVACY_NOTICE } from './notice.v2.js';

export interface NoticeVersion {
  version: string;
  /**
   * Whether it changes what people agreed to: what is kept, what for, who sees it. A mended sentence does not, and whoever
   * agreed to the version before has agreed to this one.
   */
  asksAgain: boolean;
}

/** Every version there has been, the oldest first. A version that people agreed to is never taken out. */
export const NOTICE_VERSIONS: readonly NoticeVersion[] = [
  { version: '2026-11', asksAgain: true },
  { version: PRIVACY_NOTICE.version, asksAgain: true },
];

/** Its place among all there have been: the name it was given by says when it was written, not when somebody agreed. */
export function noticeVersionWords(version: string): string {
  const at = NOTICE_VERSIONS.findIndex((one) => one.version === version);
  return at < 0 ? '更新的一版' : `第 ${at + 1} 版`;
}

/**
 * Whether having agreed to this version is enough today. What stands in no list is newer than this program: while one
 * release follows another, both ask the same person.
 */
export function agreementHolds(
  version: string | null,
  versions: readonly NoticeVersion[] = NOTICE_VERSIONS,
): boolean {
  if (version === null) return false;
  const at = versions.findIndex((one) => one.version === version);
  return at < 0 || !versions.slice(at + 1).some(({ asksAgain }) => asksAgain);
}
