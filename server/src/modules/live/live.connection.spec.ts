import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { LiveConnection } from './live.connection.js';

const open = (out: PassThrough) =>
  new LiveConnection(
    { personId: 'p', sessionId: 's' },
    { personId: 'p', name: 'P', appointments: [] },
    new Date(0),
    out,
  );

describe('a stream', () => {
  it('says how soon to come back, beats, and names the list that changed', async () => {
    const out = new PassThrough();
    const connection = open(out);
    connection.beat();
    connection.tell({ kind: 'incidents', communityId: 'near' });
    connection.end();
    assert.equal(
      (await out.toArray()).join(''),
      'retry: 3000\n\n: beat\n\nevent: changed\ndata: {"kind":"incidents","communityId":"near"}\n\n',
    );
  });

  it('whose reader does not read is dropped instead of piling up', async () => {
    const out = new PassThrough({ highWaterMark: 64 });
    const connection = open(out);
    let gone = false;
    connection.whenGone(() => {
      gone = true;
    });
    let told = 0;
    while (!out.destroyed && told < 10_000) {
      connection.tell({ kind: 'incidents', communityId: 'near' });
      told += 1;
    }
    assert.ok(out.destroyed && told < 1_000, String(told));
    if (!gone) await once(out, 'close');
    assert.ok(gone);
    connection.tell({ kind: 'incidents', communityId: 'near' });
  });
});
