import { spawnSync } from 'node:child_process';
import { installPackages, isDebian, knowsPackage, mayInstall, refreshPackageLists } from './apt.mjs';
import { findProgram } from './programs.mjs';
import { PlainProblem } from './say.mjs';

/**
 * The server's own package without the system service around it: nothing is started, no system database is made.
 * Older releases have no such package, and there the whole one is installed.
 */
const WITHOUT_SERVICE = ['mariadb-server-core', 'mariadb-client-core'];
const WHOLE = ['mariadb-server'];

/** Finds MariaDB's programs, or installs them where we may, or says what to install. */
export async function mariadbPrograms() {
  const found = findPrograms();
  if (found) return found;
  if (mayInstall()) {
    await refreshPackageLists();
    await installPackages('数据库 MariaDB', WITHOUT_SERVICE.every(knowsPackage) ? WITHOUT_SERVICE : WHOLE);
    const installed = findPrograms();
    if (installed) return installed;
  }
  const how = isDebian()
    ? 'sudo apt-get install mariadb-server'
    : process.platform === 'darwin'
      ? 'brew install mariadb'
      : '用系统的软件包管理器安装 mariadb-server';
  throw new PlainProblem(
    `没有找到 MariaDB（10.11 或更新），请先安装（${how}），或用 DATABASE_URL 指定已有的数据库。`,
  );
}

function findPrograms() {
  const server = findProgram('mariadbd', 'mysqld');
  const install = findProgram('mariadb-install-db', 'mysql_install_db');
  if (server === null || install === null) return null;
  const version = spawnSync(server, ['--no-defaults', '--version'], { encoding: 'utf8' }).stdout ?? '';
  return version.includes('MariaDB') ? { server, install } : null;
}
