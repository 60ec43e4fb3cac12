/**
 * Loads the demo at its true size, but only a part of it: all grids, some of the houses, three weeks. A process of its own
 * without any loader, because Nest must be there only once.
 */
const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { fillDemo } = await built('demo/fill-demo.js');
const { fullCommunities } = await built('demo/full/full-map.js');
const { Settings } = await built('platform/config/settings.js');

/** What the small demo's stories happen at. */
const NEEDED = new Set(['安澜里', '清河湾', '槐荫苑']);
const ONE_OF = 12;

const communities = fullCommunities().map((community) => {
  const buildings = community.buildings.filter(({ estate }, at) => NEEDED.has(estate) || at % ONE_OF === 0);
  const kept = new Set(buildings.map(({ estate, name }) => `${estate} ${name}`));
  const places = community.places.filter(({ building }) => building === undefined || kept.has(building));
  return { ...community, buildings, places };
});
await fillDemo(new Settings(process.env), (text) => process.stdout.write(`demo: ${text}\n`), {
  communities,
  days: 21,
});
