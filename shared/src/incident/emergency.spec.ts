import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EMERGENCY_NUMBERS, emergencyOf, numbersFrom } from './emergency.js';

/** What somebody in danger, or beside them, may write: in a hurry, with odd spaces, in traditional characters. */
const IN_DANGER: Record<string, string[]> = {
  '119': [
    '3 号楼着火了',
    '着火了快来',
    '楼道里着 火 了！！',
    '五楼失火',
    '起火',
    '起大火了',
    '充电棚冒烟了',
    '地下室冒出好大的烟',
    '电动车自燃',
    '配电箱冒火花',
    '楼上有明火',
    '厨房烧起来了',
    '闻到一股焦糊味',
    '楼道都是烟，看不见',
    '什么东西爆炸了',
    '二樓著火了',
    '冒煙了',
    'FIRE in building 3',
    '🔥🔥🔥',
    '煤气漏了',
    '漏煤气',
    '楼道里有煤气味',
    '闻到很重的天然气',
    '燃气管道在嘶嘶响',
    '液化气罐漏气',
    '电梯里困了两个人',
    '被困在电梯里',
    '电梯关人了，门打不开，人被关在里面',
    '电梯突然下坠',
    '孩子被反锁在家里',
    '小孩的手被夹住了',
    '孩子头卡在栏杆里了',
    '有人压在下面',
    '围墙倒塌',
    '房子塌了一半',
    '有人落水了',
    '小孩掉进河里',
    '孩子掉到化粪池里了',
    '老人掉下井了',
    '有人溺水',
    '水里有个小孩',
  ],
  '110': [
    '有人打架',
    '楼下打起来了',
    '楼上男的在打人',
    '他又打老婆了',
    '有人拿刀',
    '持刀伤人',
    '被人砍伤',
    '有人要杀我',
    '家暴',
    '抢劫',
    '有小偷在撬门',
    '有人尾随我',
    '孩子走失了',
    '老人不见了两个小时',
    '我家孩子找不到了',
    '有人要跳楼',
    '楼顶有人想跳下来',
    '邻居说不想活了',
    '救命',
    '救 命 啊',
    'SOS',
    'help me',
    '有生命危险',
  ],
  '120': [
    '有人触电',
    '孩子被电了一下',
    '路灯杆漏电',
    '电线掉在地上',
    '高压线垂下来了',
    '老人晕倒了',
    '大爷倒在楼道里',
    '有人躺在地上不动',
    '大妈叫不醒',
    '敲门没人应，里面有老人',
    '奶奶摔了一跤起不来',
    '摔倒了，腿动不了',
    '头上流血',
    '地上好多血',
    '喘不上气',
    '胸口疼得厉害',
    '孩子噎住了',
    '抽搐，口吐白沫',
    '没有呼吸了',
    '爸不行了',
    '一家人中毒了',
    '喝了农药',
    '被狗咬了',
    '孩子烫伤',
    '有人被车撞了',
    '电动车撞人了',
    '高空掉东西砸到人',
    '快生了，羊水破了',
    '快叫救护车',
    '老人暈倒在樓道',
  ],
};

/** What a neighbourhood reports on an ordinary day. */
const ORDINARY = [
  '2 单元楼道灯不亮',
  '2 单元一楼到二楼的灯不亮，晚上看不清台阶',
  '灯不亮，老人差点摔倒',
  '地砖翘起来了，怕绊倒孩子',
  '垃圾桶满了三天没人收',
  '井盖松了，车一过就响',
  '路面有个坑，下雨积水',
  '消防通道停了车',
  '灭火器过期了',
  '电梯按键坏了',
  '单元门关不上',
  '充电枪坏了一个',
  '半夜装修太吵，吵得睡不着',
  '楼上漏水，天花板湿了一片',
  '下水道堵了，返味',
  '树枝挡住路灯',
  '健身器材少了一个螺丝',
  '楼道里有人抽烟，烟味重',
  '地上都是烟头',
  '车位被别人占了',
  '物业报警器一直响',
  '打我电话没人接',
  '请帮忙搬一下柜子',
  '110 号车位的地锁坏了',
  '宠物粪便没人清理',
  '小广告贴满墙',
  '',
];

describe('words that mean danger to life', () => {
  for (const [number, sentences] of Object.entries(IN_DANGER)) {
    it(`call ${number} first`, () => {
      const got = sentences.map((sentence) => [sentence, emergencyOf(sentence)?.number]);
      assert.deepEqual(
        got,
        sentences.map((sentence) => [sentence, number]),
      );
    });
  }

  it('are found wherever they stand, with anything around and between', () => {
    const all = Object.values(IN_DANGER).flat();
    const around = fc.constantFrom(
      '',
      '今天下午三点，',
      '，在 3 号楼 2 单元',
      '！！！',
      '\n',
      '  ',
      '各位邻居',
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), around, around, (sentence, before, after) => {
        const spaced = [...sentence].join(' ');
        return (
          emergencyOf(before + sentence + after) !== null && emergencyOf(before + spaced + after) !== null
        );
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('leave an ordinary day alone', () => {
    assert.deepEqual(
      ORDINARY.filter((sentence) => emergencyOf(sentence) !== null),
      [],
    );
  });

  it('go before what the chosen kind says, which counts when the words say nothing', () => {
    assert.equal(emergencyOf('有人晕倒', '119')?.number, '120');
    assert.equal(emergencyOf('消防栓没水', '119')?.number, '119');
    assert.equal(emergencyOf('', '110')?.number, '110');
    assert.equal(emergencyOf('消防栓没水', null), null);
  });

  it('are looked for in any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const emergency = emergencyOf(text);
        return emergency === null || EMERGENCY_NUMBERS.includes(emergency.number);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

describe('the three numbers', () => {
  it('are always all there, the one to call first in front', () => {
    assert.deepEqual(numbersFrom('120'), ['120', '119', '110']);
    assert.deepEqual(numbersFrom('119'), ['119', '110', '120']);
  });
});
