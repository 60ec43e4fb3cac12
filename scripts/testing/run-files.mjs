import { run } from 'node:test';
import events from './events-reporter.mjs';

/**
 * Runs spec files in the order given, where `node --test` would put them into the alphabet's:
 * `node --import tsx run-files.mjs <lanes> <ms a test may take> <name pattern or ''> <file> …`.
 * What Node itself is called with goes on to each file's own process.
 */
const [lanes, timeout, namePattern, ...files] = process.argv.slice(2);
const stream = run({
  files,
  concurrency: Number(lanes),
  timeout: Number(timeout),
  ...(namePattern === '' ? {} : { testNamePatterns: namePattern }),
});
stream.on('test:fail', ({ todo }) => {
  if (todo === undefined || todo === false) process.exitCode = 1;
});
stream.compose(events).pipe(process.stdout);
