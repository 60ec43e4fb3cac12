import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ask, assertProblem, eventually } from './support/api.js';
import { built } from './support/built.js';
import {
  type EffectsProcess,
  type NewEvent,
  prepareWitnesses,
  startEffectsProcess,
} from './support/effects-processes.js';
import { type EventStream, listenTo } from './support/event-stream.js';
import { newId } from './support/new-id.js';
import { serverEnvironment } from './support/settings.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { buildTown, type PersonSeed, type Town } from './support/town.js';

interface Session {
  accessToken: string;
  refreshToken: string;
}

let database: TestDatabase;
let town: Town;
/** Two processes: what one commits is heard in the other. */
let server: EffectsProcess;
let other: EffectsProcess;
let worker: PersonSeed;
const streams = new Set<EventStream>();

before(async () => {
  database = await createTestDatabase();
  await prepareWitnesses(database);
  town = await buildTown(database.url);
  const at = ({ id, subdistrictId }: Town['near']) => ({ areaId: id, communityId: id, subdistrictId });
  const grid = (index: 0 | 1) => ({ ...at(town.near), areaId: null, gridId: town.near.grids[index].id });
  worker = await town.addPerson('worker', [{ role: 'grid_worker', ...grid(0) }]);
  await town.addPerson('nextWorker', [{ role: 'grid_worker', ...grid(1) }]);
  await town.addPerson('secretary', [{ role: 'community_secretary', ...at(town.near) }]);
  await town.addPerson('farSecretary', [{ role: 'community_secretary', ...at(town.far) }]);
  await town.addPerson('resident');
  const quick = { LINLI_LIVE_BEAT_MS: '200' };
  [server, other] = await Promise.all([
    startEffectsProcess(database.url, quick),
    startEffectsProcess(database.url, quick),
  ]);
});
afterEach(() => {
  for (const stream of streams) stream.close();
  streams.clear();
});
after(async () => {
  await Promise.all([server?.kill(), other?.kill(), town?.close()]);
  await database?.drop();
});

const signIn = async (key: string): Promise<Session> =>
  (await ask(server.url, 'POST', '/api/auth/demo', { body: { key } })).body;
const ticketFor = async ({ accessToken }: Session): Promise<string> => {
  const answer = await ask(server.url, 'POST', '/api/live/tickets', { token: accessToken });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.ticket;
};
const refusal = (ticket: string) => ask(server.url, 'GET', `/api/live?ticket=${ticket}`);

async function listen(ticket: string, base = server.url): Promise<EventStream> {
  const stream = await listenTo(`${base}/api/live?ticket=${ticket}`);
  streams.add(stream);
  assert.equal(stream.status, 200);
  return stream;
}
const listenAs = async (key: string, base?: string) => listen(await ticketFor(await signIn(key)), base);

const reported = (change: Partial<NewEvent> = {}): NewEvent => ({
  type: 'incident.reported',
  subjectType: 'incident',
  subjectId: newId(),
  communityId: town.near.id,
  data: { gridId: town.near.grids[0].id },
  ...change,
});

describe('a stream of hints', () => {
  it('is a stream that no proxy keeps back, says when to come back, and beats', async () => {
    const stream = await listenAs('secretary');
    assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.match(stream.headers.get('cache-control') ?? '', /no-cache/);
    assert.equal(stream.headers.get('x-accel-buffering'), 'no');
    assert.equal(stream.headers.get('x-content-type-options'), 'nosniff');
    await eventually('two beats', async () => /^retry: 3000\n\n(.*\n)*: beat\n\n: beat/.test(stream.said()));
  });

  it('tells those whose place it is, in every process, and nobody else', async () => {
    const [secretary, elsewhere, near, next, far, resident] = await Promise.all([
      listenAs('secretary'),
      listenAs('secretary', other.url),
      listenAs('worker'),
      listenAs('nextWorker'),
      listenAs('farSecretary'),
      listenAs('resident'),
    ]);
    await server.append([reported()]);
    for (const stream of [secretary, elsewhere, near]) await stream.untilChanged('incidents', town.near.id);
    // Hints have the order of the table's tail: whoever hears the later one was not told the earlier.
    const mark = reported({ communityId: town.far.id, data: {} });
    await other.append([mark]);
    await far.untilChanged('incidents', town.far.id);
    assert.deepEqual(far.changed(), [{ kind: 'incidents', communityId: town.far.id }]);
    await server.append([reported({ data: { gridId: town.near.grids[1].id } })]);
    await next.untilChanged('incidents', town.near.id);
    assert.equal(next.changed().length, 1);
    assert.deepEqual(resident.changed(), []);
  });

  it('tells of a message its person alone, and never a word of it', async () => {
    const [mine, theirs] = await Promise.all([listenAs('worker', other.url), listenAs('secretary')]);
    await server.append([
      {
        type: 'message.created',
        subjectType: 'person',
        subjectId: worker.id,
        data: { title: '不该看到的话' },
      },
    ]);
    await mine.untilChanged('inbox', null);
    await server.append([reported()]);
    await theirs.untilChanged('incidents', town.near.id);
    assert.ok(theirs.changed().every(({ kind }) => kind === 'incidents'));
    assert.ok(!mine.said().includes('不该看到的话'));
  });

  it('tells of what was recorded earlier and committed late', async () => {
    const stream = await listenAs('secretary');
    const late = await database.another();
    await late.query('start transaction');
    await late.query(
      `insert into outbox_event (id, type, subject_type, subject_id, subject_seq, community_id, at, data,
         recorded_at, available_at)
       values (?, 'task.accept', 'task', ?, 1, ?, now(3), '{}', utc_timestamp(3), utc_timestamp(3))`,
      [newId(), newId(), town.near.id],
    );
    await server.append([reported()]);
    await stream.untilChanged('incidents', town.near.id);
    await late.query('commit');
    await late.drop();
    await stream.untilChanged('tasks', town.near.id);
  });

  it('says nothing of what was rolled back', async () => {
    const stream = await listenAs('farSecretary');
    await assert.rejects(server.append([reported({ type: 'task.accept', communityId: town.far.id })], true));
    await server.append([reported({ communityId: town.far.id })]);
    await stream.untilChanged('incidents', town.far.id);
    assert.ok(stream.changed().every(({ kind }) => kind === 'incidents'));
  });
});

