import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOTLINE_ACTIONS, HOTLINE_STATES, type HotlineAction, type HotlineState } from '@linli/shared';
import { isBreached } from '../clock/clock-state.js';
import { dueNow, nextLook, outsideClock } from './hotline.clock.js';
import { decideOrder, following, HOTLINE_FOLLOWING } from './hotline.lifecycle.js';
import { readOrder } from './hotline.sheet.js';

/** Written out by hand, beside the table and not from it. */
const ALLOWED: Record<HotlineState, Partial<Record<HotlineAction, HotlineState>>> = {
  to_handle: {},
  to_reply: { reply: 'replied' },
  replied: { reply: 'replied', report_back: 'reported_back' },
  reported_back: {},
};
const FOLLOWED: Record<HotlineState, { outcome: HotlineState; none: HotlineState }> = {
  to_handle: { outcome: 'to_reply', none: 'to_handle' },
  to_reply: { outcome: 'to_reply', none: 'to_handle' },
  replied: { outcome: 'replied', none: 'to_handle' },
  reported_back: { outcome: 'reported_back', none: 'reported_back' },
};

const at = (time: string) => new Date(`2026-03-0${time}:00.000Z`);
const DUE = at('5T10:00');

describe('the life of an order', () => {
  it('goes exactly where the table says, for every state and action', () => {
    for (const state of HOTLINE_STATES) {
      for (const action of HOTLINE_ACTIONS) {
        const decision = decideOrder({ state, corrections: 0 }, action);
        const to = ALLOWED[state][action];
        if (to !== undefined) assert.deepEqual(decision, { ok: true, to }, `${action} in ${state}`);
        else
          assert.equal(!decision.ok && decision.problem.code, 'hotline/wrong-state', `${action} in ${state}`);
      }
    }
  });

  it('lets an answer be put right once', () => {
    const decision = decideOrder({ state: 'replied', corrections: 1 }, 'reply');
    assert.equal(!decision.ok && decision.problem.code, 'hotline/reply-corrected-already');
    assert.ok(decideOrder({ state: 'replied', corrections: 1 }, 'report_back').ok);
  });

  it('follows its incident, until it was handed back', () => {
    for (const state of HOTLINE_STATES) {
      for (const [hasOutcome, wanted] of [
        [true, FOLLOWED[state].outcome],
        [false, FOLLOWED[state].none],
      ] as const) {
        const step = following({ state }, hasOutcome);
        assert.equal(step === null ? state : HOTLINE_FOLLOWING[step].to, wanted, `${state} ${hasOutcome}`);
      }
    }
  });
});

describe('the hotline’s date', () => {
  const order = { receivedAt: at('2T10:00'), outsideDueAt: DUE, reportedBackAt: null };
  const PAST_DUE = new Date(DUE.getTime() + 1);
  const watched = { outsideDueAt: DUE, reportedBackAt: null, warnedTo: at('2T10:00'), overdueAt: null };
  const looked = (change: object, hours: number[], now: Date) => [
    dueNow({ ...watched, ...change }, hours, now),
    nextLook({ ...watched, ...change }, hours),
  ];

  it('warns a day and two hours before, and is passed only after it', () => {
    assert.deepEqual(looked({}, [2, 24], at('4T09:59')), [null, at('4T10:00')]);
    assert.equal(dueNow(watched, [2, 24], at('4T10:00')), 'due_soon');
    const once = { warnedTo: at('4T10:00') };
    assert.deepEqual(looked(once, [2, 24], at('4T10:00')), [null, at('5T08:00')]);
    assert.equal(dueNow({ ...watched, ...once }, [2, 24], at('5T09:00')), 'due_soon');
    const twice = { warnedTo: at('5T09:00') };
    assert.deepEqual(looked(twice, [2, 24], DUE), [null, PAST_DUE]);
    assert.equal(dueNow({ ...watched, ...twice }, [2, 24], PAST_DUE), 'overdue');
    for (const over of [{ overdueAt: PAST_DUE }, { reportedBackAt: DUE }])
      assert.deepEqual(looked(over, [2, 24], at('9T10:00')), [null, null]);
    const clock = outsideClock(order, [24, 2]);
    assert.deepEqual(clock.warnAt, at('4T10:00'));
    assert.equal(clock.limitMinutes, 3 * 1_440);
    assert.equal(isBreached(clock, DUE), false);
    assert.equal(isBreached(clock, at('5T10:01')), true);
    assert.equal(isBreached(outsideClock({ ...order, reportedBackAt: DUE }, [24]), at('9T10:00')), false);
  });

  it('is not told again to who just typed it in, but being late is', () => {
    const typedIn = (now: Date) => dueNow({ ...watched, warnedTo: now }, [24, 2], now);
    assert.deepEqual([at('3T10:00'), at('5T09:00'), at('7T10:00')].map(typedIn), [null, null, 'overdue']);
  });

  it('is passed on exactly once, however the warnings are set meanwhile', () => {
    for (const [before, after] of [
      [[24, 2], [24]],
      [
        [24, 2],
        [48, 24, 2],
      ],
      [[24, 2], []],
      [[], [1]],
    ] as const) {
      const state: Parameters<typeof dueNow>[0] = { ...watched };
      let passedOn = 0;
      for (let now = at('3T10:00'); now < at('7T10:00'); now = new Date(now.getTime() + 3_600_000)) {
        const hours = now < at('5T09:00') ? before : after;
        const due = dueNow(state, hours, now);
        if (due === 'overdue') [state.overdueAt, passedOn] = [now, passedOn + 1];
        if (due === 'due_soon') state.warnedTo = now;
        const next = nextLook(state, hours);
        assert.ok(next === null ? state.overdueAt !== null : next > now);
      }
      assert.equal(passedOn, 1, JSON.stringify([before, after]));
    }
  });
});

describe('a row of the hotline’s list', () => {
  const NOW = at('3T10:00');
  const read = (cells: Parameters<typeof readOrder>[0]['cells']) => readOrder({ number: 7, cells }, NOW);
  const good = { outsideNumber: 'H-1', text: '楼道灯不亮', outsideDueAt: '2026-03-05' };

  it('needs a number, a text and a date, and knows the rest', () => {
    const { order, errors } = read({
      ...good,
      callerPhone: '+86 138-0000-0001',
      receivedAt: { wall: '2026-03-02T09:00:00' },
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(order?.caller, { name: '来电居民', nameless: true, phone: '13800000001' });
    assert.deepEqual(order?.outsideDueAt, at('5T15:59'));
    assert.deepEqual(order?.receivedAt, at('2T01:00'));
    assert.equal(read({ ...good, callerPhone: '（0531）8888 6666' }).order?.caller.phone, '053188886666');
  });

  it('says of everything that is wrong with it, once each', () => {
    const wrong = read({
      outsideNumber: { formula: true },
      callerPhone: '打过来的',
      outsideDueAt: '后天',
      receivedAt: '2026-04-01',
      address: '长'.repeat(61),
    });
    assert.equal(wrong.order, null);
    assert.deepEqual(
      wrong.errors.map((error) => error.slice(0, 6)),
      ['「工单编号」', '「诉求内容」', '「办理时限」', '「受理时间」', '「联系电话」', '「地址」最多'],
    );
    assert.match(read({ ...good, receivedAt: '2026-03-06' }).errors.join(), /还没到.*之后|之后/);
    assert.match(read({ ...good, outsideNumber: '示例-001（导入前删掉这一行）' }).errors.join(), /示例/);
    assert.match(read({ ...good, outsideNumber: 2.0260303e16 }).errors.join(), /文本/);
  });
});
