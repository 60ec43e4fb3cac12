import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { PlanDraft } from './plan-draft';
import { noSteps, redone, stepped, stepsOn, undone } from './plan-steps';

const drawn = (name: string): PlanDraft => ({
  ...{ community: { id: 'c', name, polygon: [] }, grids: [], estates: [], buildings: [] },
});

it('what is drawn goes back and forth, until somebody else saves the map: never back before that', () => {
  const [one, two, three] = [drawn('one'), drawn('two'), drawn('three')];
  const steps = stepped(stepped(noSteps(4), one), two);
  const back = undone(steps, three);
  assert.equal(back?.draft, two);
  assert.equal(back && redone(back.steps, two)?.draft, three);
  assert.equal(back && redone(stepped(back.steps, two), one), null);
  const onTheirs = stepsOn(5, steps);
  assert.equal(undone(onTheirs, three), null);
  assert.equal(redone(onTheirs, three), null);
  assert.equal(stepsOn(4, steps), steps);
});
