import Taro from '@tarojs/taro';
import type { AnswerWechatSubscriptions } from '../../request/contract';

export type TemplateAnswer = AnswerWechatSubscriptions['answers'][number];

/** How the asking went: answered, switched off as a whole in WeChat's own settings, or not possible just now. */
export type Asked = { how: 'answered'; answers: TemplateAnswer[] } | { how: 'switched-off' | 'failed' };

/** WeChat asks about three at most at a time. */
export const MOST_AT_ONCE = 3;
const MAIN_SWITCH_OFF = 20004;

const ANSWERS: Record<string, TemplateAnswer['answer']> = {
  accept: 'accept',
  acceptWithAudio: 'accept',
  acceptWithAlert: 'accept',
  acceptWithForcePush: 'accept',
  reject: 'reject',
  ban: 'ban',
  filter: 'filter',
};

/** Must be the first thing a tap does: WeChat refuses to ask when anything was waited for before. */
export async function askWechat(templateIds: string[]): Promise<Asked> {
  const tmplIds = templateIds.slice(0, MOST_AT_ONCE);
  try {
    const said = (await Taro.requestSubscribeMessage({
      tmplIds,
    } as Taro.requestSubscribeMessage.Option)) as unknown as Record<string, string>;
    const answers = tmplIds.flatMap((templateId) => {
      const answer = ANSWERS[said[templateId] ?? ''];
      return answer === undefined ? [] : [{ templateId, answer }];
    });
    return answers.length > 0 ? { how: 'answered', answers } : { how: 'failed' };
  } catch (refusal) {
    const { errCode } = refusal as { errCode?: number };
    return { how: errCode === MAIN_SWITCH_OFF ? 'switched-off' : 'failed' };
  }
}
