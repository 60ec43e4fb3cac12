import type { MessageKind } from '@linli/shared';

/** What each kind looks like at a glance; the words beside it say the same. */
const ICONS: Record<MessageKind, string> = {
  incident_progress: 'info',
  incident_resolved: 'circle-check',
  incident_ended: 'badge-check',
  incident_reported: 'megaphone',
  incident_due_soon: 'clock',
  incident_escalated: 'triangle-alert',
  incident_disputed: 'circle-alert',
  incident_hold: 'pause',
  incident_handed_over: 'user',
  incident_confirmed: 'thumbs-up',
  notice: 'megaphone',
  notice_here: 'megaphone',
  account_changed: 'user',
  home_answered: 'house',
  home_claimed: 'house',
  task_assigned: 'handshake',
  task_changed: 'list-todo',
  task_answered: 'message-circle',
};

/** A kind that is newer than this phone's program has the bell. */
export const iconOf = (kind: MessageKind): string => ICONS[kind] ?? 'bell';
