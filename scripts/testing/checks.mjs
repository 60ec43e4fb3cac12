import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localBinary } from '../building/build.mjs';
import { makeOpenApi, makeTypes, OPENAPI, TYPES } from '../building/contract.mjs';
import { inRepo } from '../machine/places.mjs';
import { CommandFailed, isStopping, keep, Stopped, tailOf } from '../machine/processes.mjs';
import { step } from '../machine/say.mjs';

/** What can be known without running the product. Each check returns nothing, or what is wrong. */

const tool = (name, ...args) => [localBinary('.', name), args, '.'];

/** The longest first. */
const commands = () => [
  ...['console', 'server', 'miniapp', 'shared'].map((name) => [
    `类型 ${name}`,
    [localBinary(name, 'tsc'), ['-p', 'tsconfig.json', '--noEmit'], name],
  ]),
  ['类型 测试', tool('tsc', '-p', 'scripts/testing/specs.tsconfig.json')],
  [
    '格式与写法（Biome）',
    tool('biome', 'ci', '--colors=off', '--reporter=concise', '--error-on-warnings', '--max-diagnostics=60'),
  ],
  ['依赖方向（dependency-cruiser）', tool('depcruise', '--config', '.dependency-cruiser.cjs', ...CRUISED)],
  ['没有用到的代码（knip）', tool('knip')],
];

const CRUISED = ['shared/src', 'server/src', 'miniapp/src', 'console/src', 'scripts'];

/** How many checks run at once: each keeps one core busy, and this is measured on two. */
const LANES = 2;

/** Runs every check; `tell(name, why)` hears of each, with `why` undefined where all is well. */
export async function runChecks(tell) {
  const waiting = commands().map(([name, [command, args, folder]]) => [
    name,
    () => outcomeOf(name, command, args, folder),
  ]);
  waiting.push(['契约没有走样', contractDifference]);
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, work] = next;
      await timed(name, tell, work);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function timed(name, tell, work) {
  const since = Date.now();
  let why;
  try {
    await step(name, async () => {
      why = await work();
      if (why !== undefined) throw new Error(why);
    });
  } catch (error) {
    if (isStopping()) throw new Stopped();
    why = error.message;
  }
  tell(name, why, Date.now() - since);
}

async function outcomeOf(name, command, args, folder) {
  const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  const slug = `${name.replace(/[^\w]+/g, '-')}`.replace(/^-|-$/g, '') || 'check';
  const handle = keep(name, command, args, { cwd: inRepo(folder), env, log: `check-${slug}` });
  const { code } = await handle.ended;
  return code === 0 ? undefined : tailOf(handle.logFile, 80) || `退出码 ${code}`;
}

/** Makes the contract anew from the built server, in a folder of its own, and compares it with what is committed. */
async function contractDifference() {
  const folder = mkdtempSync(join(tmpdir(), 'linli-contract-'));
  try {
    const openapi = join(folder, 'openapi.json');
    const types = join(folder, 'schema.d.ts');
    await makeOpenApi(openapi);
    await makeTypes(openapi, types);
    const changed = [
      [OPENAPI, openapi],
      [TYPES, types],
    ].filter(([committed, fresh]) => !same(inRepo(committed), fresh));
    if (changed.length === 0) return undefined;
    return `${changed.map(([committed]) => committed).join('、')} 与代码不一致，请运行 npm run contract 并提交。`;
  } catch (error) {
    if (error instanceof CommandFailed) return error.message;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const same = (one, other) => existsSync(one) && readFileSync(one, 'utf8') === readFileSync(other, 'utf8');
