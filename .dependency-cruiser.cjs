/** Which file may import which: docs/architecture.md says it in words, `npm run check` holds the code to it. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other in a circle cannot be understood or loaded one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      comment: 'Both sides stand on shared/; it stands on nothing of ours.',
      severity: 'error',
      from: { path: '^shared/src/' },
      to: { path: '^(server|miniapp|console|walks|scripts)/' },
    },
    {
      name: 'clients-know-only-the-contract',
      comment: 'The mini-program and the console meet the server over HTTP, through the types in shared/.',
      severity: 'error',
      from: { path: '^(miniapp|console)/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'clients-do-not-know-each-other',
      severity: 'error',
      from: { path: '^(miniapp|console)/src/' },
      to: { path: '^(miniapp|console)/', pathNot: '^$1/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^server/src/' },
      to: { path: '^(miniapp|console|walks|scripts)/' },
    },
    {
      name: 'platform-is-the-floor',
      comment: 'platform/ knows nothing of the domain: modules and effects stand on it.',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: '^server/src/(modules|effects|demo)/' },
    },
    {
      name: 'modules-do-not-know-effects',
      comment: 'Effects join modules from above; a module never reaches up.',
      severity: 'error',
      from: { path: '^server/src/modules/' },
      to: { path: '^server/src/(effects|demo)/' },
    },
    {
      name: 'modules-meet-at-their-index',
      comment: 'Another module is entered by its index.ts alone, so that its inside can change unseen.',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/', pathNot: '(\\.e2e-spec|\\.spec)\\.ts$' },
      to: {
        path: '^server/src/modules/',
        pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'modules-are-entered-by-their-index',
      comment:
        'Effects and the demo enter a module as other modules do. Migrations and entities are listed by the database setup.',
      severity: 'error',
      from: { path: '^server/src/(effects|demo)/', pathNot: '(\\.e2e-spec|\\.spec)\\.ts$' },
      to: { path: '^server/src/modules/', pathNot: '^server/src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'the-stand-in-for-wechat-is-a-stranger',
      comment: 'The server meets the stand-in over HTTP only, as it meets WeChat.',
      severity: 'error',
      from: { path: '^server/src/(platform|modules|effects)/' },
      to: { path: '^server/src/wechat-stand-in/' },
    },
    {
      name: 'nothing-imports-a-spec',
      severity: 'error',
      from: { pathNot: '\\.(spec|e2e-spec)\\.(ts|tsx|mjs)$' },
      to: { path: '\\.(spec|e2e-spec)\\.(ts|tsx|mjs)$' },
    },
    {
      name: 'everything-imported-exists',
      severity: 'error',
      from: { path: '^(shared|server|console|scripts)/' },
      to: { couldNotResolve: true, pathNot: '^@linli/shared' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    // Imports of types count too: they draw the same arrows between rooms.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.jsx', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types', 'node'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
