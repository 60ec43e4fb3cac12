import type { Me } from '../api/contract';

/** The first screen of whoever has work here; null for those who have none. */
export function homeOf({ permissions }: Pick<Me, 'permissions'>): string | null {
  if (permissions.includes('incident.queue')) return '/incidents';
  return permissions.includes('task.list') ? '/tasks' : null;
}
