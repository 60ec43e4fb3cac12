/**
 * What people are told before anything of theirs is kept: a short layer that fits a sheet, and the whole text behind it.
 * Changing what it says is a new version in a file of its own, listed in notice.versions.ts, which says whether everybody
 * is asked again.
 */
export const PRIVACY_NOTICE = {
  version: '2026-11-2',
  title: '用之前，先跟您说清楚',
  short: [
    '我们只记办事要用的：您怎么登录、报了什么事、住哪里（您自己填的，或者社区登记的）。',
    '您的手机号加密保存，不给邻居看，也不卖给别人。',
    '位置、相册、话筒、通知，用到时再问您；不给，也能报事。',
    '您随时可以看、可以改、可以带走，也可以注销，都在「我的 → 隐私」。',
  ],
} as const;

/** The whole text, which most people never open and only one page needs. */
export const PRIVACY_NOTICE_SECTIONS: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: '谁在用您的信息',
    lines: [
      '社区居委会和街道，为了受理和办好您报的事。',
      '替社区办事的单位（物业、职能部门），只看得到交给它办的那件事，看不到是谁报的，除非办事必须联系您。',
    ],
  },
  {
    title: '我们记什么，为什么',
    lines: [
      '登录：微信给我们的编号，或者您的手机号。用来认出是您。',
      '您报的事：文字、照片、录音、地点。用来受理、派人、告诉您办到哪了。',
      '您的家：您自己认领的，或者社区替您登记的住房和姓名。用来确认您住在这里，把这里的通知告诉您。',
      '谁看过、办过什么：记在审计里，防止有人乱看。',
    ],
  },
  {
    title: '放多久',
    lines: [
      '您报的事和办理经过长期保存，前后才对得上；您注销以后，上面不再有您的名字。',
      '验证码几天就删，消息留一年，审计留三年。',
      '您注销以后，登录方式和登录用的手机号都删掉，住户登记上不再有您的名字。',
      '业主名册是社区的，由社区保管，不跟着账号删除；登记错了，请社区改。',
    ],
  },
  {
    title: '给谁看',
    lines: [
      '您写的字、拍的照片，只有您和办事的人看得到。社区的人一件件看过、里面没有谁的个人信息，才会给邻居看，上面没有您的名字。',
      '通知要经过微信发给您，微信只收到通知里的话。',
      '除了法律要求，不给别的人。',
    ],
  },
  {
    title: '您可以做什么',
    lines: [
      '看我们存了什么，下载带走。',
      '改姓名、换手机号。住房登记错了，请社区改。',
      '收回同意。收回以后，以前合法做的事不受影响。',
      '注销账号。申请以后有一段冷静期，其间随时可以反悔。',
    ],
  },
  {
    title: '未满 14 周岁',
    lines: ['要监护人用自己的手机号同意以后，才能报事。监护人随时可以收回同意，收回就注销账号。'],
  },
  {
    title: '不同意也可以',
    lines: [
      '不登录，一样能看社区公开的事和通知。',
      '有急事，请打 110、119、120；社区的值班电话在首页和二维码牌子上。',
    ],
  },
];
