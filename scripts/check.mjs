import { runCommand } from './machine/processes.mjs';
import { line } from './machine/say.mjs';
import { prepare } from './serving/prepare.mjs';
import { runChecks } from './testing/checks.mjs';

/** `npm run check`: types, format, structure, dead code, contract. No database, no browser. */
await runCommand(async () => {
  await prepare({ products: ['shared', 'server'] });
  let failed = 0;
  await runChecks((name, why) => {
    if (why === undefined) return;
    failed += 1;
    line(`✗ ${name}\n${why.replace(/^/gm, '    ')}`);
  });
  line(failed === 0 ? '都好。' : `${failed} 项没有通过。`);
  return failed === 0 ? 0 : 1;
});
