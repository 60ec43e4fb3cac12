import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadableStream } from 'node:stream/web';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { type Answer, assertProblem, eventually } from './support/api.js';
import { built } from './support/built.js';
import { moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { startServer } from './support/server-process.js';
import { serverEnvironment } from './support/settings.js';
import { bringVoice } from './support/voices.js';

let here: Neighbourhood;
const storage = String(serverEnvironment('').LINLI_STORAGE_DIR);
const incoming = join(storage, 'incoming');
const [leftBehind, underWay] = [join(incoming, 'left-behind'), join(incoming, 'under-way')];
before(async () => {
  await mkdir(incoming, { recursive: true });
  for (const path of [leftBehind, underWay]) await writeFile(path, 'x');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(leftBehind, longAgo, longAgo);
  here = await moveIn();
});
after(() => here?.close());

const download = async (url: string) => {
  const response = await fetch(here.base + url);
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
};
const read = async (url: string, headers: Record<string, string> = {}): Promise<Answer> => {
  const response = await fetch(here.base + url, { headers });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
};
const noPhoto = async (id: string) =>
  assert.deepEqual(await here.database.query('select id from photo where id = ?', [id]), []);

describe('an uploaded photo', () => {
  it('that a killed process left half done is cleared away, and what is just arriving is not', () => {
    assert.deepEqual(
      [leftBehind, underWay].map((path) => existsSync(path)),
      [false, true],
    );
  });

  it('loses where and with what it was taken, and stands upright', async () => {
    const taken = await sharp({ create: { width: 400, height: 200, channels: 3, background: 'teal' } })
      .withExif({
        IFD0: { Make: 'SecretPhone', Orientation: '6' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '37/1 24/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '118/1 36/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const before = await sharp(taken).metadata();
    assert.ok(before.exif?.includes('SecretPhone') && before.orientation === 6);
    const { body } = await here.upload('reporter', taken);
    assert.deepEqual([body.width, body.height], [200, 400]);
    for (const url of [body.url, body.thumbUrl]) {
      const kept = await download(url);
      const after = await sharp(kept).metadata();
      assert.equal(after.format, 'jpeg');
      assert.equal(after.exif, undefined);
      assert.equal(after.orientation, undefined);
      assert.ok(!kept.includes('SecretPhone') && !kept.includes('GPS') && !kept.includes('Exif'));
    }
  });

  it('is made no larger than a screen needs, with a thumbnail', async () => {
    const { body } = await here.upload('reporter', await picture('navy', 4000, 3000));
    assert.deepEqual([body.width, body.height], [2048, 1536]);
    const thumb = await sharp(await download(body.thumbUrl)).metadata();
    assert.deepEqual([thumb.width, thumb.height], [360, 270]);
  });

  it('may be png, webp or avif and is kept as jpeg', async () => {
    const plain = sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    for (const file of [
      await plain.clone().png().toBuffer(),
      await plain.clone().webp().toBuffer(),
      await plain.clone().avif().toBuffer(),
    ]) {
      const { status, body } = await here.upload('reporter', file);
      assert.equal(status, 201, JSON.stringify(body));
      assert.equal((await sharp(await download(body.url)).metadata()).format, 'jpeg');
    }
  });

  it('sent again is the first result, and its id is good for nothing else', async () => {
    const id = newId();
    const file = await picture('pink');
    const first = await here.upload('reporter', file, id);
    const again = await here.upload('reporter', file, id);
    assert.equal(again.status, 201);
    assert.deepEqual(again.body, first.body);
    assertProblem(
      await here.upload('reporter', await picture('gold'), id),
      409,
      'request/id-used-differently',
    );
    assertProblem(await here.upload('neighbour', file, id), 409, 'request/id-used-differently');
  });
});

describe('what is no photo', () => {
  const cases: [string, () => Promise<Uint8Array>, number, string][] = [
    [
      'a PDF named .jpg',
      async () => Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj'),
      415,
      'photo/not-a-picture',
    ],
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'photo/not-a-picture',
    ],
    ['an empty file', async () => new Uint8Array(), 415, 'photo/not-a-picture'],
    [
      'half a photo',
      async () => (await picture('red', 900, 900)).subarray(0, 3000),
      415,
      'photo/not-a-picture',
    ],
    [
      "a photo's first bytes alone",
      async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      415,
      'photo/not-a-picture',
    ],
    ['forty megapixels', async () => picture('red', 8000, 5000), 413, 'photo/too-many-pixels'],
    [
      'thirteen megabytes',
      async () => Buffer.concat([await picture(), Buffer.alloc(13 * 1024 * 1024)]),
      413,
      'photo/too-large',
    ],
  ];
  for (const [what, file, status, code] of cases) {
    it(`${what} is refused and leaves nothing`, async () => {
      const id = newId();
      assertProblem(await here.upload('reporter', await file(), id), status, code);
      await noPhoto(id);
    });
  }

  it('is refused by its size also when the size is not announced', async () => {
    const session = await here.as(null, 'POST', '/api/auth/demo', { key: 'reporter' });
    const id = newId();
    const part = (head: string) => Buffer.from(`--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n`);
    const chunk = Buffer.alloc(1024 * 1024, 1);
    async function* body() {
      yield Buffer.concat([part('name="id"'), Buffer.from(`${id}\r\n`)]);
      yield part('name="file"; filename="a.jpg"');
      for (let i = 0; i < 14; i++) yield chunk;
      yield Buffer.from('\r\n--edge--\r\n');
    }
    const response = await fetch(`${here.base}/api/photos`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${session.body.accessToken}`,
        'content-type': 'multipart/form-data; boundary=edge',
      },
      body: ReadableStream.from(body()) as BodyInit,
      duplex: 'half',
    } as RequestInit);
    assert.equal(response.status, 413);
    assert.equal((await response.json()).code, 'photo/too-large');
    await noPhoto(id);
  });

  it('is asked for in the right form', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(await picture())], { type: 'image/jpeg' }), 'a.jpg');
    assertProblem(await here.as('reporter', 'POST', '/api/photos', form), 400, 'request/invalid');
    form.set('id', newId());
    assertProblem(await here.as('reporter', 'POST', '/api/photos', form), 400, 'request/invalid');
    assertProblem(await here.upload('reporter', await picture(), 'not-an-id'), 400, 'request/invalid');
    const empty = new FormData();
    empty.set('id', newId());
    assertProblem(await here.as('reporter', 'POST', '/api/photos', empty), 400, 'request/invalid');
    assertProblem(
      await here.as('reporter', 'POST', '/api/photos', { id: newId() }),
      400,
      'request/unreadable',
    );
    assertProblem(await here.as(null, 'POST', '/api/photos', { id: newId() }), 401, 'auth/sign-in-needed');
  });
});

describe('the address of a photo', () => {
  it('opens it without a token, for a while, and may be kept by the browser', async () => {
    const { body } = await here.upload('reporter', await picture());
    const answer = await read(body.url);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'image/jpeg');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    const etag = answer.headers.get('etag') ?? '';
    const kept = await read(body.url, { 'if-none-match': etag });
    assert.deepEqual([kept.status, kept.body], [304, '']);
    const expires = Number(new URL(body.url, here.base).searchParams.get('expires'));
    assert.equal(expires % 3600, 0);
    const left = expires - Date.now() / 1000;
    assert.ok(left > 3500 && left <= 7200);
  });

  it('cannot be made up, changed or used too late', async () => {
    const { body } = await here.upload('reporter', await picture());
    const forged = [
      `/api/photos/${body.id}/full`,
      body.url.replace('/full?', '/thumb?'),
      body.url.replace(body.id, newId()),
      body.url.replace(/expires=\d+/, 'expires=9999999999'),
      body.url.replace(/signature=.{4}/, 'signature=AAAA'),
      body.url.replace(/&signature=.*/, '&signature='),
    ];
    for (const url of forged) assertProblem(await read(url), 403, 'photo/link-expired');
    assertProblem(await read(body.url.replace('/full?', '/raw?')), 404, 'photo/not-found');

    const { PhotoLinks } = await built<typeof import('../src/modules/photo/photo.links.js')>(
      'modules/photo/photo.links.js',
    );
    const { Settings } = await built<typeof import('../src/platform/config/settings.js')>(
      'platform/config/settings.js',
    );
    const threeHoursAgo = { now: () => new Date(Date.now() - 3 * 3_600_000) };
    const old = new PhotoLinks(new Settings(serverEnvironment(here.database.url)), threeHoursAgo);
    assertProblem(await read(old.urls(body.id).url), 403, 'photo/link-expired');
  });
});

describe('what nothing was reported with', () => {
  it('is taken away after a month, its files too; what was used stays', async () => {
    const photos: string[] = [];
    for (let i = 0; i < 3; i++) photos.push((await here.upload('reporter', await picture())).body.id);
    const [used, unused, fresh] = photos;
    const [spoken, unspoken] = [await bringVoice(here, 'reporter'), await bringVoice(here, 'reporter')];
    const id = await here.report({ photoIds: [used], voiceId: spoken });
    const age = (table: string, ids: unknown[]) =>
      here.database.query(`update ${table} set created_at = created_at - interval 31 day where id in (?)`, [
        ids,
      ]);
    await age('photo', [used, unused]);
    await age('voice_note', [spoken, unspoken]);

    const left = async (table: string, ids: unknown[]) =>
      (await here.database.query<{ id: string }>(`select id from ${table} where id in (?)`, [ids])).map(
        (row) => row.id,
      );
    const onDisk = async () => (await readdir(storage, { recursive: true })).join('\n');
    const another = await startServer(here.database.url);
    try {
      await eventually('the sweep', async () => (await left('voice_note', [unspoken])).length === 0);
    } finally {
      await another.stop();
    }
    assert.deepEqual((await left('photo', photos)).sort(), [used, fresh].sort());
    assert.deepEqual(await left('voice_note', [spoken, unspoken]), [spoken]);
    const files = await onDisk();
    for (const kept of [used, fresh, spoken]) assert.ok(files.includes(String(kept)), kept);
    for (const gone of [unused, unspoken]) assert.ok(!files.includes(String(gone)), gone);
    const { photos: shown, voice } = (await here.as('reporter', 'GET', `/api/incidents/${id}`)).body;
    assert.deepEqual([shown[0].id, voice.id], [used, spoken]);
  });
});
