import { durationWords, momentWords } from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';
import { type Move, stillAtIt } from './moves';

export interface NextWords {
  title: string;
  reason: string;
}

function limitOf(incident: IncidentDetail, kind: 'response' | 'solve'): string | null {
  const clock = incident.clocks.findLast((c) => c.kind === kind);
  return clock ? durationWords(clock.limitMinutes) : null;
}

interface Helper {
  organisation: { name: string };
  tookMinutes: number | null;
}

/** What comes next, and its reason, in words. */
export function nextWords(
  incident: IncidentDetail,
  lead: Move | null,
  nowMs: number,
  helper: Helper | null = null,
): NextWords {
  if (lead === null) return waitingWords(incident);
  const response = limitOf(incident, 'response');
  const { hold, judging } = incident;
  const words: Partial<Record<Move, NextWords>> = {
    confirm: { title: '您报的事办好了吗', reason: '确认后这件事就结了' },
    approve_hold: {
      title: '下一步，批不批挂起',
      reason: hold ? `${momentWords(hold.requestedAt, nowMs)} 申请的，批了从那时停表` : '批了就停表',
    },
    resume: { title: '正停着表', reason: '接着办，时限从停下的地方接着走' },
    accept: { title: '下一步，先接下来', reason: `接下后就算回应了${response ? `，时限 ${response}` : ''}` },
    judge_simple: {
      title: '下一步，难不难办',
      reason: judging
        ? `简单 ${durationWords(judging.simpleMinutes)}，复杂 ${durationWords(judging.complexMinutes)}，难办先定方案；只判断一次`
        : '只判断一次，时限由它定',
    },
    plan: { title: '下一步，定方案和日期', reason: '难办的事按方案的日期计时' },
    dispatch_self: {
      title: '下一步，派给谁',
      reason: helper ? helperWords(helper) : '派出去的，别人只看到任务，看不到是谁报的',
    },
    resolve: {
      title: '下一步，办好后说一声',
      reason: limitOf(incident, 'solve') ? `解决时限 ${limitOf(incident, 'solve')}` : '附一句话或一张照片',
    },
    check_back: { title: '下一步，回访居民', reason: '问问居民满不满意，由没办这件事的人来问' },
  };
  return words[lead] ?? { title: '下一步', reason: '' };
}

/** Whoever did such a thing last, or who works for the estate where nobody has done one yet. */
function helperWords({ organisation, tookMinutes }: Helper): string {
  if (tookMinutes === null) return `这个小区由${organisation.name}服务`;
  return `同类的事上次${organisation.name}办，用了${spaced(durationWords(tookMinutes))}`;
}

/** Between a word and a figure stands a space, between two words none. */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words;
}

/** Nothing presses: on whom it waits. */
function waitingWords({ state, hold, handlerName, tasks }: IncidentDetail): NextWords {
  const helpers = stillAtIt(tasks);
  if (hold?.state === 'requested')
    return hold.mine
      ? { title: '等别人来批挂起', reason: '自己申请的要由别人批，没批之前照样计时' }
      : { title: '挂起还没批', reason: '没批之前照样计时' };
  if (helpers.length > 0) return { title: `等${helpers.join('、')}办好`, reason: '都办好了，再由您办结' };
  switch (state) {
    case 'held':
      return { title: '正停着表', reason: '您现在没有要做的' };
    case 'resolved':
      return { title: '等报的人确认', reason: '确认后这件事就结了' };
    case 'closed':
      return { title: '这件事办好了', reason: '没有要做的了' };
    case 'rejected':
      return { title: '这件事没有受理', reason: '原因大家都看得到' };
    case 'merged':
      return { title: '并入了另一件', reason: '往后在那一件里办' };
    default:
      return { title: handlerName ? `${handlerName}在办` : '等人来接', reason: '您现在没有要做的' };
  }
}
