const KINDS = ['incidents', 'tasks', 'notices', 'households', 'inbox'] as const;

/** Which list changed. What it says now has to be asked for. */
export type HintKind = (typeof KINDS)[number];

export const ALL_KINDS: readonly HintKind[] = KINDS;

/** What every answer about such a list is asked from. */
export const PATHS: Record<HintKind, readonly string[]> = {
  incidents: [
    '/api/incidents',
    '/api/incidents/{id}',
    '/api/incidents/{id}/clock-report',
    '/api/hotline-orders',
    '/api/hotline-orders/{id}',
  ],
  tasks: ['/api/tasks', '/api/tasks/{id}'],
  notices: ['/api/notices/desk', '/api/notices/{id}'],
  households: ['/api/households/desk'],
  inbox: ['/api/inbox', '/api/inbox/count'],
};

/** The list a hint names; null for one that this console does not know yet. */
export function kindOf(data: unknown): HintKind | null {
  if (typeof data !== 'string') return null;
  try {
    const { kind } = JSON.parse(data) as { kind?: unknown };
    return KINDS.find((one) => one === kind) ?? null;
  } catch {
    return null;
  }
}
