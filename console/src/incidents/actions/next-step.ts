import { durationWords, type IncidentAction } from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';

const IN_ORDER = ['confirm', 'accept', 'judge', 'dispatch', 'resolve'] as const satisfies IncidentAction[];
type Step = (typeof IN_ORDER)[number];

/** Of what the server allows, the one that brings the incident on. Publishing and judging again bring nothing on. */
export function leadingAction({ allowedActions, difficulty }: IncidentDetail): Step | null {
  return (
    IN_ORDER.find(
      (action) => allowedActions.includes(action) && (action !== 'judge' || difficulty === null),
    ) ?? null
  );
}

const TITLES: Record<Step, string> = {
  confirm: '您报的事办好了吗',
  accept: '下一步，先接下来',
  judge: '下一步，难不难办',
  dispatch: '下一步，开始办理',
  resolve: '下一步，办好后说一声',
};

function limitOf(incident: IncidentDetail, kind: 'response' | 'solve'): string | null {
  const clock = incident.clocks.find((c) => c.kind === kind);
  return clock ? durationWords(clock.limitMinutes) : null;
}

/** What comes next, and its reason, in words. */
export function nextStepWords(
  incident: IncidentDetail,
  lead: Step | null,
): { title: string; reason: string } {
  const solve = limitOf(incident, 'solve');
  const reasons: Record<Step, string> = {
    confirm: '确认后这件事就结了',
    accept: `接下后就算回应了${limitOf(incident, 'response') ? `，时限 ${limitOf(incident, 'response')}` : ''}`,
    judge: '简单的事 30 分钟内办好，复杂的事 4 小时内',
    dispatch: '由社区自己办',
    resolve: solve ? `解决时限 ${solve}` : '附一句话或一张照片',
  };
  if (lead) return { title: TITLES[lead], reason: reasons[lead] };
  if (incident.state === 'resolved') return { title: '等报的人确认', reason: '确认后这件事就结了' };
  if (incident.state === 'closed') return { title: '这件事办好了', reason: '没有要做的了' };
  return {
    title: incident.handlerName ? `${incident.handlerName}在办` : '等人来接',
    reason: '您现在没有要做的',
  };
}
