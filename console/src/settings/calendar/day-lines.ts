export interface ExceptionalDay {
  date: string;
  kind: 'holiday' | 'workday';
  name: string;
}

const LINE = /^(\d{4}-\d{2}-\d{2})\s+(休|班)\s*(\S.*)?$/;
const KINDS = { 休: 'holiday', 班: 'workday' } as const;
const WORDS = { holiday: '休', workday: '班' } as const;

/** Lines such as 「2027-01-01 休 元旦」, and what cannot be read with the number of its line. */
export function readLines(text: string): { days: ExceptionalDay[]; wrong: string[] } {
  const days: ExceptionalDay[] = [];
  const wrong: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, date, kind, name] = LINE.exec(line.trim()) ?? [];
    if (!date || !kind) wrong.push(`第 ${index + 1} 行看不懂：${line.trim()}`);
    else
      days.push({
        date,
        kind: KINDS[kind as keyof typeof KINDS],
        name: name?.trim() || (kind === '休' ? '放假' : '调休上班'),
      });
  }
  return { days, wrong };
}

export const writeLines = (days: readonly ExceptionalDay[]): string =>
  days.map(({ date, kind, name }) => `${date} ${WORDS[kind]} ${name}`).join('\n');
