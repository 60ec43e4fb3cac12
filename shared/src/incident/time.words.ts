const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Asia/Shanghai has had no summer time since 1991, so a fixed offset is right and works where Intl does not. */
function shanghai(ms: number) {
  const d = new Date(ms + OFFSET_MS);
  return {
    day: Math.floor((ms + OFFSET_MS) / DAY_MS),
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    date: d.getUTCDate(),
    time: `${d.getUTCHours()}:${String(d.getUTCMinutes()).padStart(2, '0')}`,
  };
}

/** How long a recording lasts: 「12 秒」. What was recorded lasts at least a second to whoever reads it. */
export function soundLengthWords(durationMs: number): string {
  return `${Math.max(1, Math.round(durationMs / 1000))} 秒`;
}

/** A moment as people say it, in Asia/Shanghai: 「15:21」 today, 「昨天 18:30」, 「11 月 20 日 9:05」, with the year when it is another. */
export function momentWords(iso: string, nowMs: number): string {
  const then = shanghai(Date.parse(iso));
  const now = shanghai(nowMs);
  if (then.day === now.day) return then.time;
  if (then.day === now.day - 1) return `昨天 ${then.time}`;
  if (then.day === now.day + 1) return `明天 ${then.time}`;
  const date = `${then.month} 月 ${then.date} 日 ${then.time}`;
  return then.year === now.year ? date : `${then.year} 年 ${date}`;
}
