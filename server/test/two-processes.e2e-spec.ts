import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { type RunningProcess, startServer } from './support/server-process.js';

const WORKBENCH = '/api/incidents/workbench';
const BITES_WITHIN_MS = 1_000;

let here: Neighbourhood;
let other: RunningProcess;

before(async () => {
  here = await moveIn();
  other = await startServer(here.database.url);
});
after(async () => {
  await other?.stop();
  await here?.close();
});

/** Somebody new at the near community's first grid, signed in through the first process. */
async function arrive(key: string) {
  const { near } = here.town;
  const grid = {
    ...{ areaId: near.grids[0].id, gridId: near.grids[0].id },
    ...{ communityId: near.id, subdistrictId: near.subdistrictId },
  };
  const person = await here.town.addPerson(key, [{ role: 'grid_worker', ...grid }]);
  const { body } = await ask(here.base, 'POST', '/api/auth/demo', { body: { key } });
  return { ...person, token: body.accessToken as string };
}

/** What the second process says to a token that the first one made. */
const elsewhere = async (token: string) => (await ask(other.url, 'GET', WORKBENCH, { token })).status;

/** Whether the second process knows it within a second of the first one's having answered. */
async function bites(token: string, took: () => Promise<Answer>, refusal: number) {
  assert.equal(await elsewhere(token), 200);
  const { status, body } = await took();
  assert.ok(status === 200 || status === 204, `${status} ${JSON.stringify(body)}`);
  const since = performance.now();
  assert.equal(await elsewhere(token), refusal);
  const ms = performance.now() - since;
  assert.ok(ms < BITES_WITHIN_MS, `${ms} ms`);
}

describe('what is taken away through one process', () => {
  it('is gone in another with the next request: an appointment, a session, a suspended person', async () => {
    const [anna, bert, cora] = [await arrive('anna'), await arrive('bert'), await arrive('cora')];
    const ended = `/api/appointments/${anna.appointmentIds[0]}/end`;
    await bites(anna.token, () => here.as('secretary', 'POST', ended, { actionId: newId() }), 403);
    // Still signed in, there as here; only the role is gone.
    assert.equal((await ask(other.url, 'GET', '/api/me', { token: anna.token })).status, 200);
    await bites(
      bert.token,
      () =>
        ask(here.base, 'POST', '/api/me/sessions/end-all', { token: bert.token, body: { keepThis: false } }),
      401,
    );
    await here.town.addPerson('admin', [{ role: 'personnel_admin' }]);
    const admin = (await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'admin' } })).body
      .accessToken;
    const suspend = { token: admin, body: { actionId: newId() } };
    await bites(cora.token, () => ask(here.base, 'POST', `/api/staff/${cora.id}/suspend`, suspend), 401);
  });
});
