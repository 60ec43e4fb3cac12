import type { Finding } from './content.checker.js';

/** What WeChat suggests, in the words it uses. */
export interface WechatSuggestion {
  suggest?: string;
  label?: number;
}

/** WeChat's own classes, from its documents on msgSecCheck and mediaCheckAsync. */
const LABELS: Record<number, string> = {
  10001: '像广告',
  20001: '涉及时政',
  20002: '像色情内容',
  20003: '像辱骂',
  20006: '像违法犯罪',
  20008: '像欺诈',
  20012: '像低俗内容',
  20013: '像版权问题',
  21000: '别的问题',
};

/** Anything but a plain pass goes to a person. */
export function findingOf({ suggest, label }: WechatSuggestion): Finding {
  if (suggest === 'pass') return { verdict: 'pass', why: null };
  const why = `微信说${LABELS[label ?? 0] ?? '要看一看'}`;
  return { verdict: suggest === 'risky' ? 'risky' : 'review', why };
}
