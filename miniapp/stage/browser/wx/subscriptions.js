import { showDialog } from '../overlays.js';
import { record } from '../record.js';
import { isOnline, world } from '../world.js';
import { asyncCalls, WxFail } from './calls.js';

/** WeChat asks about three templates at most. */
const mostAtOnce = 3;

/**
 * Subscription messages. The permission `subscribe` says what the person answers: allow, ask (they choose on the screen),
 * ban (switched off for good for these templates), deny (WeChat's main switch is off).
 * A yes becomes one message that the stand-in for WeChat's servers will take from our server.
 */
export function createSubscriptions({ person, appId }) {
  return asyncCalls({
    async requestSubscribeMessage({ tmplIds = [] }) {
      if (!tmplIds.length) throw new WxFail('TmplIds is empty', { errCode: 10001 });
      if (tmplIds.length > mostAtOnce)
        throw new WxFail('Templates count out of max bounds', { errCode: 20003 });
      if (!isOnline()) throw new WxFail('request list api failed', { errCode: 10002 });
      if (world.permissions.subscribe === 'deny')
        throw new WxFail('The main switch is switched off', { errCode: 20004 });
      const answer = await answerOfPerson();
      const accepted = answer === 'accept';
      if (accepted && appId) await grant(tmplIds);
      record.subscriptions.push({ tmplIds, accepted });
      return Object.fromEntries(tmplIds.map((id) => [id, answer]));
    },
  });

  async function grant(tmplIds) {
    for (const templateId of tmplIds) {
      await fetch('/stand-in/grants', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ appId, person: world.login.person ?? person, templateId, times: 1 }),
      });
    }
  }
}

async function answerOfPerson() {
  if (world.permissions.subscribe === 'allow') return 'accept';
  if (world.permissions.subscribe === 'ban') return 'ban';
  const { answer } = await showDialog({
    title: '订阅消息',
    content: '允许向您发送以上消息',
    confirmText: '允许',
    cancelText: '取消',
  });
  return answer === 'confirm' ? 'accept' : 'reject';
}
