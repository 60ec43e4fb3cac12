import { takeLock } from './machine/locks.mjs';
import { inRepo } from './machine/places.mjs';
import {
  isStopping,
  keep,
  ownProcessesAs,
  runCommand,
  Stopped,
  stopLeftovers,
  tailOf,
} from './machine/processes.mjs';
import { line, PlainProblem, speakBesideOutput } from './machine/say.mjs';
import { prepare } from './serving/prepare.mjs';
import { testEnvironment } from './testing/environment.mjs';

/** `npm run bench [name…] [--json]`: what requests cost and how they hold at size; docs/performance.md says how to read it. */
await runCommand(async () => {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  if (json) speakBesideOutput();
  const other = takeLock('bench', { doing: 'npm run bench' });
  if (other) throw new PlainProblem(`另一个 npm run bench 正在运行（进程 ${other.pid}），等它结束再来。`);
  ownProcessesAs('bench');
  await stopLeftovers('bench');
  await prepare({ products: ['shared', 'server'] });
  const env = await testEnvironment({ name: 'bench', database: true });
  const command = ['--import', 'tsx', inRepo('server', 'bench', 'main.ts'), ...args];
  const handle = keep('测速', process.execPath, command, {
    env,
    log: 'bench',
    onOutput: (text) => process.stdout.write(text),
  });
  const { code } = await handle.ended;
  if (isStopping()) throw new Stopped();
  if (code !== 0) line(tailOf(handle.logFile, 25));
  return code === 0 ? 0 : 1;
});
