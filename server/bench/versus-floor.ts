import assert from 'node:assert/strict';
import { hkdfSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moveIn, type Neighbourhood, picture } from '../test/support/neighbourhood.js';
import { newId } from '../test/support/new-id.js';
import { serverEnvironment } from '../test/support/settings.js';
import { startWatched, startWatchedServer, type WatchedProcess } from '../test/support/watched-server.js';
import { type Figure, figure, median, spread } from './figures.js';
import { type Request, send, sendMany } from './load.js';
import { planFrom } from './plan.js';

/** As many as the server's own pool has. */
const POOL_SIZE = 20;
const AT_ONCE = 8;
const PROMISED = 1.5;

interface Effort {
  /** Requests before anything counts, so that both sides run compiled code. */
  warmUp: number;
  /** Each round is floor, server, server, floor. */
  rounds: number;
  perBlock: number;
}

export const FULL: Effort = { warmUp: 4000, rounds: 8, perBlock: 300 };

interface Case {
  name: string;
  request: Request;
  status: number;
  /** Whether each request brings an id of its own. */
  ownId: boolean;
  promised: number | null;
}

/** Processor time of one request of the real server against the same statements without anything around them. */
export async function versusFloor(names: readonly string[], effort: Effort): Promise<Figure[]> {
  const home = await moveIn();
  // What follows from a report is done by whichever process is free; here only the request itself is measured.
  const server = await startWatchedServer(home.database.url, { LINLI_DISPATCH_MS: '0' });
  try {
    return await versusFloorIn({ home, server }, names, effort);
  } finally {
    await server.stop();
    await home.close();
  }
}

/** The same in a town that stands already. */
export async function versusFloorIn(
  { home, server }: { home: Neighbourhood; server: WatchedProcess },
  names: readonly string[],
  effort: Effort,
): Promise<Figure[]> {
  const cases = await prepareCases(home, server);
  const figures: Figure[] = [];
  for (const each of cases.filter(({ name }) => names.includes(name)))
    figures.push(await measure(home.database.url, server, each, effort));
  return figures;
}

/** A case with pictures and a few steps behind it, a full page of open work, a plain report. */
async function prepareCases(home: Neighbourhood, server: WatchedProcess): Promise<Case[]> {
  const photoIds = [newId(), newId()];
  for (const id of photoIds) await home.upload('reporter', await picture('blue'), id);
  const id = await home.report({ photoIds });
  await home.act('worker', id, 'accept');
  await home.act('worker', id, 'judge', { difficulty: 'simple' });
  await home.act('worker', id, 'dispatch', { route: 'self' });
  for (let i = 0; i < 60; i++) await home.report();
  await appointOfManyPlaces(home);
  const [staff, resident, ofMany] = await Promise.all(
    ['communityWorker', 'reporter', 'ofManyPlaces'].map((key) => tokenOf(server, key)),
  );
  return [
    {
      name: 'incident.get',
      request: { method: 'GET', path: `/api/incidents/${id}`, token: staff },
      status: 200,
      ownId: false,
      promised: PROMISED,
    },
    {
      name: 'incident.list',
      request: { method: 'GET', path: '/api/incidents?tab=open&pageSize=20', token: staff },
      status: 200,
      ownId: false,
      promised: PROMISED,
    },
    {
      name: 'incident.report',
      request: { method: 'POST', path: '/api/incidents', token: resident, body: () => home.reportBody() },
      status: 201,
      ownId: true,
      promised: PROMISED,
    },
    {
      // They may look at a queue and reach none: what is left is finding out who asks, and where they may.
      name: 'auth.scope',
      request: { method: 'GET', path: '/api/incidents', token: ofMany },
      status: 200,
      ownId: false,
      promised: null,
    },
  ];
}

/** Somebody of many appointments: of grids, and of a subdistrict that has no community yet. */
async function appointOfManyPlaces({ town }: Neighbourhood): Promise<void> {
  const { near, far } = town;
  const grids = [near, far].flatMap(({ id, subdistrictId, grids }) =>
    grids.map((grid) => ({ areaId: grid.id, gridId: grid.id, communityId: id, subdistrictId })),
  );
  const empty = newId();
  await town.addPerson('ofManyPlaces', [
    ...grids.map((grid) => ({ role: 'grid_worker' as const, ...grid })),
    { role: 'subdistrict_officer', areaId: empty, subdistrictId: empty },
  ]);
}

export async function tokenOf(server: Pick<WatchedProcess, 'url'>, key: string): Promise<string> {
  const answer = await send(server.url, { method: 'POST', path: '/api/auth/demo', body: () => ({ key }) });
  const { accessToken } = JSON.parse(answer.text) as { accessToken?: string };
  assert.ok(accessToken, answer.text);
  return accessToken;
}

async function measure(
  databaseUrl: string,
  server: WatchedProcess,
  one: Case,
  effort: Effort,
): Promise<Figure> {
  const { name, request, status, promised } = one;
  const { floor, statements } = await startFloor(databaseUrl, server, one);
  try {
    const many = (base: string, count: number) => sendMany(base, request, { count, atOnce: AT_ONCE, status });
    await many(floor.url, effort.warmUp);
    await many(server.url, effort.warmUp);
    const costs = { floor: [] as number[], server: [] as number[] };
    const sides = { floor, server };
    for (let round = 0; round < effort.rounds; round++) {
      for (const side of ['floor', 'server', 'server', 'floor'] as const) {
        const before = await sides[side].spent();
        await many(sides[side].url, effort.perBlock);
        costs[side].push(((await sides[side].spent()) - before) / effort.perBlock);
      }
    }
    return figure({
      name,
      value: median(costs.server),
      unit: 'µs CPU',
      better: 'lower',
      floor: median(costs.floor),
      limit: promised,
      note: `${statements} statements; quarters ${spread(costs.server)} against ${spread(costs.floor)}`,
    });
  } finally {
    await floor.stop();
  }
}

/** The floor is told what the server just did: its statements, its answer. */
async function startFloor(databaseUrl: string, server: WatchedProcess, { request, status, ownId }: Case) {
  const ids: (string | null)[] = [];
  const withOwnId: Request = {
    ...request,
    body:
      request.body &&
      (() => {
        const body = request.body?.() as { id?: string };
        ids.push(ownId ? (body.id ?? null) : null);
        return body;
      }),
  };
  // Once before, so that what is read only the first time is not taken for part of every request.
  await send(server.url, withOwnId);
  const answers: string[] = [];
  const [one, other] = await server.record(async () => {
    for (let i = 0; i < 2; i++) answers.push((await send(server.url, withOwnId)).text);
  });
  if (one === undefined || other === undefined) throw new Error('nothing was recorded');
  const plan = planFrom([one, other], { status, answer: JSON.parse(answers[0] ?? '') }, ids[1] ?? null);
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  const file = join(folder, 'floor.json');
  const environment = serverEnvironment(databaseUrl);
  const key = Buffer.from(
    hkdfSync('sha256', environment.LINLI_TOKEN_SECRET ?? '', '', 'linli access token', 32),
  ).toString('base64');
  writeFileSync(file, JSON.stringify({ database: databaseUrl, poolSize: POOL_SIZE, key, plan }));
  try {
    const floor = await startWatched(fileURLToPath(new URL('./floor.mjs', import.meta.url)), [file], {
      PATH: process.env.PATH,
    });
    return { floor, statements: one.statements.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
