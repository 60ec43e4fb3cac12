import { type IncidentAction, LIMITS } from '@linli/shared';
import type { WordsAsked } from '../../../../components/WordsSheet';

/** An action that asks for a few words: what its sheet says, and under which name the server wants them. */
export interface Worded extends WordsAsked {
  field: 'note' | 'reason' | 'words';
}

export const WORDED: Partial<Record<IncidentAction, Worded>> = {
  transcribe: {
    field: 'words',
    title: '录音里说了什么',
    explain: '邻居和帮办的听不到录音，看到的是这段字。只写事情，不写人名和电话。',
    placeholder: '写一句，比如：3 号楼二楼到三楼的灯都不亮了',
    needed: '听一遍，写下说的是什么事',
    maxChars: LIMITS.descriptionChars,
    send: '就写这些',
  },
  dispute: {
    field: 'note',
    title: '哪里还没好',
    explain: '写清楚了，他们接着办，重新算时限。前面的记录都留着。',
    placeholder: '写一句，比如：换了灯，二楼到三楼还是不亮',
    needed: '写一句哪里还没好',
    send: '请他们接着办',
  },
  request_hold: {
    field: 'reason',
    title: '为什么要先停一停',
    explain: '社区同意后，从现在起停表。居民看得到原因。',
    placeholder: '写一句，比如：要等配件，厂家说三天后到',
    needed: '写一句为什么',
    send: '请社区同意',
  },
  refuse_hold: {
    field: 'reason',
    title: '为什么不同意停',
    explain: '这件事接着办，时间照常算，中间不停。',
    placeholder: '写一句，比如：可以先拉警戒线，不用等配件',
    needed: '写一句为什么',
    send: '不同意，接着办',
  },
  reject: {
    field: 'reason',
    title: '为什么不受理',
    explain: '报这件事的居民和邻居都看得到这句话，请写得和气、说得清楚。',
    placeholder: '写一句，比如：这是小区外的路，已经转告市政热线',
    needed: '写一句为什么',
    send: '不受理，告诉居民',
  },
};

/** What the sheet of a plan says. */
export const PLAN = {
  id: 'plan',
  title: '打算怎么办',
  explain: '难办的事先定方案和日子，居民看得到。办的时候按这个日子算时限。',
  dateLabel: '哪天前办好',
  placeholder: '写一句打算怎么办，比如：请厂家来换门轴，周五前装好',
  needed: '写一句打算怎么办',
  send: '就这么定',
} as const;
