import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRepo } from '../machine/places.mjs';
import { run } from '../machine/processes.mjs';
import { step } from '../machine/say.mjs';
import { fingerprintOf, isFresh, markFresh } from './fingerprints.mjs';

/** The one place that names the version of pnpm. */
const PNPM = 'pnpm@12.21.0';

const INPUTS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'].concat([
  'package.json',
  ...['shared', 'server', 'miniapp', 'console'].map((name) => `${name}/package.json`),
]);

/** Fetches pnpm and installs what the lockfile names, unless that has been done for this very lockfile. */
export async function installDependencies({ frozen }) {
  const fingerprint = () => fingerprintOf(INPUTS, [process.versions.node.split('.')[0], PNPM]);
  const present = ['.', 'shared', 'server', 'miniapp', 'console'].every((name) =>
    existsSync(inRepo(name, 'node_modules')),
  );
  if (present && isFresh('dependencies', fingerprint())) return;
  const [npx, ...first] = npxCommand();
  const args = [...first, '-y', PNPM, 'install', '--prod=false', '--reporter=append-only'];
  if (frozen) args.push('--frozen-lockfile');
  // CI=true keeps pnpm from asking questions nobody is there to answer.
  const env = { ...process.env, CI: 'true', NODE_ENV: 'development' };
  await step(`安装依赖（${PNPM}）`, () => run('安装依赖', npx, args, { log: 'install', env }));
  markFresh('dependencies', fingerprint());
}

/** Under `npm start` the npx that belongs to that npm is beside it; otherwise the one on PATH. */
function npxCommand() {
  const npm = process.env.npm_execpath ?? '';
  const beside = join(dirname(npm), 'npx-cli.js');
  return npm.endsWith('npm-cli.js') && existsSync(beside) ? [process.execPath, beside] : ['npx'];
}
