import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { thinOut, WAV_HERTZ, wavOf } from './wav';

describe('a recording made in a browser', () => {
  it('has a third of the samples after thinning out a third of the rate, each the mean of three', () => {
    const thinned = thinOut(new Float32Array([0, 0.3, 0.6, 1, 1, 1, 0.5]), 48_000, 16_000);
    assert.deepEqual(
      [...thinned].map((sample) => Math.round(sample * 100)),
      [30, 100],
    );
    const second = thinOut(new Float32Array(44_100), 44_100);
    assert.equal(second.length, WAV_HERTZ);
    const coarse = new Float32Array([0.1, 0.2]);
    assert.equal(thinOut(coarse, 8_000), coarse);
  });

  it('is a WAV file of one channel and 16 bits, whose header tells the truth', () => {
    const file = wavOf([new Float32Array([0, 1, -1, 2]), new Float32Array([-2])], WAV_HERTZ);
    const view = new DataView(file);
    const text = (at: number) => String.fromCharCode(...new Uint8Array(file, at, 4));
    assert.deepEqual([text(0), text(8), text(12), text(36)], ['RIFF', 'WAVE', 'fmt ', 'data']);
    assert.equal(view.getUint32(4, true), file.byteLength - 8);
    assert.deepEqual([view.getUint16(22, true), view.getUint32(24, true)], [1, WAV_HERTZ]);
    assert.equal(view.getUint32(40, true), 10);
    const samples = [0, 1, 2, 3, 4].map((i) => view.getInt16(44 + i * 2, true));
    assert.deepEqual(samples, [0, 32_767, -32_767, 32_767, -32_767]);
  });
});
