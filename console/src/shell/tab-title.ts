const NAME = '邻里共治';

/** What the browser's tab says: how much waits, and how much of it is overdue. */
export function tabTitle(counts: { open: number; overdue: number } | undefined): string {
  if (!counts || counts.open === 0) return `${NAME} · 工作台`;
  const overdue = counts.overdue > 0 ? `，超时 ${counts.overdue}` : '';
  return `（${counts.open}${overdue}）${NAME}`;
}
