import type { Random } from '../random.js';

/** Put together by chance: whoever is called so has nothing to do with it. */
const FAMILY_NAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段';
const ELDER = '国建秀玉桂淑文志永春德福兰英珍荣华明芳凤林军平';
const ADULT = '伟磊静丽敏强军洋勇艳杰娟涛超霞鹏飞玲刚辉红梅亮燕波宁倩慧晨';
const CHILD = '子梓雨欣浩宇轩涵诗萱博文思佳一诺可馨俊泽奕辰若';

export type Generation = 'elder' | 'adult' | 'child';
const GIVEN: Record<Generation, string> = { elder: ELDER, adult: ADULT, child: CHILD };

/** How often a name has one character less. */
const SHORT: Record<Generation, number> = { elder: 0.1, adult: 0.35, child: 0.1 };

export const familyName = (random: Random) => random.pick([...FAMILY_NAMES]);

export function fullName(random: Random, family: string, generation: Generation): string {
  const characters = [...GIVEN[generation]];
  const given = random.pick(characters);
  return family + given + (random.chance(SHORT[generation]) ? '' : random.pick(characters));
}

/** In a range that no operator has been given, so that nobody's telephone rings. */
export class Phones {
  private last = 0;

  next(): string {
    this.last += 1;
    return `160${String(this.last).padStart(8, '0')}`;
  }
}
