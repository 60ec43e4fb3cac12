import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncidentDetail } from '../../api/contract';
import { leadingAction, nextStepWords } from './next-step';

function incident(some: Partial<IncidentDetail>): IncidentDetail {
  return {
    allowedActions: [],
    difficulty: null,
    state: 'reported',
    clocks: [],
    handlerName: null,
    ...some,
  } as IncidentDetail;
}

describe('the next step of an incident', () => {
  it('is the first that the server allows', () => {
    assert.equal(leadingAction(incident({ allowedActions: ['publish', 'accept'] })), 'accept');
    assert.equal(leadingAction(incident({ allowedActions: ['judge', 'dispatch'] })), 'judge');
    assert.equal(leadingAction(incident({ allowedActions: ['resolve', 'publish'] })), 'resolve');
  });

  it('is not to judge again what has been judged', () => {
    assert.equal(
      leadingAction(incident({ allowedActions: ['judge', 'dispatch'], difficulty: 'simple' })),
      'dispatch',
    );
    assert.equal(leadingAction(incident({ allowedActions: ['judge'], difficulty: 'simple' })), null);
  });

  it('is never to publish, which can wait', () => {
    assert.equal(leadingAction(incident({ allowedActions: ['publish'] })), null);
  });

  it('says who has it when there is nothing to do', () => {
    const words = nextStepWords(incident({ state: 'handling', handlerName: '演示网格员一' }), null);
    assert.equal(words.title, '演示网格员一在办');
  });
});
