import { rmSync } from 'node:fs';
import { takeLock } from './machine/locks.mjs';
import { inData } from './machine/places.mjs';
import { ownProcessesAs, runCommand, stopLeftovers } from './machine/processes.mjs';
import { line, PlainProblem } from './machine/say.mjs';

/** `npm run demo:reset`: throws the demo's data away; the next `npm start` makes it anew. */
await runCommand(async () => {
  if (process.env.DATABASE_URL) {
    throw new PlainProblem('设了 DATABASE_URL：这里只清演示用的私有数据库，别的数据库不动。');
  }
  const other = takeLock('demo', { doing: 'npm run demo:reset' });
  if (other)
    throw new PlainProblem(`${other.doing ?? '另一个命令'} 正在运行（进程 ${other.pid}），先停掉它再清。`);
  ownProcessesAs('demo');
  await stopLeftovers('demo');
  for (const name of ['database', 'database.new', 'storage'])
    rmSync(inData(name), { recursive: true, force: true });
  line('演示数据已清空，下次 npm start 会重新生成。');
});
