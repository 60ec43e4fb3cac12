import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { inRepo } from './machine/places.mjs';

/** The documents lead people to files; a file that moved takes its mention along. */

const documents = [
  ...readdirSync(inRepo()),
  ...readdirSync(inRepo('docs')).map((name) => join('docs', name)),
  ...readdirSync(inRepo('docs', 'adr')).map((name) => join('docs', 'adr', name)),
].filter((name) => name.endsWith('.md'));

const IN_THE_REPOSITORY = /^(server|shared|miniapp|console|scripts|walks|docs)\/[\w./-]*$/;
const BUILT = /(^|\/)dist(\/|$)/;

const quoted = (text) => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]);
const linked = (text) => [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1]);

describe('what the documents point to', () => {
  for (const document of documents) {
    it(`exists: ${document}`, () => {
      const text = readFileSync(inRepo(document), 'utf8');
      const paths = quoted(text).filter((word) => IN_THE_REPOSITORY.test(word) && !BUILT.test(word));
      const links = linked(text)
        .filter((link) => !/^[a-z]+:/.test(link))
        .map((link) => join(dirname(document), link));
      const missing = [...new Set([...paths, ...links])].filter((path) => !existsSync(inRepo(path)));
      assert.deepEqual(missing, []);
    });
  }
});
