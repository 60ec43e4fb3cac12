import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { FirstAdmin } from './modules/identity/index.js';
import { Settings, SettingsError } from './platform/config/settings.js';

/**
 * Opens the first account of an empty place: `first-admin [<account> <name>]`, asked for where they are not given. Prints
 * a password for one sign-in. Ends with 1 where somebody appoints already. `first-admin --restore <account>` lets somebody
 * who appoints in again.
 */
const BY_ITSELF_NOTHING = { LINLI_DISPATCH_MS: '0', LINLI_SWEEP_MS: '0' };

try {
  const given = process.argv.slice(2);
  const restoring = given[0] === '--restore';
  const [account, name] = await said(restoring ? [given[1] ?? '', ''] : given);
  const settings = new Settings({ ...process.env, ...BY_ITSELF_NOTHING });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const admins = app.get(FirstAdmin);
    const opened = await (restoring ? admins.restore(account) : admins.open(account, name));
    if (opened === null) {
      process.stderr.write(
        restoring
          ? `没有叫「${account}」的人事管理员账号。\n`
          : '已经有人事管理员了：请他在工作台的「区域与人员 → 账号」里开账号。\n',
      );
      process.exitCode = 1;
    } else {
      process.stdout.write(
        `${restoring ? '人事管理员' : `人事管理员 ${name} `}的账号：${opened.account}\n一次性密码：${opened.oneTimePassword}\n` +
          '登录后要换成自己的密码，并开通两步登录。密码只显示这一次。\n',
      );
    }
  } finally {
    await app.close();
  }
} catch (error) {
  const plain = error instanceof SettingsError || !(error instanceof Error);
  process.stderr.write(`${plain ? String(error) : error.message}\n`);
  process.exitCode = 1;
}

async function said(given: string[]): Promise<[string, string]> {
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const account = given[0] ?? (await questions.question('账号名（字母开头，3 到 32 个字）：'));
    const name = given[1] ?? (await questions.question('姓名：'));
    return [account.trim().toLowerCase(), name.trim() || '人事管理员'];
  } finally {
    questions.close();
  }
}
