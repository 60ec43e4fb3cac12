import { rebuildOnChange, watchProduct } from './building/build.mjs';
import { takeLock } from './machine/locks.mjs';
import { assertPortFree, wantedPort } from './machine/ports.mjs';
import { askedToStopIsSuccess, ownProcessesAs, runCommand, stopLeftovers } from './machine/processes.mjs';
import { line, PlainProblem } from './machine/say.mjs';
import { serve, startBehindTheServer } from './serving/application.mjs';
import { prepare } from './serving/prepare.mjs';
import { addressOf } from './serving/settings.mjs';
import { welcome } from './serving/welcome.mjs';

/** `npm run dev`: the same demo at the same addresses, rebuilt and restarted as sources change. */
await runCommand(async () => {
  const port = wantedPort(process.argv.slice(2), process.env, 3000);
  const host = process.env.HOST || '127.0.0.1';
  const other = takeLock('demo', { doing: 'npm run dev', address: addressOf(host, port) });
  if (other)
    throw new PlainProblem(`${other.doing ?? '另一个命令'} 已经在运行（进程 ${other.pid}），先停掉它再来。`);
  ownProcessesAs('demo');
  await stopLeftovers('demo');
  await assertPortFree(port, host);
  await prepare({ products: ['shared', 'server', 'h5', 'console'] });
  const { env, demo } = await startBehindTheServer({ port, host });
  const watchers = ['shared', 'server', 'console'].map(watchProduct);
  rebuildOnChange('h5');
  const { server, address } = await serve({ env, port, host, nodeArguments: ['--watch'] });
  await welcome({ address, demo });
  line('改了源码会自动重建：.data/logs/watch-*.log。');
  askedToStopIsSuccess();
  const first = await Promise.race(
    [server, ...watchers].map(async (handle) => ({ handle, ...(await handle.ended) })),
  );
  throw new PlainProblem(`${first.handle.title}停了（${first.code}）。日志：${first.handle.logFile}`);
});
