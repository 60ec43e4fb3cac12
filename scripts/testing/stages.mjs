/**
 * The stages of `npm test`, in order. `files` are patterns over the repository; `needs` is what must stand before;
 * `concurrency` is how many test files run at once on the two cores this is measured for (a walk waits for its screens a
 * third of the time), and `longest` which of them begin first, because they take longest.
 */
export const STAGES = [
  { name: 'check', title: '类型、格式、结构、契约', builds: ['shared', 'server'] },
  {
    name: 'unit',
    title: '单元测试',
    files: [/^(shared|server|miniapp|console)\/src\/.*\.spec\.tsx?$/],
    builds: ['shared'],
    concurrency: 2,
  },
  {
    name: 'scripts',
    title: '命令测试',
    files: [/^scripts\/(?!budgets\.).*\.spec\.mjs$/],
    builds: ['shared', 'server', 'h5', 'console'],
    concurrency: 1,
  },
  {
    name: 'api',
    title: '接口测试',
    files: [/^server\/(src|test)\/.*\.e2e-spec\.ts$/],
    builds: ['shared', 'server'],
    database: true,
    concurrency: 2,
    longest: [
      'authorisation-matrix.e2e-spec.ts',
      'demo.e2e-spec.ts',
      'delivery.e2e-spec.ts',
      'effects.e2e-spec.ts',
      'hotline-import.e2e-spec.ts',
      'home.e2e-spec.ts',
      'faults.e2e-spec.ts',
    ],
  },
  {
    name: 'walks',
    title: '浏览器走查',
    files: [/^walks\/(?!walkthroughs\.spec\.ts$).*\.spec\.ts$/],
    builds: ['shared', 'server', 'h5', 'console'],
    database: true,
    chromium: true,
    concurrency: 3,
    longest: [
      'every-screen.spec.ts',
      '/every-way.spec.ts',
      'console-every-way.spec.ts',
      'before-sending.spec.ts',
      'being-told.spec.ts',
      'one-report-all-the-way.spec.ts',
      'when-things-go-wrong.spec.ts',
      'notices.spec.ts',
      'hotline.spec.ts',
    ],
  },
  {
    name: 'stage',
    title: '微信小程序走查',
    files: [/^miniapp\/stage\/.*\.spec\.ts$/],
    builds: ['shared', 'server', 'weapp'],
    database: true,
    chromium: true,
    concurrency: 3,
    longest: ['one-report-all-the-way.spec.ts', 'work-given-to-others.spec.ts', 'being-told.spec.ts'],
  },
  {
    name: 'budgets',
    title: '体积预算',
    files: [/^scripts\/budgets\.spec\.mjs$/],
    builds: ['shared', 'h5', 'weapp'],
    chromium: true,
    concurrency: 1,
  },
  {
    // Last, because it reads what the others ran.
    name: 'walkthroughs',
    title: '走查清单',
    files: [/^walks\/walkthroughs\.spec\.ts$/],
    builds: [],
    concurrency: 1,
    afterTheOthers: true,
  },
];

/** Reads `npm test -- unit api`, `npm test -- api -- pattern`. */
export function chosenStages(argv) {
  const divider = argv.indexOf('--');
  const names = divider < 0 ? argv : argv.slice(0, divider);
  const pattern = divider < 0 ? null : argv.slice(divider + 1).join(' ') || null;
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  const chosen = names.length === 0 ? STAGES : STAGES.filter((stage) => names.includes(stage.name));
  return { chosen, pattern, unknown, everything: names.length === 0 && pattern === null };
}
