import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IncidentDifficulty } from '@linli/shared';
import sharp from 'sharp';
import { type Answer, ask } from './api.js';
import type { Beginning } from './kept-databases.js';
import { newId } from './new-id.js';
import { startServer } from './server-process.js';
import { createTestDatabase, migrate, type TestDatabase } from './test-database.js';
import { buildTown, openTown, type Town, type TownSeeds } from './town.js';
import { type Undo, undoing } from './undoing.js';

/** Everybody whom an incident in the first grid of the near community, or a task of it, may meet. */
export const CAST = [
  'reporter',
  'neighbour',
  'worker',
  'otherWorker',
  'communityWorker',
  'secretary',
  'officer',
  'farCommunityWorker',
  'coHelper',
  'cityOfficer',
  'fireOfficer',
] as const;
export type CastMember = (typeof CAST)[number];

const INCIDENT_MOMENTS = [
  'reported_at',
  'next_due_at',
  'next_warn_at',
  'published_at',
  'resolved_at',
  'closed_at',
  'plan_due_at',
  'hold_requested_at',
  'checked_back_at',
];
const CLOCK_MOMENTS = [
  'started_at',
  'due_at',
  'stopped_at',
  'paused_at',
  'undecided_since',
  'warn_at',
  'next_sweep_at',
];

export interface Neighbourhood {
  base: string;
  database: TestDatabase;
  town: Town;
  /** One request as a member of the cast, or as nobody. */
  as(who: CastMember | null, method: string, path: string, body?: unknown): Promise<Answer>;
  /** A report of the reporter's at the near building. */
  reportBody(change?: Record<string, unknown>): Record<string, unknown> & { id: string };
  /** Sends a report and gives back its id. */
  report(change?: Record<string, unknown>, who?: CastMember): Promise<string>;
  act(who: CastMember, incidentId: string, action: string, body?: Record<string, unknown>): Promise<Answer>;
  /** Takes a fresh incident as far as this action. */
  reach(
    action: 'accept' | 'judge' | 'dispatch' | 'resolve',
    difficulty?: IncidentDifficulty,
  ): Promise<string>;
  upload(who: CastMember, picture: Uint8Array, id?: string, name?: string): Promise<Answer>;
  /** Lets an incident have been reported this much earlier, with all that happened to it. */
  age(incidentId: string, minutes: number): Promise<void>;
  close(): Promise<void>;
}

/** The town with its cast in it: what most specs begin with. */
const CAST_IN_TOWN: Beginning = {
  name: 'cast_in_town',
  async make(databaseUrl, files) {
    await migrate(databaseUrl);
    const town = await buildTown(databaseUrl);
    try {
      await addCast(town);
    } finally {
      await town.close();
    }
    const { near, far, organisations } = town;
    const seeds: TownSeeds = { near, far, organisations };
    await writeFile(join(files, SEEDS_FILE), JSON.stringify(seeds));
  },
};
const SEEDS_FILE = 'town.json';
const readSeeds = async (files: string): Promise<TownSeeds> =>
  JSON.parse(await readFile(join(files, SEEDS_FILE), 'utf8'));

async function addCast(town: Town): Promise<void> {
  const { near, far } = town;
  const inNear = { subdistrictId: near.subdistrictId, communityId: near.id };
  const gridOf = (index: 0 | 1) => ({
    ...inNear,
    areaId: near.grids[index].id,
    gridId: near.grids[index].id,
  });
  const wholeNear = { ...inNear, areaId: near.id };
  await town.addPerson('reporter');
  await town.addPerson('neighbour');
  await town.addPerson('worker', [{ role: 'grid_worker', ...gridOf(0) }]);
  await town.addPerson('otherWorker', [{ role: 'grid_worker', ...gridOf(1) }]);
  await town.addPerson('communityWorker', [{ role: 'community_worker', ...wholeNear }]);
  await town.addPerson('secretary', [{ role: 'community_secretary', ...wholeNear }]);
  await town.addPerson('officer', [
    { role: 'subdistrict_officer', areaId: near.subdistrictId, subdistrictId: near.subdistrictId },
  ]);
  await town.addPerson('farCommunityWorker', [
    { role: 'community_worker', areaId: far.id, subdistrictId: far.subdistrictId, communityId: far.id },
  ]);

  const { property, cityManagement, fire } = town.organisations;
  await town.addPerson('coHelper', [{ role: 'co_helper', organisationId: property }]);
  await town.addPerson('cityOfficer', [{ role: 'department_officer', organisationId: cityManagement }]);
  await town.addPerson('fireOfficer', [{ role: 'department_officer', organisationId: fire }]);
}

