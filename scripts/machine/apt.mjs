import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './processes.mjs';
import { step } from './say.mjs';

/** Debian and Ubuntu packages, installed only where we may: as root, or by sudo that asks no password. */

let updated = false;

const isRoot = () => process.getuid?.() === 0;
const quietly = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

export const isDebian = () => existsSync('/etc/debian_version') && quietly('apt-get', ['--version']);
export const mayInstall = () => isDebian() && (isRoot() || quietly('sudo', ['-n', 'true']));
export const knowsPackage = (name) =>
  spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;

export async function refreshPackageLists() {
  if (updated) return;
  await step('更新系统软件包列表（apt-get update）', () => aptGet('更新软件包列表', ['update']));
  updated = true;
}

export async function installPackages(why, packages) {
  await refreshPackageLists();
  await step(`安装${why}（apt-get install ${packages.join(' ')}）`, () =>
    aptGet(`安装${why}`, ['install', '-y', '--no-install-recommends', ...packages]),
  );
}

/**
 * apt minds being cut short while it unpacks. It is kept in our process group so that it hears a Ctrl-C itself,
 * and is told to stop by SIGINT, which it obeys at the next safe moment.
 */
function aptGet(title, args) {
  const words = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  const [command, ...rest] = isRoot() ? words : ['sudo', '-n', ...words];
  const patience = { ownGroup: false, stopSignal: 'SIGINT', graceMs: 300_000 };
  return run(title, command, rest, { log: 'apt', keepLog: true, ...patience });
}
