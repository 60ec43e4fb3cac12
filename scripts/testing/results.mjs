import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { inData } from '../machine/places.mjs';

/** What ran and how it ended, kept for whoever asks afterwards: `.data/test-results.json`. */

const RESULTS_FILE = inData('test-results.json');

const rows = [];

/** @param row { stage, name, file, result: 'passed' | 'failed' | 'skipped', ms } */
export function record(row) {
  rows.push(row);
}

export const countOf = (result, stage) =>
  rows.filter((row) => row.result === result && (stage === undefined || row.stage === stage)).length;

export const failures = () => rows.filter((row) => row.result === 'failed');

export function writeResults({ everything, finished }) {
  mkdirSync(inData(), { recursive: true, mode: 0o700 });
  writeFileSync(`${RESULTS_FILE}.new`, JSON.stringify({ everything, finished, tests: rows }, null, 1));
  renameSync(`${RESULTS_FILE}.new`, RESULTS_FILE);
}
