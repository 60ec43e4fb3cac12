import { buildStale } from '../building/build.mjs';
import { installDependencies } from '../building/dependencies.mjs';
import { alone } from '../machine/locks.mjs';
import { assertMachineSuits } from '../machine/node-version.mjs';

/** From a bare clone to built products. Commands of one clone take turns here. */
export function prepare({ products, frozen = process.env.CI !== undefined }) {
  assertMachineSuits();
  return alone('prepare', async () => {
    await installDependencies({ frozen });
    await buildStale(products);
  });
}
