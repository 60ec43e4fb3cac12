/** The three numbers that everybody may call from any phone, free of charge. */
export const EMERGENCY_NUMBERS = ['119', '110', '120'] as const;
export type EmergencyNumber = (typeof EMERGENCY_NUMBERS)[number];

export const EMERGENCY_LABELS: Record<EmergencyNumber, string> = {
  '119': '火警救援',
  '110': '报警求助',
  '120': '医疗急救',
};

export interface Emergency {
  /** The number to call first. */
  number: EmergencyNumber;
  /** One kind sentence: what keeps people safe until help comes. */
  advice: string;
}

interface Danger extends Emergency {
  signs: RegExp[];
}

/** Something that burns or chokes, and that it leaks, in either order: 「煤气漏了」「闻到一股天然气」. */
const GAS = '(?:煤气|燃气|天然气|液化气|瓦斯|一氧化碳)';
const LEAKS = '(?:漏|泄|味|臭|闻|嘶|中毒|爆)';
const SOMEBODY =
  '(?:人|孩子|小孩|娃|宝宝|学生|大爷|大妈|大叔|阿姨|爷爷|奶奶|爸|妈|老伴|邻居|师傅|他|她|我|自己|手|脚|腿|头|腰)';

/**
 * What people write when a life is in danger, the most pressing kind first. A word too many costs a card that can be
 * passed over; a word too few may cost a life, so that doubtful words are in.
 */
