import { LIMITS } from '@linli/shared';

/** Guessed after fewer tries than this (as a power of ten) it is no password: zxcvbn's own third of five steps. */
const ENOUGH_GUESSES_LOG10 = 8;

/** Words that Chinese passwords are made of and that zxcvbn's English lists lack. */
const CHINESE_WORDS =
  'woaini aini wodemima mima denglu guanliyuan shequ wangge linli jiedao juweihui yonghu ceshi zhongguo beijing shanghai shandong dongying jining nihao pengyou laopo laogong baobei mama baba zhangsan lisi wangwu woaini1314 5201314 1314520 qwer1234 1qaz2wsx asdf1234 a123456789 abc123456 qq123456'.split(
    ' ',
  );

type Judge = (password: string, about: string[]) => number;
let judge: Promise<Judge> | null = null;

/** Loaded when the first password is chosen: its word lists take 30 MB that a process without passwords need not hold. */
function strengthJudge(): Promise<Judge> {
  judge ??= (async () => {
    const [{ ZxcvbnFactory }, common] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    const factory = new ZxcvbnFactory({
      dictionary: { ...common.dictionary, chinese: CHINESE_WORDS },
      graphs: common.adjacencyGraphs,
    });
    return (password, about) => factory.check(password, about).guessesLog10;
  })();
  return judge;
}

/** What is wrong with a password somebody chose, in a sentence; null when nothing is. `about` is what everybody knows of them. */
export async function passwordFault(
  password: string,
  about: { account: string; name: string },
): Promise<string | null> {
  const length = [...password].length;
  if (length < LIMITS.passwordMinChars) return `密码至少要 ${LIMITS.passwordMinChars} 个字`;
  if (length > LIMITS.passwordMaxChars) return `密码最多 ${LIMITS.passwordMaxChars} 个字`;
  if (password.trim() !== password) return '密码的开头和结尾不要有空格';
  const small = password.toLowerCase();
  if (small.includes(about.account.toLowerCase())) return '密码里不要有账号';
  if (about.name !== '' && password.includes(about.name)) return '密码里不要有姓名';
  const weigh = await strengthJudge();
  const guesses = weigh(password, [about.account, about.name, 'linli', '邻里共治']);
  return guesses < ENOUGH_GUESSES_LOG10 ? '这个密码太常见，容易被猜到，请换一个' : null;
}
