import type { Role } from '@linli/shared';
import type { SecondStepRule } from '../../../platform/config/settings.js';

/** What may stand between a right password and a session. */
export const SIGN_IN_STEPS = ['second_step', 'first_change', 'enrol'] as const;
export type SignInStep = (typeof SIGN_IN_STEPS)[number];

/** Who could give themselves and others everything, or sees everything. */
const ADMIN_ROLES: readonly Role[] = ['platform_admin', 'personnel_admin', 'auditor'];

const isAdminRole = (role: Role) => ADMIN_ROLES.includes(role);

/** Whether somebody with these roles has to take the second step when they sign in by password. */
export function secondStepAsked(rule: SecondStepRule, roles: readonly Role[]): boolean {
  if (rule === 'off') return false;
  return rule === 'staff' ? roles.some((role) => role !== 'resident') : roles.some(isAdminRole);
}

/**
 * Whether a role counts in this session. What admins may do is worth nothing in a session that came without the second
 * step, whichever way it came: by WeChat, by a one-time code, or from before they were appointed.
 */
export function roleCounts(rule: SecondStepRule, role: Role, session: { secondStep: boolean }): boolean {
  return rule === 'off' || session.secondStep || !isAdminRole(role);
}

export interface SignInStanding {
  /** The password was given by somebody else and is to be changed. */
  changeDue: boolean;
  /** An authenticator app is set up. */
  enrolled: boolean;
  secondStepTaken: boolean;
  /** The second step is not a choice for this person. */
  asked: boolean;
}

/** What comes next after a right password; null opens the session. Nothing is changed before the second step, where there is one. */
export function nextStep({ changeDue, enrolled, secondStepTaken, asked }: SignInStanding): SignInStep | null {
  if (enrolled && !secondStepTaken) return 'second_step';
  if (changeDue) return 'first_change';
  return asked && !enrolled ? 'enrol' : null;
}