/** A town, its people signed in, and a running server; `extra` are further settings of the server's. */
export function moveIn(extra: NodeJS.ProcessEnv = {}): Promise<Neighbourhood> {
  return undoing((undo, close) => settle(undo, close, extra));
}

async function settle(
  undo: Undo,
  close: () => Promise<void>,
  extra: NodeJS.ProcessEnv,
): Promise<Neighbourhood> {
  const database = await createTestDatabase(CAST_IN_TOWN);
  undo.push(() => database.drop());
  const town = openTown(database.url, await readSeeds(database.keptFiles));
  undo.push(() => town.close());
  const { near } = town;

  const server = await startServer(database.url, extra);
  undo.push(() => server.stop());
  const base = server.url;
  const tokens = new Map<CastMember, string>();
  for (const key of CAST) {
    const session = await ask(base, 'POST', '/api/auth/demo', { body: { key } });
    assert.ok(session.body.accessToken, JSON.stringify(session.body));
    tokens.set(key, session.body.accessToken);
  }

  const as: Neighbourhood['as'] = (who, method, path, body) =>
    ask(base, method, path, { token: who === null ? undefined : tokens.get(who), body });
  const reportBody: Neighbourhood['reportBody'] = (change = {}) => ({
    id: newId(),
    categoryCode: 'lighting',
    description: '楼道的灯不亮了',
    buildingId: near.buildingId,
    photoIds: [],
    ...change,
  });
  const report: Neighbourhood['report'] = async (change, who = 'reporter') => {
    const answer = await as(who, 'POST', '/api/incidents', reportBody(change));
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id;
  };
  const act: Neighbourhood['act'] = (who, incidentId, action, body = {}) =>
    as(who, 'POST', `/api/incidents/${incidentId}/${action}`, { actionId: newId(), ...body });

  return {
    base,
    database,
    town,
    as,
    reportBody,
    report,
    act,
    async reach(last, difficulty = 'simple') {
      const id = await report();
      const steps = [
        ['accept', {}],
        ['judge', { difficulty }],
        ['dispatch', { route: 'self' }],
        ['resolve', { note: '换了灯泡', photoIds: [] }],
      ] as const;
      for (const [action, body] of steps) {
        const answer = await act('worker', id, action, body);
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
        if (action === last) break;
      }
      return id;
    },
    upload(who, picture, id = newId(), name = 'photo.jpg') {
      const form = new FormData();
      form.set('id', id);
      form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), name);
      return as(who, 'POST', '/api/photos', form);
    },
    async age(id, minutes) {
      const back = (column: string) => `${column} = ${column} - interval ${minutes} minute`;
      const moments = INCIDENT_MOMENTS.map(back).join(', ');
      await database.query(`update incident set ${moments} where id = ?`, [id]);
      await database.query(`update incident_action set ${back('at')} where incident_id = ?`, [id]);
      const plans = await database.query<{ id: string; data: string }>(
        "select id, data from incident_action where incident_id = ? and action = 'plan'",
        [id],
      );
      for (const plan of plans) {
        const { dueAt, ...data } = JSON.parse(plan.data);
        const earlier = new Date(Date.parse(dueAt) - minutes * 60_000).toISOString();
        const changed = JSON.stringify({ ...data, dueAt: earlier });
        await database.query('update incident_action set data = ? where id = ?', [changed, plan.id]);
      }
      await database.query(`update clock set ${CLOCK_MOMENTS.map(back).join(', ')} where subject_id = ?`, [
        id,
      ]);
    },
    close,
  };
}

/** A small plain picture. */
export function picture(colour = 'red', width = 320, height = 240): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}
