import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ROLES } from '@linli/shared';
import { SECOND_STEP_RULES } from '../../../platform/config/settings.js';
import { nextStep, roleCounts, secondStepAsked } from './sign-in.steps.js';

const EITHER = [false, true];
const standings = EITHER.flatMap((changeDue) =>
  EITHER.flatMap((enrolled) =>
    EITHER.flatMap((secondStepTaken) =>
      EITHER.map((asked) => ({ changeDue, enrolled, secondStepTaken, asked })),
    ),
  ),
);

describe('the steps of signing in', () => {
  it('opens a session only when nothing is left to do', () => {
    for (const standing of standings) {
      const { changeDue, enrolled, secondStepTaken, asked } = standing;
      const nothingLeft = !changeDue && (enrolled ? secondStepTaken : !asked);
      assert.equal(nextStep(standing) === null, nothingLeft, JSON.stringify(standing));
    }
  });

  it('lets nobody change a password before the second step', () => {
    for (const standing of standings.filter((one) => one.enrolled && !one.secondStepTaken))
      assert.equal(nextStep(standing), 'second_step');
  });

  it('ends, whatever it begins with', () => {
    for (let standing of standings) {
      for (let steps = 0; nextStep(standing) !== null; steps++) {
        assert.ok(steps < 3);
        const step = nextStep(standing);
        if (step === 'second_step') standing = { ...standing, secondStepTaken: true };
        if (step === 'first_change') standing = { ...standing, changeDue: false };
        if (step === 'enrol') standing = { ...standing, enrolled: true, secondStepTaken: true };
      }
    }
  });
});

describe('for whom the second step is no choice', () => {
  it('is as the rule says', () => {
    for (const rule of SECOND_STEP_RULES) {
      for (const role of ROLES) {
        const admin = ['platform_admin', 'personnel_admin', 'auditor'].includes(role);
        const asked = rule === 'staff' ? role !== 'resident' : rule === 'admins' && admin;
        assert.equal(secondStepAsked(rule, [role]), asked, `${rule} ${role}`);
        assert.equal(roleCounts(rule, role, { secondStep: true }), true);
        assert.equal(roleCounts(rule, role, { secondStep: false }), rule === 'off' || !admin);
      }
      assert.equal(secondStepAsked(rule, []), false, 'a resident is not asked');
    }
  });
});
