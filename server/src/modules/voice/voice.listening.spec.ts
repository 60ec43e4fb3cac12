import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import fc from 'fast-check';
import { ProblemError } from '../../platform/http/problem.js';
import { aac, id3, m4a, mp3, mp3Frame, wav } from './recordings.fixture.js';
import { listenTo } from './voice.listening.js';
import { partOf } from './voice.part.js';

const codeOf = (file: Buffer) => {
  try {
    return listenTo(file).format;
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    return error.code;
  }
};
const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 100, `${actual} is not about ${expected}`);

describe('a recording', () => {
  for (const [format, file] of [
    ['wav', wav(3)],
    ['mp3', mp3(3)],
    ['aac', aac(3)],
    ['aac', m4a(3)],
  ] as const) {
    it(`of three seconds as ${format} is kept`, () => {
      const sound = listenTo(file);
      assert.equal(sound.format, format);
      near(sound.durationMs, 3_000);
    });
  }

  it('keeps the sound and nothing else', () => {
    const secret = Buffer.from('SecretName');
    const endTag = Buffer.alloc(128);
    endTag.write('TAGSecretName');
    const claims = mp3Frame();
    claims.write('Xing', 13);
    for (const file of [
      wav(1, [['LIST', secret]]),
      Buffer.concat([id3('SecretName'), claims, mp3(1), endTag]),
      Buffer.concat([id3('SecretName'), aac(1)]),
      m4a(1),
    ]) {
      const { bytes } = listenTo(file);
      for (const name of ['SecretName', 'Xing', 'udta']) assert.ok(!bytes.includes(name), name);
    }
  });

  it('is as long as what can be played, whatever it claims', () => {
    near(listenTo(m4a(2, { claimedSeconds: 36_000 })).durationMs, 2_000);
    assert.equal(codeOf(m4a(70, { claimedSeconds: 5 })), 'voice/too-long');
  });

  it('may be a minute and what encoders add, and no more', () => {
    const longest = LIMITS.voiceSeconds + LIMITS.voiceToleranceMs / 1000;
    for (const make of [wav, mp3, aac]) {
      assert.notEqual(codeOf(make(longest - 0.1)), 'voice/too-long');
      assert.equal(codeOf(make(longest + 0.1)), 'voice/too-long');
    }
  });

  it('that is something else is refused', () => {
    const zip = Buffer.from('PK\u0003\u0004 and so on', 'latin1');
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]);
    const loud = wav(1);
    loud.writeUInt16LE(3, 20);
    for (const file of [
      zip,
      page,
      jpeg,
      loud,
      m4a(3, { handler: 'vide' }),
      m4a(3, { tracks: 2 }),
      Buffer.concat([mp3(1), zip]),
      Buffer.concat([mp3(1), aac(1)]),
      Buffer.from('RIFF\0\0\0\0WAVE'),
    ])
      assert.match(codeOf(file), /^voice\/(not-a-voice|cut-short)$/);
  });

  it('that is empty, a blink or cut short is refused', () => {
    assert.equal(codeOf(Buffer.alloc(0)), 'voice/nothing-heard');
    for (const make of [wav, mp3, aac, m4a]) {
      assert.equal(codeOf(make(0.2)), 'voice/nothing-heard');
      assert.equal(codeOf(make(2).subarray(0, -3)), 'voice/cut-short');
    }
  });

  it('with anything changed in it is still a recording of at most a minute, or a clear refusal', () => {
    const files = [wav(1), mp3(1), aac(1), m4a(1)];
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.nat(3), fc.array(change, { minLength: 1, maxLength: 20 }), (which, changes) => {
        const file = Buffer.from(files[which] ?? '');
        // Where headers and tables are; the sound itself may be anything.
        for (const { at, byte } of changes) file[at % Math.min(file.length, 700)] = byte;
        if (codeOf(file).startsWith('voice/')) return;
        const sound = listenTo(file);
        assert.ok(sound.durationMs <= LIMITS.voiceSeconds * 1000 + LIMITS.voiceToleranceMs);
        assert.deepEqual(listenTo(sound.bytes), sound);
      }),
      { seed: 20261122, numRuns: 2_000 },
    );
  });
});

describe('a part of a recording', () => {
  it('is what was asked for, as far as the file goes', () => {
    assert.equal(partOf(undefined, 100), null);
    assert.equal(partOf('bytes=0-9,20-29', 100), null);
    assert.deepEqual(partOf('bytes=0-1', 100), { first: 0, last: 1 });
    assert.deepEqual(partOf('bytes=90-', 100), { first: 90, last: 99 });
    assert.deepEqual(partOf('bytes=-10', 100), { first: 90, last: 99 });
    assert.deepEqual(partOf('bytes=0-500', 100), { first: 0, last: 99 });
    assert.throws(() => partOf('bytes=100-', 100), ProblemError);
    assert.throws(() => partOf('bytes=-0', 100), ProblemError);
  });
});