describe('a stream’s ticket', () => {
  it('is needed, must be ours, and opens nothing else', async () => {
    const ticket = await ticketFor(await signIn('worker'));
    assertProblem(await ask(server.url, 'GET', '/api/live'), 400, 'request/invalid');
    for (const wrong of ['x', `${ticket}x`, `${ticket}.x`, ticket.replace(/.{3}$/, '___'), `x${ticket}`]) {
      assertProblem(await refusal(wrong), 401, 'live/ticket-invalid');
    }
    const asToken = await ask(server.url, 'GET', '/api/me', { token: ticket });
    assertProblem(asToken, 401, 'auth/token-invalid');
    assertProblem(await ask(server.url, 'POST', '/api/live/tickets'), 401, 'auth/sign-in-needed');
  });

  it('is good again and again for a minute, and not a moment longer', async () => {
    const session = await signIn('worker');
    const ticket = await ticketFor(session);
    await listen(ticket);
    await listen(ticket, other.url);
    const [personId = '', sessionId = ''] = ticket.split('.');
    const issuedAgo = async (ms: number) => {
      const { LiveTickets } = await built<typeof import('../src/modules/live/live.tickets.js')>(
        'modules/live/live.tickets.js',
      );
      const { Settings } = await built<typeof import('../src/platform/config/settings.js')>(
        'platform/config/settings.js',
      );
      const then = { now: () => new Date(Date.now() - ms) };
      return new LiveTickets(new Settings(serverEnvironment(database.url)), then).issue({
        personId,
        sessionId,
      }).ticket;
    };
    await listen(await issuedAgo(50_000));
    assertProblem(await refusal(await issuedAgo(60_001)), 401, 'live/ticket-invalid');
  });

  it('opens nothing once the session has ended', async () => {
    const session = await signIn('worker');
    const ticket = await ticketFor(session);
    await ask(server.url, 'POST', '/api/auth/logout', { body: { refreshToken: session.refreshToken } });
    assertProblem(await refusal(ticket), 401, 'live/ticket-invalid');
  });
});

describe('an open stream', () => {
  it('ends when the session ends', async () => {
    const session = await signIn('secretary');
    const [stream, still] = [await listen(await ticketFor(session)), await listenAs('secretary')];
    await ask(server.url, 'POST', '/api/auth/logout', { body: { refreshToken: session.refreshToken } });
    await stream.untilEnded();
    await server.append([reported()]);
    await still.untilChanged('incidents', town.near.id);
  });

  it('of an ended appointment hears no more of that place', async () => {
    const person = await town.addPerson('leaving', [
      { role: 'community_worker', areaId: town.near.id, communityId: town.near.id },
    ]);
    const [stream, witness] = [await listenAs('leaving'), await listenAs('secretary')];
    await server.append([reported()]);
    await stream.untilChanged('incidents', town.near.id);
    await town.endAppointment(person.appointmentIds[0] as string);
    const beats = () => stream.said().split(': beat').length;
    const before = beats();
    await eventually('the appointments being read again', async () => beats() >= before + 2);
    await server.append([reported({ type: 'task.accept' })]);
    await witness.untilChanged('tasks', town.near.id);
    await eventually('another beat', async () => beats() >= before + 4);
    assert.ok(stream.changed().every(({ kind }) => kind === 'incidents'));
  });

  it('is one of three at most: the oldest ends for the fourth', async () => {
    const session = await signIn('resident');
    const ticket = await ticketFor(session);
    const [oldest, ...others] = [await listen(ticket), await listen(ticket), await listen(ticket)];
    others.push(await listen(ticket));
    await oldest?.untilEnded();
    await server.append([
      { type: 'message.created', subjectType: 'person', subjectId: ticket.split('.')[0] ?? '' },
    ]);
    for (const stream of others) await stream.untilChanged('inbox', null);
  });

  it('does not keep a server from stopping', async () => {
    const third = await startEffectsProcess(database.url);
    const stream = await listenAs('secretary', third.url);
    await third.stop();
    await stream.untilEnded();
  });
});
