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
import { colour, line, PlainProblem } from './machine/say.mjs';
import { prepare } from './serving/prepare.mjs';
import { testEnvironment } from './testing/environment.mjs';
import { PROOFS } from './testing/proofs.mjs';

/** `npm run prove <name>`: one of the long proofs, which print their figures; without a name, which there are. */
await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined) return list();
  const proof = PROOFS.find((each) => each.name === name);
  if (proof === undefined) {
    throw new PlainProblem(`没有「${name}」这个验证，可选：${PROOFS.map((each) => each.name).join(' ')}`);
  }
  const other = takeLock('prove', { doing: 'npm run prove' });
  if (other) throw new PlainProblem(`另一个 npm run prove 正在运行（进程 ${other.pid}），等它结束再来。`);
  ownProcessesAs('prove');
  await stopLeftovers('prove');
  await prepare({ products: proof.builds });
  const env = await testEnvironment({ name: 'prove', database: proof.database });
  line(`\n${colour(1, proof.title)}`);
  return run(proof, args, env);
});

function list() {
  line('npm run prove <名字> [参数]：');
  for (const { name, title, usage = '' } of PROOFS) line(`  ${name} ${usage}`.trimEnd().padEnd(28) + title);
  return 0;
}

async function run(proof, args, env) {
  const handle = keep(proof.title, process.execPath, ['--import', 'tsx', inRepo(proof.file), ...args], {
    env,
    log: `prove-${proof.name}`,
    onOutput: (text) => process.stdout.write(text),
  });
  const { code } = await handle.ended;
  if (isStopping()) throw new Stopped();
  if (code !== 0) line(tailOf(handle.logFile, 25));
  line(code === 0 ? colour(32, '✓ 成立') : colour(31, '✗ 不成立'));
  return code === 0 ? 0 : 1;
}
