import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { exportJson, exportPage } from './privacy.export-page.js';

const AT = new Date('2026-11-01T00:00:00Z');

/** Many pages of one kind, between kinds of which there is nothing; `asked` says how many were read. */
function much(pages: number) {
  const seen = { asked: 0 };
  async function* read() {
    for (; seen.asked < pages; seen.asked++) yield [{ 第几页: seen.asked }, { 空的: null }];
  }
  async function* nothing() {}
  async function* parts() {
    yield { kind: 'a.none', title: '没有', pages: nothing() };
    yield { kind: 'b.much', title: '很多', pages: read() };
    yield { kind: 'c.none', title: '没有', pages: nothing() };
    yield { kind: 'd.more', title: '还有', pages: Readable.from([[{ 一: 1 }]]) };
  }
  return { seen, written: { at: AT, parts: parts() } };
}

describe('writing an export', () => {
  it('is whole, says so at its end, and leaves out what there is nothing of', async () => {
    const json = JSON.parse(await text(Readable.from(exportJson(much(3).written))));
    assert.deepEqual(
      json.parts.map(({ kind, items }: { kind: string; items: unknown[] }) => [kind, items.length]),
      [
        ['b.much', 6],
        ['d.more', 1],
      ],
    );
    assert.equal(json.complete, true);
    const page = await text(Readable.from(exportPage(much(3).written)));
    assert.match(page, /<h2>很多<\/h2>.*很多，共 6 条。.*还有，共 1 条。.*到这里就是全部.*一共 7 条/s);
    assert.doesNotMatch(page, /没有<\/h2>/);
  });

  it('reads no further than it is listened to', async () => {
    for (const write of [exportJson, exportPage]) {
      const { seen, written } = much(1_000);
      const pieces = Readable.from(write(written))[Symbol.asyncIterator]();
      for (let piece = 0; piece < 10; piece++) await pieces.next();
      assert.ok(seen.asked > 0 && seen.asked <= 12, `${seen.asked} pages were read`);
      await pieces.return?.();
    }
  });

  it('ends with an error when what it reads does', async () => {
    async function* broken() {
      yield [{ 一: 1 }];
      throw new Error('gone');
    }
    async function* parts() {
      yield { kind: 'a', title: '一', pages: broken() };
    }
    for (const write of [exportJson, exportPage])
      await assert.rejects(text(Readable.from(write({ at: AT, parts: parts() }))), /gone/);
  });
});