const DANGERS: Danger[] = [
  {
    number: '119',
    advice: '先离开屋子，到外面再打电话。别碰开关，别点火',
    signs: [new RegExp(`${GAS}.{0,12}${LEAKS}|${LEAKS}.{0,8}${GAS}`), /漏气|煤气罐.{0,8}(?:响|喷|倒)/],
  },
  {
    number: '119',
    advice: '先离开着火的地方，弯腰走楼梯，不要坐电梯',
    signs: [
      /着(?:了|起|大|小)*火|起(?:了|大|小)*火|失火|走火|火灾|火警|火情|大火|明火|火苗|火光|火花|冒火|喷火|救火|灭火(?!器)|点着|点燃|燃起来|燃烧|自燃|爆燃|爆炸|炸了/,
      /冒(?:着|了|起|出)?.{0,4}烟|浓烟|黑烟|白烟|有烟(?!味|头)|都是烟(?!味|头)|全是烟(?!味|头)|好多烟(?!味|头)|很大的?烟|烟很大|烟雾/,
      /烧(?:起来|着|了|焦|糊|到|房|车)|在烧|焦糊|糊味|焦味/,
      /🔥|fire/,
    ],
  },
  {
    number: '119',
    advice: '不要自己下水。找绳子、竹竿递过去，大声叫人',
    signs: [
      /溺|落水|落井|坠井|坠河|跳河|跳江|跳湖|跳水库|沉下去|沉底|被水冲|被冲走|冲走了人|快淹|淹(?:到|住|着|了)?(?:人|死)/,
      /(?:掉|跌|摔|滑|栽|滚|踩)(?:进|到|下|入|在)了?.{0,4}(?:河|湖|水|塘|池|井|沟|江|海|渠|坑|化粪)/,
      /(?:河|湖|水|塘|池|井|沟|江|海|渠)(?:里|中)有?.{0,3}(?:人|孩子|小孩)/,
    ],
  },
  {
    number: '119',
    advice: '不要扒门，不要自己往外爬。说清在哪里、有几个人',
    signs: [
      /被困|困人|困住|困在|困了|埋住|埋了|反锁|出不来|下不来/,
      new RegExp(`${SOMEBODY}.{0,8}(?:困|卡|夹|压|埋|锁|关)(?:住|在|着|了)`),
      new RegExp(`(?:困|卡|夹|压|埋|锁|关)(?:住|在|着|了).{0,6}${SOMEBODY}`),
      /电梯.{0,10}(?:困|关着|卡|夹|坠|掉|停在|有人|里面|下沉|下滑)|(?:困|关|卡|夹).{0,6}电梯/,
      /坍塌|倒塌|垮塌|塌方|塌陷|塌了|塌下|房子?.{0,4}塌|墙.{0,4}(?:塌|倒)|坠落/,
    ],
  },
  {
    number: '110',
    advice: '先到安全的地方，别去激怒对方。说清在哪里',
    signs: [
      /打架|打起来|打成|打人|打(?:我|她|他)(?!电话|手机)|打老婆|打老公|打孩子|打老人|打伤|打死|挨打|被打|被人打|在打(?:人|我|他|她|老|孩)|互殴|斗殴|殴打|群殴|动手打|动了手|动起手|先动手|又动手|动刀|持刀|拿刀|拿着刀|菜刀|砍刀|匕首|凶器/,
      /砍(?:人|伤|了人|死|我|他|她)|被砍|乱砍|要砍|捅(?:人|伤|了人|死|我|他|她|刀)|被捅|刺伤|伤人|杀人|要杀|杀了|行凶|家暴|虐待|施暴|掐.{0,2}脖子|勒.{0,2}脖子|(?:开|持|拿|有|手|猎)枪|枪声/,
      /抢劫|抢钱|抢包|抢手机|抢孩子|被抢|绑架|劫持|拐(?:走|卖|骗|孩子)|人贩|强奸|强暴|性侵|猥亵|尾随|跟踪|威胁|恐吓|入室|破门|撬门|撬锁|砸门|踹门|闯进|进了?(?:小偷|贼)|有(?:小偷|贼)|抓(?:小偷|贼)/,
      /走失|走丢|失踪|(?:孩子|小孩|老人|老伴|女儿|儿子|孙子|孙女|爸|妈|爷爷|奶奶).{0,6}(?:不见|丢了|找不到|没回)/,
      /跳楼|跳下|要跳|想跳|轻生|自杀|自尽|寻死|想死|不想活|活不下去|割腕|上吊|遗书|自残/,
    ],
  },
  {
    number: '120',
    advice: '先断开电源，不要用手去拉。掉在地上的电线，离它八米以外',
    signs: [
      /触电|漏电|电击|电死|电倒|电晕|电伤|电着|电到|被电|电了(?:一下|人)|带电|麻手|过电|短路/,
      /(?:电线|电缆|高压线|电闸|电箱|变压器).{0,8}(?:断|掉|垂|裸|露|响|泡水|进水)/,
    ],
  },
  {
    number: '120',
    advice: '看看人有没有反应、有没有呼吸，别急着搬动。请人到路口等车',
    signs: [
      /晕(?:倒|过去|厥|了|在)|昏(?:倒|迷|过去|厥|睡)|休克|抽搐|抽风|癫痫|羊癫|口吐白沫|吐血|咳血|便血|不省人事|没有?(?:意识|知觉|反应|呼吸|心跳|气了|脉搏)|意识不清|神志不清|不呼吸|断气|猝死|快不行|人不行了|(?:老人|爸|妈|爷爷|奶奶|他|她)不行了/,
      /倒(?:在|地)|躺在(?:地|路|楼|水|那)|(?:摔|跌|滑)(?:倒|伤|断|了|晕|破)|摔下|跌下|骨折|摔跤|叫不(?:醒|应)|敲门.{0,6}(?:没|不)人?(?:应|答|开)|没人应/,
      new RegExp(`${SOMEBODY}.{0,8}(?:起不来|动不了|倒下|倒了)`),
      /流血|出血|大量血|好多血|很多血|满地血|血流|都是血|全是血|一滩血|见血/,
      /喘不(?:上|过)|呼吸困难|憋气|憋得|窒息|噎|呛(?:住|到|着)|卡(?:喉|嗓)|胸口?.{0,2}(?:疼|痛|闷)|心(?:口|脏)?(?:疼|痛|绞)|心梗|心脏病|心脏骤停|中风|脑梗|偏瘫|高烧|低血糖|中暑/,
      /中毒|喝了?农药|喝药|吃错药|吃药过量|安眠药|(?:狗|蛇|蜂|猫).{0,4}(?:咬|蜇)|被咬|咬(?:伤|了)?人|烫伤|烧伤|灼伤|割伤|扎伤|划伤|受伤|重伤|伤者|伤得/,
      /车祸|撞(?:人|了人|到人|伤|倒|飞)|被撞|被.{0,4}车.{0,2}(?:撞|压|碾)|碾压|被.{0,6}砸|砸(?:到|中|伤|了)(?:人|头|孩子|我)/,
      /要生了|快生了|羊水|临产|难产|流产|急救|救护车|抢救|(?:打|拨|叫)了?个?120/,
    ],
  },
  {
    number: '110',
    advice: '先保护好自己。说清在哪里，出了什么事',
    signs: [
      /救命|救人|救救|救我|快来人|来人啊|人命|死人|死了人|有人死|快死了|尸体|生命危险|人有危险|求救|报警(?!器|装置|系统|声)|报了?警了|(?:打|拨|叫|报)了?个?110|sos|helpme/,
    ],
  },
  { number: '119', advice: '先离开危险的地方，再打电话', signs: [/(?:打|拨|叫)了?个?119|消防车|消防队/] },
];

