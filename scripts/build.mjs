import { PRODUCTS } from './building/products.mjs';
import { runCommand } from './machine/processes.mjs';
import { line } from './machine/say.mjs';
import { prepare } from './serving/prepare.mjs';

/** `npm run build`: installs and builds whatever is stale, for those who serve it themselves. */
await runCommand(async () => {
  await prepare({ products: Object.keys(PRODUCTS) });
  for (const { title, makes } of Object.values(PRODUCTS)) line(`  ${makes}  ${title}`);
});
