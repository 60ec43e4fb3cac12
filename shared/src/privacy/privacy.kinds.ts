/** Where the law draws the line: below it a guardian agrees. */
export const AGES = ['from_14', 'under_14'] as const;
export type Age = (typeof AGES)[number];

/** What people agree to, each by itself. What the device asks (place, camera, microphone) is the device's to keep. */
export const CONSENT_KINDS = ['notice'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export const GUARDIAN_RELATIONS = ['mother', 'father', 'grandparent', 'other'] as const;
export type GuardianRelation = (typeof GUARDIAN_RELATIONS)[number];

export const GUARDIAN_RELATION_LABELS: Record<GuardianRelation, string> = {
  mother: '妈妈',
  father: '爸爸',
  grandparent: '爷爷奶奶或外公外婆',
  other: '其他监护人',
};

/** A leaving: it waits out its cooling-off, may be taken back, and is put off while something is still in their hands. */
export const ERASURE_STATES = ['cooling', 'postponed', 'cancelled', 'done'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];
