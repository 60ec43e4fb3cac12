/** Looked for in this order, since browsers name the ones they descend from too. */
const PROGRAMS: readonly [RegExp, string][] = [
  [/miniProgram|MiniProgramEnv/i, '微信小程序'],
  [/MicroMessenger/i, '微信'],
  [/wxwork/i, '企业微信'],
  [/Edg(e|A|iOS)?\//, 'Edge 浏览器'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/QQBrowser/i, 'QQ 浏览器'],
  [/360SE|360EE|QIHU/i, '360 浏览器'],
  [/Firefox\/|FxiOS/, '火狐浏览器'],
  [/Chrome\/|CriOS/, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
];
const MACHINES: readonly [RegExp, string][] = [
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/OpenHarmony|HarmonyOS/i, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X|Macintosh/, '苹果电脑'],
  [/Linux|X11/, 'Linux 电脑'],
];

/** A device as its owner would say it: 「Chrome 浏览器，Windows 电脑」. Only these words are kept, not what the browser sent. */
export function deviceWords(userAgent: string | undefined): string {
  const sent = (userAgent ?? '').slice(0, 1_000);
  const of = (table: readonly [RegExp, string][]) => table.find(([mark]) => mark.test(sent))?.[1];
  const words = [of(PROGRAMS), of(MACHINES)].filter((word) => word !== undefined);
  return words.length === 0 ? '认不出的设备' : words.join('，');
}
