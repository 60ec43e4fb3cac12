import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Turns } from './turns';

it('lets what is tapped meanwhile wait for the answer, and forgets it after a refusal', () => {
  const begun: string[] = [];
  const turns = new Turns();
  const tap = (what: string) => turns.take(what, () => begun.push(what));
  tap('judge');
  tap('judge');
  tap('dispatch');
  assert.deepEqual(begun, ['judge']);
  assert.equal(turns.free, false);
  turns.end(true);
  assert.deepEqual(begun, ['judge', 'dispatch']);

  tap('resolve');
  turns.end(false);
  turns.end(true);
  assert.equal(turns.free, true);
  assert.deepEqual(begun, ['judge', 'dispatch']);
  tap('resolve');
  assert.deepEqual(begun, ['judge', 'dispatch', 'resolve']);
});

it('does the last of what was tapped while something was under way', () => {
  const begun: string[] = [];
  const turns = new Turns();
  for (const what of ['accept', 'reject', 'judge']) turns.take(what, () => begun.push(what));
  turns.end(true);
  assert.deepEqual(begun, ['accept', 'judge']);
});
