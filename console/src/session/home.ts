import type { Me } from '../api/contract';
import { mayConfigure, seesQueue } from './work';

/** The first screen of whoever has work here; null for those who have none. */
export function homeOf(me: Pick<Me, 'permissions'>): string | null {
  if (seesQueue(me)) return '/incidents';
  if (me.permissions.includes('task.list')) return '/tasks';
  return mayConfigure(me) ? '/settings' : null;
}
