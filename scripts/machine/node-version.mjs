import { PlainProblem } from './say.mjs';

const LEAST = [20, 19];

export function assertMachineSuits() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
    throw new PlainProblem(`需要 Node.js ${LEAST.join('.')} 或更新的版本，现在是 ${process.versions.node}。`);
  }
  if (process.platform === 'win32') {
    throw new PlainProblem('这些命令在 Linux 和 macOS 上运行；在 Windows 上请用 WSL。');
  }
}
