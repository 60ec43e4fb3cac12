import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { type Answer, ask } from '../support/api.js';
import { moveIn, type Neighbourhood } from '../support/neighbourhood.js';
import { newId } from '../support/new-id.js';
import { type AppointmentSeed } from '../support/town.js';

const APPLIED = 'lighting';
export let here: Neighbourhood;
let count = 0;

export interface Someone {
  id: string;
  key: string;
  token: string;
}

before(async () => {
  here = await moveIn();
});
after(() => here?.close());

/** Somebody with a session, known in the near community by a report. */
export async function someone(appointments: AppointmentSeed[] = [], reports = true): Promise<Someone> {
  const key = `twice-${++count}`;
  const { id } = await here.town.addPerson(key, appointments);
  const { body } = await ask(here.base, 'POST', '/api/auth/demo', { body: { key } });
  const person = { id, key, token: body.accessToken };
  if (reports) await reportAs(person);
  return person;
}
async function reportAs({ token }: Someone): Promise<string> {
  const answer = await ask(here.base, 'POST', '/api/incidents', {
    token,
    body: here.reportBody({ categoryCode: APPLIED }),
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}
export const mergeBody = (into: Someone) => ({
  actionId: newId(),
  intoPersonId: into.id,
  reason: '本人说两个号都是他的',
});
export const merge = (from: Someone, into: Someone, body: object = mergeBody(into)): Promise<Answer> =>
  here.as('secretary', 'POST', `/api/people/${from.id}/merge`, body);
export const inNear = () => ({ subdistrictId: here.town.near.subdistrictId, communityId: here.town.near.id });
export const gridWorker = (index: 0 | 1): AppointmentSeed => ({
  ...{ role: 'grid_worker', areaId: here.town.near.grids[index].id, gridId: here.town.near.grids[index].id },
  ...inNear(),
});
export const rowsOf = async (table: string, column: string, { id }: Someone) => {
  const [row] = await here.database.query<{ n: number }>(
    `select count(*) as n from ${table} where ${column} = ?`,
    [id],
  );
  return Number(row?.n);
};
export async function claim({ token }: Someone, door: 0 | 1 | 2 | 3, relation: string): Promise<string> {
  const answer = await ask(here.base, 'POST', '/api/households/claims', {
    token,
    body: { id: newId(), homeId: here.town.near.homeIds[door], relation, livesHere: true, name: '王两遍' },
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}
