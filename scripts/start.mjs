import { takeLock } from './machine/locks.mjs';
import { mariadbPrograms } from './machine/mariadb.mjs';
import { assertPortFree, wantedPort } from './machine/ports.mjs';
import { askedToStopIsSuccess, ownProcessesAs, runCommand, stopLeftovers } from './machine/processes.mjs';
import { PlainProblem } from './machine/say.mjs';
import { serve, startBehindTheServer } from './serving/application.mjs';
import { prepare } from './serving/prepare.mjs';
import { addressOf } from './serving/settings.mjs';
import { welcome } from './serving/welcome.mjs';

/** `npm start`: from a bare clone to a served demo, and back to nothing on Ctrl-C. */
await runCommand(async () => {
  const port = wantedPort(process.argv.slice(2), process.env, 3000);
  const host = process.env.HOST || '127.0.0.1';
  const other = takeLock('demo', { doing: 'npm start', address: addressOf(host, port) });
  if (other) {
    throw new PlainProblem(
      `${other.doing ?? '另一个命令'} 已经在运行（进程 ${other.pid}，${other.address ?? ''}），先停掉它再来。`,
    );
  }
  ownProcessesAs('demo');
  await stopLeftovers('demo');
  await assertPortFree(port, host);
  // First what a person may have to do by hand: nobody should hear of it after minutes of building.
  if (!process.env.DATABASE_URL) await mariadbPrograms();
  await prepare({ products: ['shared', 'server', 'h5', 'console'] });
  const { env, demo } = await startBehindTheServer({ port, host });
  await assertPortFree(port, host);
  const { server, address } = await serve({ env, port, host });
  await welcome({ address, demo });
  askedToStopIsSuccess();
  const { code } = await server.ended;
  throw new PlainProblem(`服务自己停了（${code}）。日志：${server.logFile}`);
});
