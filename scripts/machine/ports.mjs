import { createServer } from 'node:net';
import { PlainProblem } from './say.mjs';

/** A port nobody uses at this moment. */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Refuses, in one line, a port that cannot be listened on. */
export function assertPortFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const reasons = {
        EADDRINUSE: `端口 ${port} 已被别的程序占用，请换一个：npm start -- --port ${port + 1}`,
        EACCES: `没有权限使用端口 ${port}，请换一个大于 1024 的：npm start -- --port 3000`,
        EADDRNOTAVAIL: `这台机器没有 ${host} 这个地址，请检查 HOST。`,
      };
      reject(new PlainProblem(reasons[error.code] ?? `端口 ${port} 不能用：${error.message}`));
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** Reads `--port 4000`, `--port=4000`, the same without npm's `--`, or PORT. */
export function wantedPort(argv, env, otherwise) {
  const at = argv.findIndex((word) => word === '--port' || word.startsWith('--port='));
  const fromArguments =
    at < 0 ? undefined : argv[at].includes('=') ? argv[at].split('=')[1] : (argv[at + 1] ?? '');
  // Without the `--` npm keeps the option and passes on only the number.
  const fromNpm = env.npm_config_port === 'true' ? argv[0] : env.npm_config_port;
  const text = fromArguments ?? fromNpm ?? env.PORT ?? '';
  if (text === '' && fromArguments === undefined) return otherwise;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new PlainProblem(`端口应是 1 到 65535 之间的整数，收到的是「${text}」。`);
  }
  return port;
}
