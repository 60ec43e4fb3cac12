import { makeOpenApi, makeTypes, OPENAPI, TYPES } from './building/contract.mjs';
import { inRepo } from './machine/places.mjs';
import { runCommand } from './machine/processes.mjs';
import { line, step } from './machine/say.mjs';
import { prepare } from './serving/prepare.mjs';

/** `npm run contract`: writes docs/openapi.json and the types made from it, to be committed with the change that moved them. */
await runCommand(async () => {
  await prepare({ products: ['shared', 'server'] });
  await step('写出契约', async () => {
    await makeOpenApi(inRepo(OPENAPI));
    await makeTypes(inRepo(OPENAPI), inRepo(TYPES));
  });
  line(`已写出 ${OPENAPI} 和 ${TYPES}。`);
});