/** Talk of what might happen one day: 「差点摔倒」「怕砸到人」. What did happen is said in other words. */
const MIGHT =
  /(?:差点|差一点|险些|怕|容易|担心|以免|免得|防止|避免)(?:儿|人|老人|孩子|小孩|有人|会|再|把人|让人)*(?:摔|跌|滑|绊|砸|撞|划|扎)(?:倒|跤|伤|着|到|中|下)?(?:人|孩子|老人)?/g;

/** What to say when only the chosen kind of report points to a danger. */
const ADVICE_BY_NUMBER: Record<EmergencyNumber, string> = {
  '119': '正在着火、冒烟，先离开再打电话，不要只在这里报',
  '110': '有人正受到伤害，先到安全的地方再打电话',
  '120': '有人不舒服、受了伤，先打电话',
};

/** The traditional forms that some phones write, beside their simplified ones. */
const TRADITIONAL = '著煙災電觸氣暈傷報殺搶樓夾壓關鎖燒來沒應墜險門車脫離進裏鬥員幫樣經';
const SIMPLIFIED = '着烟灾电触气晕伤报杀抢楼夹压关锁烧来没应坠险门车脱离进里斗员帮样经';

/** One way of writing for all: no spaces or marks between words, small letters, simplified forms. */
function plain(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .map((letter) => SIMPLIFIED[TRADITIONAL.indexOf(letter)] ?? letter)
    .join('')
    .replace(/[\s,.;:!?、。…~·"'“”‘’()【】《》「」[\]\-—_*#@/|+=^`]/g, '');
}

/**
 * Whether a report speaks of danger to life, and whom to call first. `ofCategory` is the number that the chosen kind of
 * report names by itself; words are more exact and go before it. Never a reason not to take the report.
 */
export function emergencyOf(text: string, ofCategory: EmergencyNumber | null = null): Emergency | null {
  const words = plain(text).replace(MIGHT, '');
  const danger = DANGERS.find(({ signs }) => signs.some((sign) => sign.test(words)));
  if (danger !== undefined) return { number: danger.number, advice: danger.advice };
  return ofCategory === null ? null : { number: ofCategory, advice: ADVICE_BY_NUMBER[ofCategory] };
}

/** All three numbers, the one to call now in front. */
export function numbersFrom(first: EmergencyNumber): EmergencyNumber[] {
  return [first, ...EMERGENCY_NUMBERS.filter((number) => number !== first)];
}
