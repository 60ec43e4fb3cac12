import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { film, id3, mp3, wav } from '../src/modules/voice/recordings.fixture.js';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { serverEnvironment } from './support/settings.js';
import { bringVoice, uploadVoice } from './support/voices.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const see = async (who: CastMember | null, id: string) =>
  (await here.as(who, 'GET', `/api/incidents/${id}`)).body;
const listen = (url: string, headers: Record<string, string> = {}) => fetch(here.base + url, { headers });
/** Everything on the disk, whatever the folder. */
const onDisk = () =>
  readdir(serverEnvironment(here.database.url).LINLI_STORAGE_DIR ?? '', { recursive: true });

describe('an uploaded recording', () => {
  it('is kept without its tags, and heard by its address, in parts too', async () => {
    const { status, body } = await uploadVoice(here, 'reporter', Buffer.concat([id3('SecretName'), mp3(3)]));
    assert.equal(status, 201, JSON.stringify(body));
    assert.ok(Math.abs(body.durationMs - 3_000) < 50);
    const whole = await listen(body.url);
    assert.deepEqual(
      [whole.status, whole.headers.get('content-type'), whole.headers.get('x-content-type-options')],
      [200, 'audio/mpeg', 'nosniff'],
    );
    const kept = Buffer.from(await whole.arrayBuffer());
    assert.deepEqual(kept, mp3(3));

    const part = await listen(body.url, { range: 'bytes=0-1' });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes 0-1/${kept.length}`);
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), kept.subarray(0, 2));
    const beyond = await listen(body.url, { range: `bytes=${kept.length}-` });
    assert.deepEqual([beyond.status, (await beyond.json()).code], [416, 'voice/part-unfit']);
  });

  it('has an address that cannot be made up', async () => {
    const [one, other] = [
      await uploadVoice(here, 'reporter', mp3(1)),
      await uploadVoice(here, 'reporter', mp3(2)),
    ];
    const { url } = one.body;
    for (const forged of [
      url.split('?')[0],
      url.replace(one.body.id, other.body.id),
      url.replace(/expires=\d+/, 'expires=9999999999'),
      url.replace(/signature=.{4}/, 'signature=AAAA'),
    ]) {
      const answer = await listen(forged);
      assert.deepEqual([answer.status, (await answer.json()).code], [403, 'voice/link-expired']);
    }
    assert.equal((await listen(url.replace('voice.mp3', 'voice.wav'))).status, 404);
  });

  it('sent again is the first result, and its id is good for nothing else', async () => {
    const id = newId();
    const first = await uploadVoice(here, 'reporter', wav(1), id);
    const again = await uploadVoice(here, 'reporter', wav(1), id);
    assert.deepEqual([again.status, again.body], [201, first.body]);
    assertProblem(await uploadVoice(here, 'reporter', wav(2), id), 409, 'request/id-used-differently');
    assertProblem(await uploadVoice(here, 'neighbour', wav(1), id), 409, 'request/id-used-differently');
    const race = newId();
    const sent = [wav(1), wav(1), wav(2)].map((file) => uploadVoice(here, 'reporter', file, race));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    assert.ok(statuses.includes(201) && statuses.every((status) => status === 201 || status === 409));
  });

  it('that is something else is refused in words, and leaves nothing behind', async () => {
    const before = await onDisk();
    const cases: [string, Uint8Array, number, string][] = [
      ['a picture', await picture(), 415, 'voice/not-a-voice'],
      ['a page', Buffer.from('<!doctype html><p>hello'), 415, 'voice/not-a-voice'],
      ['a zip', Buffer.from('PK\u0003\u0004 and so on', 'latin1'), 415, 'voice/not-a-voice'],
      ['a film', film(), 415, 'voice/not-a-voice'],
      ['an empty file', new Uint8Array(), 422, 'voice/nothing-heard'],
      ['half a recording', wav(3).subarray(0, 2_000), 422, 'voice/cut-short'],
      ['63 seconds', mp3(63), 413, 'voice/too-long'],
      ['three megabytes', Buffer.concat([mp3(1), Buffer.alloc(3 * 1024 * 1024)]), 413, 'voice/too-large'],
    ];
    for (const [what, file, status, code] of cases) {
      const id = newId();
      const answer = await uploadVoice(here, 'reporter', file, id);
      assertProblem(answer, status, code);
      assert.match(answer.body.title, /[一-龥]/, what);
      assert.deepEqual(await here.database.query('select id from voice_note where id = ?', [id]), [], what);
    }
    assert.deepEqual(await onDisk(), before);
  });
});

describe('a spoken report', () => {
  it('needs no words, and is heard by the reporter and staff alone', async () => {
    const voiceId = await bringVoice(here, 'reporter');
    const id = await here.report({ description: '', voiceId });
    for (const who of ['reporter', 'worker', 'communityWorker', 'secretary', 'officer'] as const) {
      const { voice } = await see(who, id);
      assert.equal(voice.id, voiceId, who);
      assert.equal((await listen(voice.url)).status, 200);
    }
    const { near } = here.town;
    for (const who of ['neighbour', 'otherWorker', 'farCommunityWorker', null] as const) {
      for (const page of [
        `/api/incidents/${id}`,
        `/api/incidents/public?communityId=${near.id}&limit=50`,
        `/api/incidents/near?categoryCode=lighting&buildingId=${near.buildingId}`,
      ]) {
        const shown = JSON.stringify((await here.as(who, 'GET', page)).body);
        assert.ok(!shown.includes(voiceId) && !shown.includes('/api/voices/'), `${who} gets it by ${page}`);
      }
    }
    const called = here.reportBody({ caller: { name: '张阿姨' }, voiceId: await bringVoice(here, 'worker') });
    const entered = await here.as('worker', 'POST', '/api/incidents/for-resident', called);
    assert.equal(entered.status, 201, JSON.stringify(entered.body));
    const followed = await here.as(null, 'GET', `/api/incidents/by-code/${entered.body.followCode}`);
    assert.deepEqual([followed.status, followed.body.voice], [200, null]);
  });

  it('takes a recording once, and only its owner’s', async () => {
    const empty = here.reportBody({ description: '' });
    assertProblem(
      await here.as('reporter', 'POST', '/api/incidents', empty),
      422,
      'incident/description-needed',
    );
    const voiceId = await bringVoice(here, 'reporter');
    const first = here.reportBody({ description: '', voiceId });
    const refused = async (who: CastMember, body: { id: string }) => {
      assertProblem(await here.as(who, 'POST', '/api/incidents', body), 422, 'voice/not-usable');
      assert.deepEqual(await here.database.query('select id from incident where id = ?', [body.id]), []);
    };
    await refused('neighbour', first);
    await refused('reporter', here.reportBody({ voiceId: newId() }));
    assert.equal((await here.as('reporter', 'POST', '/api/incidents', first)).status, 201);
    assert.equal((await here.as('reporter', 'POST', '/api/incidents', first)).status, 200);
    await refused('reporter', here.reportBody({ voiceId }));
    const stolen = here.reportBody({ voiceId: 'x' });
    assertProblem(await here.as('reporter', 'POST', '/api/incidents', stolen), 400, 'request/invalid');
  });

  it('is written down by staff, and read by others once a person let it through', async () => {
    const id = await here.report({ description: '', voiceId: await bringVoice(here, 'reporter') });
    assertProblem(
      await here.act('neighbour', id, 'transcribe', { words: '我来写' }),
      403,
      'auth/not-permitted',
    );
    assertProblem(
      await here.act('otherWorker', id, 'transcribe', { words: '我来写' }),
      404,
      'incident/not-found',
    );
    assertProblem(await here.act('worker', id, 'transcribe', { words: '' }), 400, 'request/invalid');
    const written = await here.report();
    assertProblem(
      await here.act('worker', written, 'transcribe', { words: '没有' }),
      409,
      'incident/no-voice',
    );

    assert.equal((await here.act('worker', id, 'transcribe', { words: '她说请打 13812345678' })).status, 200);
    assert.equal((await see('reporter', id)).voiceWords, '她说请打 13812345678');
    const body = { actionId: newId(), words: '三楼的灯不亮了' };
    const path = `/api/incidents/${id}/transcribe`;
    const again = await here.as('communityWorker', 'POST', path, body);
    assert.equal(again.status, 200, JSON.stringify(again.body));
    assert.equal((await here.as('communityWorker', 'POST', path, body)).status, 200);
    assert.deepEqual(
      [again.body.voiceWords, again.body.title, again.body.hiddenPieceCount],
      [body.words, body.words, 1],
    );
    const unread = await see('neighbour', id);
    assert.deepEqual([unread.voiceWords, unread.title.includes('灯不亮')], [null, false]);

    assert.equal((await here.act('worker', id, 'publish')).status, 200);
    const read = await see('neighbour', id);
    assert.deepEqual([read.voiceWords, read.title, read.voice], [body.words, body.words, null]);
    assert.ok(!JSON.stringify(read).includes('13812345678'), 'what was corrected shows again');
    const feed = await here.as(
      null,
      'GET',
      `/api/incidents/public?communityId=${here.town.near.id}&limit=50`,
    );
    assert.ok(feed.body.items.some((card: { title: string }) => card.title === body.words));

    await here.act('worker', id, 'transcribe', { words: '三楼和四楼的灯都不亮' });
    assert.equal((await see('neighbour', id)).voiceWords, null);
  });

  it('reaches helpers as what was written down, never as a voice', async () => {
    const voiceId = await bringVoice(here, 'reporter');
    const id = await here.report({ description: '灯坏了', voiceId });
    await here.act('worker', id, 'transcribe', { words: '三楼的灯不亮了' });
    await here.act('worker', id, 'accept');
    await here.act('worker', id, 'judge', { difficulty: 'complex' });
    const task = {
      id: newId(),
      organisationId: here.town.organisations.property,
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
      note: '请去看看',
    };
    const sent = await here.act('worker', id, 'dispatch', { route: 'assisted', tasks: [task] });
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    const helper = async () => (await here.as('coHelper', 'GET', `/api/tasks/${task.id}`)).body;
    const shown = await helper();
    assert.deepEqual([shown.title, shown.description], ['灯坏了', '灯坏了\n三楼的灯不亮了']);
    assert.ok(!JSON.stringify(shown).includes(voiceId));
    assertProblem(
      await here.as('coHelper', 'POST', '/api/incidents/x/transcribe', {}),
      403,
      'auth/not-permitted',
    );
    await here.act('worker', id, 'transcribe', { words: '我是王五，电话 13812345678' });
    assert.ok(!JSON.stringify(await helper()).includes('13812345678'));
  });
});
