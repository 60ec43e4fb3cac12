import { INCIDENT_ACTION_LABELS, type IncidentAction } from '@linli/shared';
import type { IncidentDetail } from '../../../../request/contract';

/** Which of the allowed actions stands at the thumb: the one that brings the incident on. */
const AT_THE_THUMB = [
  'accept',
  'judge',
  'plan',
  'approve_hold',
  'resume',
  'dispatch',
  'resolve',
  'confirm',
] as const satisfies IncidentAction[];
export type NextAction = (typeof AT_THE_THUMB)[number];

type Asked = Pick<IncidentDetail, 'allowedActions' | 'state'>;

/** Giving out work comes first only where nobody is at it yet; later it is one of the other ways. */
export function nextAction({ allowedActions, state }: Asked): NextAction | undefined {
  return AT_THE_THUMB.find(
    (action) => allowedActions.includes(action) && (action !== 'dispatch' || state === 'accepted'),
  );
}

/** Everything else that may be done here. Two cases are laid together at the desk, where both can be read. */
const BEHIND_MORE = [
  'dispatch',
  'request_hold',
  'refuse_hold',
  'check_back',
  'locate',
  'reject',
] as const satisfies IncidentAction[];
export type MoreAction = (typeof BEHIND_MORE)[number];

export function moreActions(incident: Asked): MoreAction[] {
  const next = nextAction(incident);
  return BEHIND_MORE.filter((action) => action !== next && incident.allowedActions.includes(action));
}

/** How the row behind 更多 is called, and what follows from it. */
export const MORE_WORDS: Record<MoreAction, { icon: string; title: string; text: string }> = {
  dispatch: { icon: 'users-round', title: '换个办法办', text: '请一家来帮，或者几个部门一起办' },
  request_hold: { icon: 'pause', title: '申请先停一停', text: '一时办不了，社区同意后停表' },
  refuse_hold: { icon: 'x', title: INCIDENT_ACTION_LABELS.refuse_hold, text: '接着办，照常计时' },
  check_back: { icon: 'phone', title: INCIDENT_ACTION_LABELS.check_back, text: '问过居民了，记下怎么说的' },
  locate: {
    icon: 'map-pin',
    title: INCIDENT_ACTION_LABELS.locate,
    text: '报的时候只说了大概，问清楚了选一栋楼',
  },
  reject: { icon: 'circle-alert', title: '不受理这件事', text: '要写明为什么，居民和邻居都看得到' },
};
