/** The long proofs of `npm run prove`; `npm test` runs a small version of each. `usage` names what may follow the name. */
export const PROOFS = [
  {
    name: 'effects',
    title: '事情的后续一个不丢、一个不重，进程随时被杀也一样',
    usage: '[秒] [种子]',
    file: 'server/test/proofs/effects.ts',
    builds: ['shared', 'server'],
    database: true,
  },
  {
    name: 'demo',
    title: '真实大小的演示装得完、说得通，一半被杀再来也一样',
    file: 'server/test/proofs/demo.ts',
    builds: ['shared', 'server'],
    database: true,
  },
];
