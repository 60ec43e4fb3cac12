import { ROLE_LABELS, ROLES, roleMay } from '@linli/shared';
import type { SignInStep } from '../api/contract';

const HELPERS = ROLES.filter((role) => roleMay(role, 'account.manage'))
  .map((role) => ROLE_LABELS[role])
  .join('、');

/** Whoever has to set up the second step is spared it by nobody. */
const WORDS: Record<'password' | Exclude<SignInStep['step'], 'enrol'>, string> = {
  password: `忘了密码，或者输错太多锁住了？请找${HELPERS}，可以给您一个新密码，也可以马上解锁。`,
  first_change: `给您的密码一周内有效，没换成还能重来。过期了，请${HELPERS}再给一个。`,
  second_step: `手机和备用码都不在了？请找${HELPERS}重置两步登录。`,
};

/** Nobody sets their own password anew before they are in: whoever looks after accounts does, and knows them by sight. */
export function WhoHelps({ at }: { at: keyof typeof WORDS }) {
  return <p className="note-text">{WORDS[at]}</p>;
}
