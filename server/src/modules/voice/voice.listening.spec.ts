import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import fc from 'fast-check';
import { ProblemError } from '../../platform/http/problem.js';
import { film, id3, mp3, mp3Frame, wav } from './recordings.fixture.js';
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
    ]) {
      const { bytes } = listenTo(file);
      for (const name of ['SecretName', 'Xing']) assert.ok(!bytes.includes(name), name);
    }
  });

  it('is as long as what can be played, whatever it claims', () => {
    const claims = mp3Frame();
    claims.write('Info', 13);
    near(listenTo(Buffer.concat([claims, mp3(2)])).durationMs, 2_000);
    const long = wav(2);
    // The rate of bytes is what players work the length out from.
    long.writeUInt32LE(1, 28);
    near(listenTo(long).durationMs, 2_000);
  });

  it('may be a minute and what encoders add, and no more', () => {
    const longest = LIMITS.voiceSeconds + LIMITS.voiceToleranceMs / 1000;
    for (const make of [wav, mp3]) {
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
      film(),
      Buffer.concat([mp3(1), zip]),
      Buffer.concat([mp3(1), wav(1)]),
      Buffer.from('RIFF\0\0\0\0WAVE'),
    ])
      assert.match(codeOf(file), /^voice\/(not-a-voice|cut-short)$/);
  });

  it('that is empty, a blink or cut short is refused', () => {
    assert.equal(codeOf(Buffer.alloc(0)), 'voice/nothing-heard');
    for (const make of [wav, mp3]) assert.equal(codeOf(make(0.2)), 'voice/nothing-heard');
    assert.equal(codeOf(wav(2).subarray(0, -3)), 'voice/cut-short');
    assert.equal(codeOf(mp3Frame().subarray(0, -3)), 'voice/cut-short');
  });

  it('whose last frame is cut is kept without it: some recorders stop like that', () => {
    const whole = mp3(2);
    for (const missing of [3, 142]) {
      const { bytes, durationMs } = listenTo(whole.subarray(0, -missing));
      assert.equal(bytes.length, whole.length - 144);
      near(durationMs, 2_000);
    }
  });

  it('with anything changed in it is still a recording of at most a minute, or a clear refusal', () => {
    const files = [wav(1), mp3(1)];
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.nat(1), fc.array(change, { minLength: 1, maxLength: 20 }), (which, changes) => {
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
