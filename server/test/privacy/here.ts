import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { PRIVACY_NOTICE } from '@linli/shared';
import { ask } from '../support/api.js';
import { moveIn, type Neighbourhood } from '../support/neighbourhood.js';
import { newId } from '../support/new-id.js';

export let here: Neighbourhood;
before(async () => {
  here = await moveIn({ LINLI_SWEEP_MS: '200', LINLI_ERASURE_DAYS: '15' });
});
after(() => here?.close());

export const post = (token: string | undefined, path: string, body: object = {}) =>
  ask(here.base, 'POST', path, { token, body });
export const get = (token: string | undefined, path: string) => ask(here.base, 'GET', path, { token });
/** A new number each: a code may be asked for once a minute. */
let numbers = 0;
export const newPhone = () => `1360000${String(++numbers).padStart(4, '0')}`;
export async function codeFor(path: string, phone: string, token?: string): Promise<string> {
  const sent = await post(token, path, { phone });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  return sent.body.demoCode;
}
export async function arrive(phone = newPhone()) {
  const code = await codeFor('/api/auth/phone-codes', phone);
  const { body } = await post(undefined, '/api/auth/phone', { phone, code });
  return { phone, token: body.accessToken as string, id: body.me.id as string, me: body.me };
}
export const agree = (
  token: string,
  age = 'from_14',
  version: string = PRIVACY_NOTICE.version,
  id = newId(),
) => post(token, '/api/me/privacy/agreement', { id, version, age, way: 'browser' });
export const report = (token: string, description: string) =>
  post(token, '/api/incidents', {
    ...{ id: newId(), categoryCode: 'lighting', description, placeCode: here.town.near.placeCode },
    photoIds: [],
  });
export const toldOf = async (token: string, title: string): Promise<string[]> => {
  const { items } = (await get(token, '/api/inbox')).body as { items: { title: string; body: string }[] };
  return items.filter((message) => message.title === title).map(({ body }) => body);
};
export const mine = async (token: string) => (await get(token, '/api/me/privacy')).body;
/** The cooling-off is over: nobody waits for fifteen days. */
export const ageErasure = (personId: string) =>
  here.database.query('update privacy_erasure set due_at = now(3), next_try_at = now(3) where open_key = ?', [
    personId,
  ]);
