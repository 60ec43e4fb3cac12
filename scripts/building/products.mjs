/**
 * What is built, from what, by which command, and which file proves that it is there.
 * `watch` is the tool's own watching, where it writes files.
 * `settings` are variables that end up in what is built.
 * `after` names what must be built first; a product is stale when any of its inputs, or theirs, changed.
 */
const common = (name) => [
  `${name}/src`,
  `${name}/package.json`,
  `${name}/tsconfig.json`,
  'tsconfig.base.json',
];
const miniapp = [
  ...common('miniapp'),
  'miniapp/config',
  'miniapp/babel.config.js',
  'miniapp/project.config.json',
];
const everyone = ['pnpm-lock.yaml'];

export const PRODUCTS = {
  shared: {
    title: '共用词汇 shared',
    folder: 'shared',
    inputs: [...common('shared'), 'shared/tokens', ...everyone],
    command: ['tsc', '-p', 'tsconfig.json'],
    watch: ['tsc', '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'],
    makes: 'shared/dist',
    proof: 'shared/dist/index.js',
    after: [],
  },
  server: {
    title: '服务端 server',
    folder: 'server',
    inputs: [...common('server'), 'server/tsconfig.build.json', 'server/nest-cli.json', ...everyone],
    command: ['nest', 'build'],
    watch: ['nest', 'build', '--watch', '--preserveWatchOutput'],
    makes: 'server/dist',
    proof: 'server/dist/main.js',
    after: ['shared'],
  },
  h5: {
    title: '小程序网页版 H5',
    folder: 'miniapp',
    inputs: [...miniapp, ...everyone],
    settings: ['TARO_APP_API_BASE'],
    command: ['taro', 'build', '--type', 'h5'],
    makes: 'miniapp/dist/h5',
    proof: 'miniapp/dist/h5/index.html',
    after: ['shared'],
  },
  weapp: {
    title: '微信小程序 weapp',
    folder: 'miniapp',
    inputs: [...miniapp, ...everyone],
    settings: ['TARO_APP_API_BASE'],
    command: ['taro', 'build', '--type', 'weapp'],
    makes: 'miniapp/dist/weapp',
    proof: 'miniapp/dist/weapp/app.json',
    after: ['shared'],
  },
  console: {
    title: '管理后台 console',
    folder: 'console',
    inputs: [
      ...common('console'),
      'console/index.html',
      'console/vite.config.ts',
      'console/public',
      ...everyone,
    ],
    command: ['vite', 'build'],
    watch: ['vite', 'build', '--watch'],
    makes: 'console/dist',
    proof: 'console/dist/index.html',
    after: ['shared'],
  },
};
