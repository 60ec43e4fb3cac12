import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  channelIsOn,
  channelIsTheirs,
  MESSAGE_CHANNELS,
  MESSAGE_KIND_RULES,
  MESSAGE_KINDS,
} from './message.kinds.js';
import { afterQuietHours, CLOCK_TIME, DEFAULT_QUIET_HOURS, type QuietHours } from './quiet-hours.js';

const seed = 20261122;
const at = (shanghai: string) => new Date(`${shanghai}+08:00`);
const after = (shanghai: string, quiet: QuietHours | null = DEFAULT_QUIET_HOURS) =>
  afterQuietHours(at(shanghai), quiet).toISOString();

describe('quiet hours', () => {
  it('let the evening through and hold the night until seven', () => {
    assert.equal(after('2026-11-22T21:59:59.999'), at('2026-11-22T21:59:59.999').toISOString());
    assert.equal(after('2026-11-22T22:00:00'), at('2026-11-23T07:00:00').toISOString());
    assert.equal(after('2026-11-22T23:59:59'), at('2026-11-23T07:00:00').toISOString());
    assert.equal(after('2026-11-23T00:00:00'), at('2026-11-23T07:00:00').toISOString());
    assert.equal(after('2026-11-23T06:59:59.999'), at('2026-11-23T07:00:00').toISOString());
    assert.equal(after('2026-11-23T07:00:00'), at('2026-11-23T07:00:00').toISOString());
  });

  it('may lie within one day, as a nap at noon does', () => {
    const nap = { from: '12:00', to: '14:30' };
    assert.equal(after('2026-11-22T11:59:00', nap), at('2026-11-22T11:59:00').toISOString());
    assert.equal(after('2026-11-22T13:15:00', nap), at('2026-11-22T14:30:00').toISOString());
    assert.equal(after('2026-11-22T14:30:00', nap), at('2026-11-22T14:30:00').toISOString());
  });

  const minute = fc.integer({ min: 0, max: 1439 });
  const clockTime = minute.map(
    (m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`,
  );
  const quietHours = fc.record({ from: clockTime, to: clockTime });
  const moment = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const shanghaiTime = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  const isQuiet = (date: Date, { from, to }: QuietHours) => {
    const time = shanghaiTime(date);
    return from <= to ? time >= from && time < to : time >= from || time < to;
  };

  it('never bring anything forward, hold nothing for a day, and end where nothing is quiet', () => {
    fc.assert(
      fc.property(moment, quietHours, (date, quiet) => {
        assert.match(quiet.from, CLOCK_TIME);
        const then = afterQuietHours(date, quiet);
        assert.ok(then >= date);
        assert.ok(then.getTime() - date.getTime() < 86_400_000);
        assert.ok(!isQuiet(then, quiet));
        if (!isQuiet(date, quiet)) assert.equal(then.getTime(), date.getTime());
        // Asking again changes nothing.
        assert.equal(afterQuietHours(then, quiet).getTime(), then.getTime());
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('switched off hold nothing', () => {
    fc.assert(
      fc.property(moment, (date) => assert.equal(afterQuietHours(date, null), date)),
      { seed },
    );
  });
});

describe('the kinds of messages', () => {
  it('can be switched where their rule lets them, and nowhere else', () => {
    for (const kind of MESSAGE_KINDS) {
      for (const channel of MESSAGE_CHANNELS) {
        const rule = MESSAGE_KIND_RULES[kind][channel];
        const [byDefault, off, on] = [undefined, false, true].map((chosen) =>
          channelIsOn(kind, channel, chosen),
        );
        if (rule === 'always') assert.deepEqual([byDefault, off, on], [true, true, true]);
        else if (rule === 'never') assert.deepEqual([byDefault, off, on], [false, false, false]);
        else assert.deepEqual([byDefault, off, on], [rule === 'on', false, true]);
        assert.equal(channelIsTheirs(kind, channel), rule === 'on' || rule === 'off');
      }
    }
  });

  it('have short names that fit a template, and only staff are ever woken', () => {
    for (const kind of MESSAGE_KINDS) {
      const { short, urgent, audience } = MESSAGE_KIND_RULES[kind];
      assert.match(short, /^[一-鿿]{1,5}$/);
      assert.ok(!urgent || audience === 'staff', kind);
    }
  });
});
