import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { INCIDENT_ACTIONS, INCIDENT_STATES, type IncidentAction } from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';
import { actionOf, MOVE_LABELS, type Move, movesOf } from './moves';
import { nextWords } from './next-words';

function incident(some: Partial<IncidentDetail>): IncidentDetail {
  return {
    allowedActions: [],
    difficulty: null,
    route: null,
    state: 'reported',
    clocks: [],
    handlerName: null,
    hold: null,
    tasks: [],
    ...some,
  } as IncidentDetail;
}
const moves = (...allowedActions: IncidentAction[]) => movesOf(incident({ allowedActions }));

describe('the moves at the foot of an incident', () => {
  it('lead with what brings it on', () => {
    assert.equal(moves('publish', 'accept', 'reject').lead, 'accept');
    assert.equal(moves('judge', 'merge').lead, 'judge_simple');
    assert.equal(moves('plan', 'merge').lead, 'plan');
    assert.equal(moves('dispatch', 'publish').lead, 'dispatch_self');
    assert.equal(moves('resolve', 'dispatch', 'publish').lead, 'resolve');
    assert.equal(moves('approve_hold', 'refuse_hold', 'dispatch').lead, 'approve_hold');
    assert.equal(moves('resume').lead, 'resume');
    assert.equal(moves('check_back', 'publish').lead, 'check_back');
  });

  it('put the likely two beside it, and the rest behind', () => {
    assert.deepEqual(moves('dispatch', 'merge', 'reject', 'publish'), {
      lead: 'dispatch_self',
      beside: ['dispatch_assisted', 'dispatch_joint'],
      more: ['merge', 'reject', 'publish'],
    });
    assert.deepEqual(moves('judge').beside, ['judge_complex', 'judge_hard']);
  });

  it('never lead with a way out, with publishing or with stopping the clock', () => {
    for (const action of [
      'reject',
      'merge',
      'locate',
      'transcribe',
      'publish',
      'request_hold',
      'refuse_hold',
    ] as const)
      assert.equal(moves(action).lead, null, action);
  });

  it('do not offer to do by ourselves what we are at', () => {
    const { lead, beside, more } = movesOf(
      incident({ allowedActions: ['dispatch'], state: 'handling', route: 'self' }),
    );
    assert.deepEqual([lead, ...beside, ...more], [null, 'dispatch_assisted', 'dispatch_joint']);
  });

  it('wait for the helpers while they are at it', () => {
    const tasks = [{ state: 'working', organisationName: '安澜里物业' }] as IncidentDetail['tasks'];
    const sent = incident({
      allowedActions: ['dispatch', 'request_hold'],
      state: 'handling',
      route: 'assisted',
      tasks,
    });
    assert.deepEqual(movesOf(sent), {
      lead: null,
      beside: ['dispatch_assisted', 'request_hold'],
      more: ['dispatch_joint'],
    });
    assert.equal(nextWords(sent, null, 0).title, '等安澜里物业办好');
  });

  it('offer everything the server allows and nothing else', () => {
    const all = movesOf(incident({ allowedActions: [...INCIDENT_ACTIONS] }));
    const offered = [all.lead, ...all.beside, ...all.more].filter((move): move is Move => move !== null);
    const known = Object.keys(MOVE_LABELS).filter((move) => move !== 'judge' && move !== 'dispatch');
    assert.deepEqual(offered.toSorted(), known.toSorted());
    assert.deepEqual(new Set(offered.map(actionOf)), new Set(INCIDENT_ACTIONS));
    for (const action of INCIDENT_ACTIONS) {
      const { lead, beside, more } = moves(action);
      for (const move of [lead, ...beside, ...more]) if (move) assert.equal(actionOf(move), action);
    }
  });
});

describe('the words beside the moves', () => {
  it('say on whom it waits when there is nothing to do, in every state', () => {
    for (const state of INCIDENT_STATES) assert.ok(nextWords(incident({ state }), null, 0).title);
    assert.equal(
      nextWords(incident({ state: 'handling', handlerName: '演示网格员一' }), null, 0).title,
      '演示网格员一在办',
    );
  });

  it('tell the one who asked for a hold that somebody else decides', () => {
    const hold = { state: 'requested', requestedAt: '', byLabel: null, reason: null, mine: true } as const;
    assert.equal(nextWords(incident({ state: 'handling', hold }), null, 0).title, '等别人来批挂起');
  });
});
