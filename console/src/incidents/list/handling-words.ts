import { INCIDENT_DIFFICULTY_LABELS, INCIDENT_ROUTE_LABELS, momentWords } from '@linli/shared';
import type { IncidentCard } from '../../api/contract';

type Known = Pick<
  IncidentCard,
  'handlerName' | 'helpers' | 'route' | 'state' | 'escalatedTo' | 'planDueAt' | 'difficulty' | 'clock'
>;

/** Who has it, and under that what one should know first: that it went up, else by which route and by when. */
export function handlingWords(
  card: Known,
  myRoles: readonly string[],
  nowMs: number,
): [string, string | null] {
  const helpers = card.route === 'self' ? null : card.helpers;
  const who = helpers?.names.join('、') ?? card.handlerName ?? '还没人接';
  return [who, escalatedWords(card, myRoles) ?? routeWords(card, nowMs)];
}

/** While its clock still runs; afterwards the timeline tells it. */
function escalatedWords({ escalatedTo, clock }: Known, myRoles: readonly string[]): string | null {
  if (escalatedTo === null || clock === null || clock.stoppedAt !== null) return null;
  return `已报给${myRoles.includes(escalatedTo) ? '您' : escalatedTo}`;
}

function routeWords({ route, helpers, planDueAt, difficulty }: Known, nowMs: number): string | null {
  const joint = route === 'joint' && helpers !== null ? ` ${helpers.done} / ${helpers.total}` : '';
  const said = [
    route === null
      ? difficulty === 'hard' && INCIDENT_DIFFICULTY_LABELS.hard
      : INCIDENT_ROUTE_LABELS[route] + joint,
    planDueAt !== null && `${momentWords(planDueAt, nowMs)} 前`,
  ].filter(Boolean);
  return said.length > 0 ? said.join(' · ') : null;
}
