import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';

const REPO = resolve(import.meta.dirname, '..');
const RESULTS = process.env.LINLI_TEST_RESULTS ?? resolve(REPO, '.data/test-results.json');

interface Result {
  name: string;
  result: string;
}

/** The last column of every table row: the test's own name between backticks, to the letter. */
function namedTests(): string[] {
  const page = readFileSync(resolve(REPO, 'docs/walkthroughs.md'), 'utf8');
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => /`([^`]+)` \|$/.exec(line)?.[1] ?? []);
}

test('every walkthrough names a test that exists and ran', () => {
  const { tests } = JSON.parse(readFileSync(RESULTS, 'utf8')) as { tests: Result[] };
  const ran = tests
    .filter(({ result }) => result === 'passed' || result === 'failed')
    .map(({ name }) => name);
  const named = namedTests();
  assert.ok(named.length > 0, 'docs/walkthroughs.md names no test');
  // Tests inside a describe carry its name before theirs.
  const missing = named.filter((name) => !ran.some((one) => one === name || one.endsWith(` › ${name}`)));
  assert.deepEqual(missing, []);
});
