/** What the local list says of a text: nothing found, or what a person should look at. */
export type WordsVerdict = { verdict: 'pass' } | { verdict: 'review'; why: string };

/**
 * What gives away who somebody is, looked for in the text as it stands, so that a house number before it does not hide a
 * telephone number. Spaces, hyphens and dots within are how people write numbers.
 */
const PERSONAL: [RegExp, string][] = [
  [
    /(?<!\d)[1-9]\d{5}[ .-]?(?:19|20)\d{2}[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:0[1-9]|[12]\d|3[01])[ .-]?\d{3}[\dXx](?!\d)/,
    '像身份证号',
  ],
  [/(?<!\d)1[3-9](?:[ .-]{0,2}\d){9}(?!\d)/, '像手机号'],
  [/(?<!\d)0\d{2,3}\)?[ .-]{0,2}[1-9](?:[ .-]?\d){6,7}(?!\d)/, '像座机号'],
  [/(?<!\d)\d(?:[ .-]?\d){15,18}(?!\d)/, '像银行卡号'],
  [/(?:微信|vx|v信|加v|QQ)号?[:：]?\s*[a-z0-9_-]{5,}/i, '像微信号或 QQ 号'],
];

/** Insults that a neighbour should not have to read; an operator's own list is added by a setting. */
const INSULTS = ['傻逼', '煞笔', '王八蛋', '他妈的', '操你', '去死', '狗东西', '不要脸', '废物', '滚蛋'];

/** How people break a word up so that it is not found. */
const BREAKS = /[\s\-_.·*,，。]/g;

/**
 * The check for words that WeChat cannot check: those typed in the console or a browser. It is quick and knows little, so
 * what it finds goes to a person and is never refused outright.
 * @param more an operator's own words
 */
export function verdictOfWords(text: string, more: readonly string[] = []): WordsVerdict {
  const written = text.normalize('NFKC');
  for (const [pattern, why] of PERSONAL) if (pattern.test(written)) return { verdict: 'review', why };
  const joined = written.replace(BREAKS, '');
  const found = [...INSULTS, ...more].find((word) => word !== '' && joined.includes(word));
  return found === undefined ? { verdict: 'pass' } : { verdict: 'review', why: `有「${found}」` };
}
