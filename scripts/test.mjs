import { rmSync } from 'node:fs';
import { chromiumForTests } from './machine/chromium.mjs';
import { takeLock } from './machine/locks.mjs';
import { mariadbPrograms } from './machine/mariadb.mjs';
import { inData } from './machine/places.mjs';
import { ownProcessesAs, runCommand, stopLeftovers } from './machine/processes.mjs';
import { colour, line, PlainProblem, problem } from './machine/say.mjs';
import { prepare } from './serving/prepare.mjs';
import { runChecks } from './testing/checks.mjs';
import { testEnvironment } from './testing/environment.mjs';
import { countOf, failures, record, writeResults } from './testing/results.mjs';
import { runSpecs } from './testing/run-specs.mjs';
import { filesMatching } from './testing/spec-files.mjs';
import { chosenStages, STAGES } from './testing/stages.mjs';

/** `npm test`: from a bare clone through every stage to one line, `N passed, N failed`. */
await runCommand(async () => {
  const { chosen, pattern, unknown, everything } = chosenStages(process.argv.slice(2));
  if (unknown.length > 0) {
    throw new PlainProblem(
      `没有「${unknown.join(' ')}」这个阶段，可选：${STAGES.map((stage) => stage.name).join(' ')}`,
    );
  }
  const other = takeLock('test', { doing: 'npm test' });
  if (other) throw new PlainProblem(`另一个 npm test 正在运行（进程 ${other.pid}），等它结束再来。`);
  ownProcessesAs('test');
  await stopLeftovers('test');
  rmSync(inData('test-results.json'), { force: true });

  let env;
  try {
    if (chosen.some((stage) => stage.database)) await mariadbPrograms();
    if (chosen.some((stage) => stage.chromium)) await chromiumForTests();
    await prepare({ products: [...new Set(chosen.flatMap((stage) => stage.builds))] });
    env = await testEnvironment({
      name: 'test',
      database: chosen.some((stage) => stage.database),
      chromium: chosen.some((stage) => stage.chromium),
    });
  } catch (error) {
    if (!(error instanceof PlainProblem)) throw error;
    problem(error.message);
    record({ stage: 'prepare', name: error.message.split('\n')[0], file: '', result: 'failed', ms: 0 });
    return sumUp();
  }
  for (const stage of chosen) {
    line(`\n${colour(1, `${stage.title}（${stage.name}）`)}`);
    await runStage({ stage, pattern, env, everything });
    line(`  ${countOf('passed', stage.name)} 项通过，${countOf('failed', stage.name)} 项没有通过`);
    writeResults({ everything, finished: false });
  }
  writeResults({ everything, finished: true });
  return sumUp();
});

async function runStage({ stage, pattern, env, everything }) {
  if (stage.name === 'check') {
    await runChecks((name, why, ms) => {
      record({ stage: stage.name, name, file: '', result: why === undefined ? 'passed' : 'failed', ms });
      if (why !== undefined) line(`  ${colour(31, '✗')} ${name}\n${why.replace(/^/gm, '      ')}`);
    });
    return;
  }
  const all = filesMatching(stage.files);
  const named = pattern === null ? all : all.filter((file) => file.includes(pattern));
  const files = named.length > 0 ? named : all;
  if (files.length === 0) {
    record({
      stage: stage.name,
      name: `${stage.title}：没有找到测试文件`,
      file: '',
      result: 'failed',
      ms: 0,
    });
    line(`  ${colour(31, '✗')} 没有找到测试文件`);
    return;
  }
  // The list of walkthroughs can only be held against a run of everything.
  if (stage.afterTheOthers && !everything) return;
  await runSpecs({ stage, files, env, namePattern: named.length > 0 ? null : pattern });
}

function sumUp() {
  const failed = failures();
  line();
  if (failed.length > 0) {
    line('没有通过的：');
    for (const { stage, name, file } of failed)
      line(`  [${stage}] ${file && !name.includes(file) ? `${file}：` : ''}${name}`);
  }
  if (countOf('skipped') > 0) line(`跳过 ${countOf('skipped')} 项`);
  line(`用时 ${durationWords(process.uptime())}`);
  line(`${countOf('passed')} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

function durationWords(seconds) {
  return `${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`;
}
