/** What somebody is to a home. */
export const HOME_RELATIONS = ['owner', 'tenant', 'family'] as const;
export type HomeRelation = (typeof HOME_RELATIONS)[number];

export const HOME_RELATION_LABELS: Record<HomeRelation, string> = {
  owner: '业主',
  tenant: '租户',
  family: '家人',
};

/** From saying 「我住这里」 to having moved out. */
export const MEMBER_STATES = ['claimed', 'confirmed', 'refused', 'withdrawn', 'ended'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export const MEMBER_STATE_LABELS: Record<MemberState, string> = {
  claimed: '等确认',
  confirmed: '已确认',
  refused: '没有通过',
  withdrawn: '已撤回',
  ended: '已结束',
};

/** By whom, or by what, it was found right. */
export const CONFIRMED_WAYS = ['phone', 'captain', 'staff', 'import'] as const;
export type ConfirmedWay = (typeof CONFIRMED_WAYS)[number];

export const CONFIRMED_WAY_LABELS: Record<ConfirmedWay, string> = {
  phone: '手机号和业主登记一致',
  captain: '楼长确认',
  staff: '社区确认',
  import: '随名册导入',
};

/** What people do to a membership after it was claimed or entered; each is a route of its own. */
export const MEMBER_ACTIONS = ['confirm', 'refuse', 'withdraw', 'change_living', 'move_out', 'end'] as const;
export type MemberAction = (typeof MEMBER_ACTIONS)[number];

export const MEMBER_ACTION_LABELS: Record<MemberAction, string> = {
  confirm: '确认',
  refuse: '不通过',
  withdraw: '撤回',
  change_living: '改住不住这里',
  move_out: '搬走了',
  end: '请出住户名单',
};

/** Everything that can stand on a membership's timeline. */
export const MEMBER_TIMELINE_ACTIONS = ['claim', 'enter', 'match', 'renumber', ...MEMBER_ACTIONS] as const;
export type MemberTimelineAction = (typeof MEMBER_TIMELINE_ACTIONS)[number];

export const MEMBER_TIMELINE_LABELS: Record<MemberTimelineAction, string> = {
  claim: '提出认领',
  enter: '代为登记',
  match: '手机号和业主登记一致，自动确认',
  renumber: '业主登记的电话改了',
  confirm: '确认',
  refuse: '没有通过',
  withdraw: '自己撤回',
  change_living: '改了住不住这里',
  move_out: '自己说搬走了',
  end: '结束',
};

/** What speaks for a claim, the strongest that is found. */
export const CLAIM_PROOFS = ['phone', 'phone_alone', 'name', 'none'] as const;
export type ClaimProof = (typeof CLAIM_PROOFS)[number];

export const CLAIM_PROOF_LABELS: Record<ClaimProof, string> = {
  phone: '手机号和业主登记一致',
  phone_alone: '手机号一致，姓名和业主登记不一样',
  name: '姓名和业主登记一致',
  none: '登记里没有对上的',
};
