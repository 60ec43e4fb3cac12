import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncidentTask } from '../../api/contract';
import {
  type DispatchDraft,
  fitParts,
  hasLead,
  type PartDraft,
  partsNeeded,
  readDispatch,
} from './dispatch-draft';

/** 2026-11-22 15:42 in Shanghai. */
const NOW = Date.parse('2026-11-22T07:42:00.000Z');
const NEW = { route: null, tasks: [] };
const part = (id: string, some: Partial<PartDraft> = {}): PartDraft => ({
  id,
  organisationId: `of-${id}`,
  due: '2026-11-23T18:00',
  note: '请看看',
  ...some,
});
const given = (state: IncidentTask['state'], lead = false) => ({ state, lead }) as IncidentTask;
const joint = (some: Partial<DispatchDraft> = {}): DispatchDraft => ({
  route: 'joint',
  parts: [part('a'), part('b')],
  leadId: 'a',
  ...some,
});

describe('what is written to send an incident out', () => {
  it('takes none by ourselves, one for help, two jointly', () => {
    assert.equal(partsNeeded('self', NEW), 0);
    assert.equal(partsNeeded('assisted', NEW), 1);
    assert.equal(partsNeeded('joint', NEW), 2);
  });

  it('takes one more when the others of a joint one go on', () => {
    const goesOn = { route: 'joint' as const, tasks: [given('working', true), given('returned')] };
    assert.equal(partsNeeded('joint', goesOn), 1);
    assert.equal(hasLead(goesOn), true);
    const one = joint({ parts: [part('a')], leadId: null });
    assert.deepEqual(
      readDispatch(one, goesOn, NOW).tasks?.map(({ lead }) => lead),
      [false],
    );
  });

  it('asks for a lead anew when the one who led has returned it', () => {
    const back = { route: 'joint' as const, tasks: [given('returned', true), given('working')] };
    assert.equal(readDispatch(joint({ parts: [part('a')], leadId: null }), back, NOW).missing, '选一家牵头');
  });

  it('keeps what was written when the route changes', () => {
    let made = 0;
    const make = () => part(`new-${made++}`);
    const assisted = fitParts({ route: 'assisted', parts: [part('a'), part('b')], leadId: null }, NEW, make);
    assert.deepEqual(
      assisted.parts.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      fitParts({ ...assisted, route: 'joint' }, NEW, make).parts.map(({ id }) => id),
      ['a', 'new-0'],
    );
    assert.equal(fitParts({ ...assisted, route: 'self' }, NEW, make).parts.length, 0);
  });

  it('says what is missing, one thing at a time', () => {
    const said = (draft: DispatchDraft) => readDispatch(draft, NEW, NOW).missing;
    assert.equal(
      said(joint({ parts: [part('a'), part('b', { organisationId: null })] })),
      '每一份都要选一家单位',
    );
    assert.equal(
      said(joint({ parts: [part('a'), part('b', { organisationId: 'of-a' })] })),
      '同一家单位只用派一份',
    );
    assert.equal(said(joint({ leadId: 'gone' })), '选一家牵头');
    assert.equal(said(joint({ parts: [part('a', { note: ' ' }), part('b')] })), '写一句要他们办什么');
    assert.equal(said(joint({ parts: [part('a', { due: '' }), part('b')] })), '选一个办结时间');
    assert.equal(
      said(joint({ parts: [part('a', { due: '2026-11-22T15:00' }), part('b')] })),
      '办结时间要在现在之后',
    );
  });

  it('sends Shanghai dates and one lead', () => {
    const { tasks } = readDispatch(joint(), NEW, NOW);
    assert.deepEqual(
      tasks?.map(({ dueAt, lead }) => [dueAt, lead]),
      [
        ['2026-11-23T10:00:00.000Z', true],
        ['2026-11-23T10:00:00.000Z', false],
      ],
    );
  });
});
