import { liveThrough } from '../test/support/many-incidents.js';
import { moveIn, type Neighbourhood } from '../test/support/neighbourhood.js';
import { startWatchedServer, type WatchedProcess } from '../test/support/watched-server.js';
import { type Figure, figure, quantile } from './figures.js';
import { sendMany } from './load.js';
import { tokenOf } from './versus-floor.js';

const PROMISED = 1.5;

export interface Sizes {
  /** Incidents behind the one town and the other. */
  much: number;
  little: number;
  warmUp: number;
  /** Each round is little, much, much, little. */
  rounds: number;
  perBlock: number;
}

export const FULL: Sizes = { much: 1_000_000, little: 10_000, warmUp: 60, rounds: 6, perBlock: 30 };

interface Town {
  home: Neighbourhood;
  server: WatchedProcess;
  tokens: Record<'communityWorker' | 'worker' | 'reporter', string>;
}

interface Asked {
  what: string;
  who: keyof Town['tokens'];
  path: (communityId: string) => string;
}

/** Everything that screens ask again and again: the queue by what is due, with its counts. */
const DUE: Asked[] = [
  ...['open', 'due_soon', 'overdue', 'to_approve', 'awaiting_confirm', 'to_check_back'].map(
    (tab): Asked => ({
      what: tab,
      who: 'communityWorker',
      path: () => `/api/incidents?tab=${tab}&pageSize=20`,
    }),
  ),
  { what: 'workbench', who: 'worker', path: () => '/api/incidents/workbench' },
  { what: 'overview', who: 'reporter', path: (id) => `/api/communities/${id}/overview` },
];
/** The lists by time. */
const LISTS: Asked[] = [
  { what: 'all', who: 'communityWorker', path: () => '/api/incidents?tab=all&pageSize=20' },
  { what: 'all, page 50', who: 'communityWorker', path: () => '/api/incidents?tab=all&pageSize=20&page=50' },
  { what: 'public', who: 'reporter', path: (id) => `/api/incidents/public?communityId=${id}` },
  { what: 'mine', who: 'reporter', path: () => '/api/incidents/mine' },
];
const BENCHES: Record<string, Asked[]> = { 'incident.list.1m': LISTS, 'queue.due.1m': DUE };

/** How long answers take with years behind a town, against days behind the same town. */
export async function atScale(names: readonly string[], sizes: Sizes): Promise<Figure[]> {
  const towns: Town[] = [];
  try {
    for (const count of [sizes.little, sizes.much]) towns.push(await settle(count));
    const [little, much] = towns as [Town, Town];
    return await atScaleIn({ little, much }, names, sizes);
  } finally {
    for (const town of towns) await leave(town);
  }
}

/** The same in towns that stand already. */
export async function atScaleIn(
  towns: Record<'little' | 'much', Town>,
  names: readonly string[],
  sizes: Omit<Sizes, 'much' | 'little'>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of names) figures.push(await compare(name, BENCHES[name] ?? [], towns, sizes));
  return figures;
}

export async function leave({ server, home }: Town): Promise<void> {
  await server.stop();
  await home.close();
}

export async function settle(count: number): Promise<Town> {
  const home = await moveIn();
  const [reporter] = await home.database.query<{ id: string }>(
    "select id from person where demo_key = 'reporter'",
  );
  await liveThrough(home.database, { count, near: home.town.near, reporterId: reporter?.id ?? '' });
  const server = await startWatchedServer(home.database.url, { LINLI_DISPATCH_MS: '0' });
  const [communityWorker, worker, resident] = await Promise.all(
    ['communityWorker', 'worker', 'reporter'].map((key) => tokenOf(server, key)),
  );
  return {
    home,
    server,
    tokens: { communityWorker: communityWorker ?? '', worker: worker ?? '', reporter: resident ?? '' },
  };
}

/** The worst of them counts: a list that is slow for one tab is slow. */
async function compare(
  name: string,
  asked: Asked[],
  towns: Record<'little' | 'much', Town>,
  { warmUp, rounds, perBlock }: Omit<Sizes, 'much' | 'little'>,
): Promise<Figure> {
  const compared: { what: string; much: number; little: number }[] = [];
  for (const one of asked) {
    const times = { little: [] as number[], much: [] as number[] };
    const ask = ({ server, tokens, home }: Town, count: number) =>
      sendMany(
        server.url,
        { method: 'GET', path: one.path(home.town.near.id), token: tokens[one.who] },
        { count, atOnce: 1, status: 200 },
      );
    for (const town of [towns.little, towns.much]) await ask(town, warmUp);
    for (let round = 0; round < rounds; round++)
      for (const size of ['little', 'much', 'much', 'little'] as const)
        times[size].push(...(await ask(towns[size], perBlock)));
    compared.push({
      what: one.what,
      much: quantile(times.much, 0.95),
      little: quantile(times.little, 0.95),
    });
  }
  const worst = compared.reduce((one, other) =>
    other.much / other.little > one.much / one.little ? other : one,
  );
  return figure({
    name,
    value: worst.much,
    unit: 'ms p95',
    better: 'lower',
    floor: worst.little,
    limit: PROMISED,
    note: compared
      .map(({ what, much: slow, little: fast }) => `${what} ${slow.toFixed(1)}/${fast.toFixed(1)}`)
      .join(', '),
  });
}
