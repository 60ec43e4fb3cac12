/**
 * What a clock says, in the two short lines of a list: 「还剩」 over 「9 分钟」. From an hour on the minutes are left out,
 * and from a day on the hours: the line is narrow, and the whole of it stands on the page itself.
 */
export function dueWords(text: string): { lead: string; rest: string } {
  const gap = text.indexOf(' ');
  if (gap < 0) return { lead: text, rest: '' };
  const rest = text.slice(gap + 1).replace(/^(\d+ (?:小时|天)) .*$/, '$1');
  return { lead: text.slice(0, gap), rest };
}
