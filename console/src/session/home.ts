import type { Me } from '../api/contract';
import { communitySections } from '../community/sections';
import { mayConfigure, seesQueue } from './work';

export type Home = '/incidents' | '/tasks' | '/community' | '/audit' | '/settings';

/** The first screen of whoever has work here; null for those who have none. */
export function homeOf(me: Pick<Me, 'permissions'>): Home | null {
  if (seesQueue(me)) return '/incidents';
  if (me.permissions.includes('task.list')) return '/tasks';
  if (communitySections(me).length > 0) return '/community';
  if (me.permissions.includes('audit.read')) return '/audit';
  return mayConfigure(me) ? '/settings' : null;
}
