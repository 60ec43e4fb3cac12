import type { IncidentDifficulty } from '@linli/shared';
import type { DrawingName } from './drawings/index.js';

/** A kind of thing that happens, in the words people use for it. */
export interface DemoStory {
  category: string;
  difficulty: IncidentDifficulty;
  drawing?: DrawingName;
  /** By a building, or at one of the named spots outside. */
  where: 'building' | readonly string[];
  /** How often it happens beside the others. */
  weight: number;
  said: readonly string[];
  done: readonly string[];
}

const GATES = ['安澜里南门', '安澜里东门', '清河湾北门', '槐荫苑东门'];
const STREETS = ['和悦街 18 号旁', '清河湾地下车库入口', '槐荫苑东门'];

export const STORIES: readonly DemoStory[] = [
  {
    category: 'lighting',
    difficulty: 'simple',
    drawing: 'stairs',
    where: 'building',
    weight: 9,
    said: [
      '1 单元二楼到三楼的灯不亮',
      '楼道灯一闪一闪，老人下楼害怕',
      '2 单元四楼的声控灯怎么拍都不亮',
      '三楼楼道灯坏了两天',
    ],
    done: ['换了新灯泡，晚上又去看了一遍', '声控开关坏了，换好了', '线头松了，接好了，灯亮了'],
  },
  {
    category: 'lighting',
    difficulty: 'complex',
    drawing: 'lamp',
    where: ['中心花园', '清河湾北门', '安澜里东门'],
    weight: 3,
    said: ['路灯灭了三盏，晚上走路看不清', '门口的大灯坏了，灯罩掉下来一半'],
    done: ['请电工换了灯头，三盏都亮了', '灯罩重新固定，线路也查过了'],
  },
  {
    category: 'sanitation',
    difficulty: 'simple',
    drawing: 'corner',
    where: 'building',
    weight: 10,
    said: [
      '楼下垃圾桶满了，袋子堆在地上',
      '东墙根有人扔了几袋垃圾，有味道',
      '单元门口有狗粪，没人收拾',
      '垃圾桶旁边汤水流了一地',
    ],
    done: ['联系保洁清走了，地面冲过', '清理干净，桶也换了个大的', '已经打扫，贴了提示'],
  },
  {
    category: 'sanitation',
    difficulty: 'complex',
    drawing: 'corner',
    where: 'building',
    weight: 4,
    said: ['装修垃圾堆在楼后面好几天了', '旧沙发扔在绿化带里，占了半边路'],
    done: ['找到装修的那家，叫车拉走了', '联系清运车拉走，地面扫干净了'],
  },
  {
    category: 'facility',
    difficulty: 'simple',
    drawing: 'fitness',
    where: ['中心花园'],
    weight: 5,
    said: ['扭腰器的踏板松了，孩子在上面晃', '单杠的螺丝掉了一颗', '长椅断了一根木条，容易夹手'],
    done: ['螺丝补齐拧紧，试过没有问题', '换了新的木条，边角磨平了'],
  },
  {
    category: 'facility',
    difficulty: 'simple',
    drawing: 'door',
    where: 'building',
    weight: 6,
    said: ['单元门关不上，风一吹咣咣响', '门禁按了没反应，进不去', '1 单元的门弹簧坏了，差点夹到老人'],
    done: ['闭门器调好了，关得轻了', '门禁重启后能用，又试了几张卡', '换了闭门器'],
  },
  {
    category: 'facility',
    difficulty: 'simple',
    drawing: 'manhole',
    where: STREETS,
    weight: 5,
    said: ['井盖松了，车一过就响', '井盖翘起来一边，晚上容易绊倒', '雨水井盖缺了一角'],
    done: ['垫了胶圈，车过不响了', '井盖重新放平，周围补了水泥', '换了新井盖'],
  },
  {
    category: 'facility',
    difficulty: 'complex',
    drawing: 'wall',
    where: 'building',
    weight: 3,
    said: ['外墙掉瓷砖，下面有人走', '楼头的墙皮鼓起来一大块'],
    done: ['松的瓷砖敲掉了，下面先围起来，墙面补好了', '墙皮铲掉重新抹平，围挡过两天撤'],
  },
  {
    category: 'parking',
    difficulty: 'simple',
    drawing: 'bikeShed',
    where: GATES,
    weight: 6,
    said: ['电动车停在人行道上，轮椅过不去', '共享单车堆在门口，挡住了半边', '门口乱停车，早上出不去'],
    done: ['车都挪进车棚了，地上画了线', '联系车主挪走了', '摆整齐了，和门岗说好多看着点'],
  },
  {
    category: 'corridor',
    difficulty: 'simple',
    drawing: 'hall',
    where: 'building',
    weight: 6,
    said: ['门厅里停了电动车，还在充电', '楼道里堆了纸箱，过不去人', '三楼拐角放了个旧柜子'],
    done: ['车主推到车棚去了，线也收了', '和住户说好，东西搬回家了', '柜子请人搬走了，楼道通了'],
  },
  {
    category: 'fire_safety',
    difficulty: 'simple',
    drawing: 'fireLane',
    where: [...GATES, '清河湾地下车库入口'],
    weight: 6,
    said: ['消防通道停了一辆面包车', '消防通道被两辆车堵住了', '有人把石墩放在消防通道中间'],
    done: ['电话联系到车主，已经开走', '车挪走了，地上的黄线重新描过', '石墩搬走了，通道畅通'],
  },
  {
    category: 'fire_safety',
    difficulty: 'complex',
    where: 'building',
    weight: 2,
    said: ['五楼消火栓箱打不开', '楼顶的门上了锁，应急出不去'],
    done: ['换了箱门的锁，里面的水带也点过', '锁换成推杆的，里面一推就开'],
  },
  {
    category: 'water',
    difficulty: 'complex',
    drawing: 'pipe',
    where: 'building',
    weight: 7,
    said: [
      '一楼天花板漏水，接了半盆',
      '楼道里的水管滴水，地上湿滑',
      '下水道反味，厨房不敢开窗',
      '地下室管道接口在渗水',
    ],
    done: ['接口换了胶圈，观察半小时不漏了', '管道疏通好，味道散了', '请水工换了一截管子'],
  },
  {
    category: 'water',
    difficulty: 'complex',
    drawing: 'puddle',
    where: STREETS,
    weight: 3,
    said: ['下过雨路口积水，鞋都湿了', '雨水篦子堵了，水排不下去'],
    done: ['篦子里的树叶掏干净，水退了', '用泵抽干，下水口也通了'],
  },
  {
    category: 'other',
    difficulty: 'complex',
    drawing: 'tree',
    where: 'building',
    weight: 4,
    said: ['树枝断了压在晾衣绳上', '树太高，挡住三楼的窗户', '大风刮断的树枝横在路上'],
    done: ['断枝锯下来拉走了', '请园林修剪过，窗户透亮了'],
  },
  {
    category: 'noise',
    difficulty: 'simple',
    where: 'building',
    weight: 5,
    said: ['楼上中午装修，孩子没法睡', '晚上十点多还在放音响', '早上六点就有人敲敲打打'],
    done: ['上门说过，中午和晚上不施工了', '和住户谈好，十点以后不放了'],
  },
  {
    category: 'help',
    difficulty: 'simple',
    where: 'building',
    weight: 3,
    said: ['家里老人不会用手机缴费，想请人教教', '想借轮椅用两天', '一个人搬不动米，能不能帮一把'],
    done: ['上门教会了，还写了张步骤', '轮椅送到家了，说好周末来取', '帮着搬上楼了'],
  },
  {
    category: 'dispute',
    difficulty: 'complex',
    where: 'building',
    weight: 2,
    said: ['楼上漏水，两家说不到一块', '楼道放鞋柜，邻居吵了两回'],
    done: ['请两家坐下来谈好了，楼上出钱修', '鞋柜搬进屋，两家都说行'],
  },
];

/** What people add when they take something on. */
export const ACCEPT_NOTES = ['这就过去看看', '收到，十分钟内到', '正在附近，马上到', '', '', ''];
export const DISPATCH_NOTES = ['已经联系师傅', '带了工具过去', '到现场了，正在弄', '', '', ''];

/** What residents say when they confirm, by how many stars they give. */
export const CONFIRM_NOTES: Record<number, readonly string[]> = {
  5: ['很快，谢谢', '当天就好了，放心', '修得仔细', '', '', ''],
  4: ['办好了', '挺好的', '', ''],
  3: ['办是办好了，等得有点久', ''],
  2: ['修好了，过程中没人告诉我'],
  1: ['拖了太久'],
};
