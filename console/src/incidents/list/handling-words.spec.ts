import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncidentCard } from '../../api/contract';
import { handlingWords } from './handling-words';

/** 2026-11-22 15:42 in Shanghai. */
const NOW = Date.parse('2026-11-22T07:42:00.000Z');
const said = (some: Partial<IncidentCard>, roles: string[] = []) =>
  handlingWords(
    {
      handlerName: '演示网格员一',
      helpers: null,
      route: null,
      state: 'handling',
      escalatedTo: null,
      planDueAt: null,
      difficulty: null,
      clock: { stoppedAt: null } as IncidentCard['clock'],
      ...some,
    },
    roles,
    NOW,
  );

describe('who has an incident, in its row', () => {
  it('is whoever accepted it, or nobody yet', () => {
    assert.deepEqual(said({ route: 'self' }), ['演示网格员一', '自办']);
    assert.deepEqual(said({ handlerName: null, state: 'reported' }), ['还没人接', null]);
  });

  it('is the organisations it was given to, and how many are done', () => {
    const one = { names: ['安澜里物业'], done: 0, total: 1 };
    const two = { names: ['城管', '消防'], done: 1, total: 2 };
    assert.deepEqual(said({ route: 'assisted', helpers: one }), ['安澜里物业', '帮办']);
    assert.deepEqual(said({ route: 'joint', helpers: two }), ['城管、消防', '联办 1 / 2']);
  });

  it('says that it went up, and to whom, while its clock runs', () => {
    assert.equal(said({ route: 'self', escalatedTo: '社区书记' }, ['社区书记'])[1], '已报给您');
    assert.equal(said({ route: 'self', escalatedTo: '社区书记' }, ['社区工作者'])[1], '已报给社区书记');
    const stopped = { stoppedAt: 'then' } as IncidentCard['clock'];
    assert.equal(said({ route: 'self', escalatedTo: '社区书记', clock: stopped })[1], '自办');
  });

  it('says by when a hard one is planned', () => {
    const hard = { difficulty: 'hard', planDueAt: '2026-11-23T02:00:00.000Z' } as const;
    assert.equal(said(hard)[1], '难办的事 · 明天 10:00 前');
    assert.equal(said({ ...hard, route: 'self' })[1], '自办 · 明天 10:00 前');
  });
});
