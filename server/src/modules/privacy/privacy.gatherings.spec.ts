import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { endWith, Gatherings } from './privacy.gatherings.js';

const refused = (code: string) => (error: { code?: string }) => error.code === code;

describe('gathering exports', () => {
  it('is one at a time for each, and few at once for all', () => {
    const gatherings = new Gatherings();
    const [ofA] = ['a', 'b', 'c'].map((id) => gatherings.begin(id));
    assert.throws(() => gatherings.begin('a'), refused('privacy/export-under-way'));
    assert.throws(() => gatherings.begin('d'), refused('privacy/exports-busy'));
    ofA?.();
    const again = gatherings.begin('a');
    // Ended twice, the first ends nothing of the second.
    ofA?.();
    assert.throws(() => gatherings.begin('a'), refused('privacy/export-under-way'));
    again();
    gatherings.begin('d');
  });

  it('is over when all is written, when it is broken off, and when nobody listens', async () => {
    const ended: string[] = [];
    const read = endWith(Readable.from(['1', '2']), () => ended.push('read'));
    assert.deepEqual(await read.toArray(), ['1', '2']);
    const broken = endWith(Readable.from(['1', '2']), () => ended.push('broken off'));
    broken.destroy();
    await once(broken, 'close');
    const unheard = endWith(Readable.from(['1', '2']), () => ended.push('unheard'), 1);
    await once(unheard, 'close');
    assert.deepEqual(ended, ['read', 'broken off', 'unheard']);
  });
});
