/** What a home is used for; many ledgers list garages and shops beside the flats. */
export const HOME_USAGES = ['residence', 'shop', 'garage', 'storage', 'other'] as const;
export type HomeUsage = (typeof HOME_USAGES)[number];

export const HOME_USAGE_LABELS: Record<HomeUsage, string> = {
  residence: '住宅',
  shop: '商铺',
  garage: '车库',
  storage: '储藏室',
  other: '其他',
};

/** What staff do to a home by hand, as records name it. */
export const HOME_CHANGE_LABELS = {
  transfer: '过户',
  correct: '更正产权人',
  describe: '改房屋资料',
} as const;

/** The developer's unsold homes count as one owner, so that a developer is told apart. */
export const OWNER_KINDS = ['person', 'organisation', 'developer'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

export const OWNER_KIND_LABELS: Record<OwnerKind, string> = {
  person: '个人',
  organisation: '单位',
  developer: '开发商',
};

/** Where a file of homes stands. `waiting`, `checking`, `ready` and `applying` keep the community's next file out. */
export const HOME_IMPORT_STATES = [
  'waiting',
  'checking',
  'ready',
  'applying',
  'done',
  'refused',
  'abandoned',
] as const;
export type HomeImportState = (typeof HOME_IMPORT_STATES)[number];

export const HOME_IMPORT_STATE_LABELS: Record<HomeImportState, string> = {
  waiting: '等着读',
  checking: '正在核对',
  ready: '等您确认',
  applying: '正在写入',
  done: '已导入',
  refused: '没能读',
  abandoned: '没有导入',
};
