import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atScaleIn, leave, settle } from '../bench/at-scale.js';
import type { Figure } from '../bench/figures.js';
import { closeConnections } from '../bench/load.js';
import { locate } from '../bench/locate.js';
import { versusFloorIn } from '../bench/versus-floor.js';

const SMALL = { warmUp: 1, rounds: 1, perBlock: 2 };
let town: Awaited<ReturnType<typeof settle>>;

before(async () => {
  town = await settle(1_000);
});
after(async () => {
  closeConnections();
  if (town !== undefined) await leave(town);
});

/** That each figure's code still runs and its answers are the right ones; how fast, only `npm run bench` says. */
describe('the bench', () => {
  it('measures every figure against its floor', async () => {
    const requests = ['incident.get', 'incident.list', 'incident.report', 'auth.scope'];
    const figures = [
      ...(await versusFloorIn(town, requests, SMALL)),
      ...(await atScaleIn({ little: town, much: town }, ['incident.list.1m', 'queue.due.1m'], SMALL)),
      ...(await locate({ columns: 40, rows: 20, lookUps: 2_000 })),
    ];
    assert.deepEqual(figures.map(({ name }) => name).sort(), [
      'area.locate',
      'auth.scope',
      'incident.get',
      'incident.list',
      'incident.list.1m',
      'incident.report',
      'queue.due.1m',
    ]);
    for (const figure of figures) assert.ok(isMeasured(figure), JSON.stringify(figure));
  });
});

function isMeasured({ value, floor, ratio }: Figure): boolean {
  return [value, floor, ratio].every((number) => Number.isFinite(number) && number > 0);
}
