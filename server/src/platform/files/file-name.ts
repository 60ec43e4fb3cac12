const LONGEST = 80;

/**
 * What somebody's device called the file, as far as it may be shown to others: no folders, nothing that is not drawn or turns
 * the writing around, never long. Null when nothing of it is left. It names no file of ours.
 */
export function shownFileName(sent: string | undefined): string | null {
  const name = (sent ?? '')
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...name];
  if (letters.length <= LONGEST) return name === '' ? null : name;
  const kind = /\.\w{1,5}$/u.exec(name)?.[0] ?? '';
  return `${letters.slice(0, LONGEST - kind.length - 1).join('')}…${kind}`;
}
