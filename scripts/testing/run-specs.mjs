import { relative } from 'node:path';
import { inRepo, REPO } from '../machine/places.mjs';
import { isStopping, keep, Stopped, tailOf } from '../machine/processes.mjs';
import { colour, line, step } from '../machine/say.mjs';
import { record } from './results.mjs';

const ONE_TEST_WITHIN_MS = 600_000;

/** Runs the files of one stage under node:test, telling of each file as it ends and of each failure in full. */
export async function runSpecs({ stage, files, env, namePattern }) {
  const args = [
    '--import',
    'tsx',
    `--test-timeout=${ONE_TEST_WITHIN_MS}`,
    inRepo('scripts', 'testing', 'run-files.mjs'),
    `${stage.concurrency}`,
    `${ONE_TEST_WITHIN_MS}`,
    namePattern ?? '',
    ...inTurn(files, stage.longest),
  ];
  const listener = listenTo(stage);
  const runner = keep(stage.title, process.execPath, args, {
    env,
    log: `test-${stage.name}`,
    onOutput: listener.onOutput,
  });
  const { code, failed, seen } = await step(stage.title, async () => {
    const end = await runner.ended;
    if (isStopping()) throw new Stopped();
    return { ...end, ...listener.finish() };
  });
  if (code !== 0 && failed === 0) {
    fail(stage, `${stage.title}：测试进程以 ${code} 结束`, '', tailOf(runner.logFile, 30));
    return;
  }
  // A file in which nothing ran proves nothing; a name pattern is the one good reason for that.
  for (const file of files.filter((each) => !seen.has(each) && !namePattern)) {
    fail(stage, file, file, '这个文件没有运行任何测试。');
  }
}

/** The longest first, so that all lanes end at about the same time. */
function inTurn(files, longest = []) {
  const turn = (file) => {
    const at = longest.findIndex((name) => file.endsWith(name));
    return at < 0 ? longest.length : at;
  };
  return files.toSorted((one, other) => turn(one) - turn(other));
}

function listenTo(stage) {
  const openFiles = new Map();
  const seen = new Set();
  let rest = '';
  let failed = 0;
  let current = null;

  const fileOf = (event) => (event.file ? relative(REPO, event.file) : '');
  const stateOf = (file) => {
    if (!openFiles.has(file)) openFiles.set(file, { path: [], said: [], passed: 0, failed: 0, ms: 0 });
    return openFiles.get(file);
  };
  const close = (file) => {
    const state = openFiles.get(file);
    if (state === undefined || state.passed + state.failed === 0) return;
    const mark = state.failed === 0 ? colour(32, '✓') : colour(31, '✗');
    const failedPart = state.failed === 0 ? '' : `，${state.failed} 项没有通过`;
    line(`  ${mark} ${file}：${state.passed} 项通过${failedPart}（${(state.ms / 1_000).toFixed(1)} 秒）`);
    openFiles.delete(file);
  };

  const take = (event) => {
    const file = fileOf(event);
    if (file !== current && event.type !== 'test:stdout' && event.type !== 'test:stderr') {
      if (current !== null) close(current);
      current = file;
    }
    const state = stateOf(file);
    if (event.type === 'test:start') {
      state.path.length = event.nesting;
      state.path[event.nesting] = event.name;
      return;
    }
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      state.said.push(event.text);
      return;
    }
    if (event.nesting === 0) state.ms += event.ms ?? 0;
    const wholeFile = event.name === event.file || event.name === file;
    if (event.type === 'test:fail') {
      if (event.suite && event.onlyByItsParts) return;
      const name = wholeFile ? `${file}（整个文件）` : nameOf(state, event);
      fail(
        stage,
        name,
        file,
        [event.why, wholeFile ? state.said.join('') : ''].filter(Boolean).join('\n'),
        event.ms,
      );
      failed += 1;
      state.failed += 1;
      seen.add(file);
    } else if (!event.suite && !wholeFile) {
      const result = event.skipped ? 'skipped' : 'passed';
      record({ stage: stage.name, name: nameOf(state, event), file, result, ms: Math.round(event.ms ?? 0) });
      if (!event.skipped) state.passed += 1;
      seen.add(file);
    }
  };

  return {
    onOutput(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const each of lines.filter((words) => words.startsWith('{'))) take(JSON.parse(each));
    },
    finish() {
      for (const file of [...openFiles.keys()]) close(file);
      return { failed, seen };
    },
  };
}

const nameOf = (state, event) => [...state.path.slice(0, event.nesting), event.name].join(' › ');

function fail(stage, name, file, why, ms = 0) {
  record({ stage: stage.name, name, file, result: 'failed', ms: Math.round(ms) });
  line(`  ${colour(31, '✗')} ${name}`);
  if (why) line(why.trimEnd().split('\n').slice(0, 60).join('\n').replace(/^/gm, '      '));
}
