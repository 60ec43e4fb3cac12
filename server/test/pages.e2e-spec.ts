import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem } from './support/api.js';
import { type RunningProcess, refusalToStart, startServer } from './support/server-process.js';
import { serverEnvironment } from './support/settings.js';

/** Nothing here reads the database, so none is there. */
const NO_DATABASE = 'mysql://nobody@127.0.0.1:1/none';
const INLINE = 'document.documentElement.style.fontSize = "20px"';

let dir: string;
let server: RunningProcess;

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'linli-test-pages-'));
  for (const face of ['m', 'console']) {
    await mkdir(join(dir, face, 'js'), { recursive: true });
    await writeFile(join(dir, face, 'index.html'), `<title>${face}</title><script>${INLINE}</script>`);
    await writeFile(join(dir, face, 'js', 'app.0123abcd.js'), 'let x');
  }
  await writeFile(join(dir, 'secret.txt'), 'secret');
  server = await startServer(NO_DATABASE, {
    LINLI_MINIAPP_DIR: join(dir, 'm'),
    LINLI_CONSOLE_DIR: join(dir, 'console'),
    LINLI_MAP_TILES: 'https://tile{s}.example.cn/{z}/{x}/{y}.png',
  });
});
after(async () => {
  await server?.stop();
  await rm(dir, { recursive: true, force: true });
});

const get = (path: string) => ask(server.url, 'GET', path);

describe('the pages', () => {
  it('leads a printed code to its place in the mini-program', async () => {
    const answer = await get('/q/AB12CD34');
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('location'), '/m/#/pages/place/index?code=AB12CD34');
    const follow = await get('/f/AB12CD34EF');
    assert.equal(
      follow.headers.get('location'),
      '/m/#/packages/incident/pages/followed/index?code=AB12CD34EF',
    );
    const odd = await get('/q/%22%3E%26x=1%0d%0a');
    assert.equal(odd.headers.get('location'), '/m/#/pages/place/index?code=%22%3E%26x%3D1%0D%0A');
  });

  it('tells the console where pictures of the ground are, and lets the browser fetch those and no others', async () => {
    const answer = await get('/console/map-tiles.json');
    assert.deepEqual(answer.body, { url: 'https://tile{s}.example.cn/{z}/{x}/{y}.png' });
    const policy = (await get('/console/')).headers.get('content-security-policy') ?? '';
    assert.match(policy, /img-src 'self' data: blob: https:\/\/\*\.example\.cn;/);
  });

  it('serves both faces, at every address inside them', async () => {
    assert.match((await get('/m/')).body, /<title>m</);
    assert.match((await get('/console/')).body, /<title>console</);
    assert.match((await get('/console/incidents/1')).body, /<title>console</);
    for (const [from, to] of [
      ['/', '/m/'],
      ['/m', '/m/'],
      ['/console', '/console/'],
    ] as const) {
      const answer = await get(from);
      assert.equal(answer.status, 302);
      assert.equal(answer.headers.get('location'), to);
    }
  });

  it('keeps hashed files for ever, pages not at all, and nothing outside', async () => {
    const file = await get('/console/js/app.0123abcd.js');
    assert.match(file.headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await get('/console/')).headers.get('cache-control'), 'no-cache');
    assert.equal((await get('/console/js/gone.js')).status, 404);
    for (const path of ['/m/..%2fsecret.txt', '/m/%2e%2e/secret.txt', '/console/..%5c..%5csecret.txt']) {
      const answer = await get(path);
      assert.equal(answer.status, 404);
      assert.doesNotMatch(JSON.stringify(answer.body), /secret/);
    }
  });

  it('runs its own scripts only: the policy names the inline one by its hash', async () => {
    const policy = (await get('/m/')).headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self' 'sha256-[\w+/=]+'/);
    assert.doesNotMatch(policy, /script-src[^;]*unsafe/);
    assert.match(policy, /img-src 'self' data: blob:/);
    assert.doesNotMatch(policy, /upgrade-insecure-requests/);
  });

  it('serves the contract and its reader', async () => {
    const { body } = await get('/api/openapi.json');
    assert.equal(body.paths['/api/me'].get['x-permission'], 'session.self');
    assert.match((await get('/api/docs')).body, /swagger-ui/);
  });
});

describe('bad requests', () => {
  const post = (body: string, type = 'application/json') =>
    fetch(`${server.url}/api/auth/phone-codes`, { method: 'POST', body, headers: { 'content-type': type } });
  const problemOf = async (response: Response) => ({
    status: response.status,
    headers: response.headers,
    body: await response.json(),
  });

  it('are each a clear problem', async () => {
    assertProblem(await get('/api/no-such-thing'), 404, 'request/unknown-address');
    assertProblem(await get('/no-such-page'), 404, 'request/unknown-address');
    assertProblem(await problemOf(await post('{"phone":')), 400, 'request/unreadable');
    assertProblem(await problemOf(await post('<phone/>', 'text/xml')), 415, 'request/media-type-unknown');
    assertProblem(
      await problemOf(await post(`{"phone":"${'1'.repeat(300_000)}"}`)),
      413,
      'request/too-large',
    );
    assertProblem(await problemOf(await post('[]')), 400, 'request/invalid');
    assertProblem(
      await problemOf(await post('{"__proto__":{"phone":"13900000000"}}')),
      400,
      'request/unreadable',
    );
  });

  it('carry the number by which the log knows them', async () => {
    const answer = await ask(server.url, 'GET', '/api/no-such-thing', {
      headers: { 'x-request-id': 'asked-by-phone-1' },
    });
    assert.equal(answer.body.requestId, 'asked-by-phone-1');
    assert.equal(answer.headers.get('x-request-id'), 'asked-by-phone-1');
  });
});

describe('a start that cannot work', () => {
  it('names the setting that is wrong', async () => {
    for (const [name, value] of [
      ['DATABASE_URL', ''],
      ['DATABASE_URL', 'postgres://x'],
      ['LINLI_TOKEN_SECRET', 'short'],
      ['LINLI_DATA_KEY', 'c2hvcnQ='],
      ['PORT', '99999'],
      ['LINLI_MAP_TILES', 'https://tiles.example.cn/'],
    ] as const) {
      const { code, said } = await refusalToStart(serverEnvironment(NO_DATABASE, { [name]: value }));
      assert.equal(code, 1);
      assert.match(said, new RegExp(name));
      assert.equal(said.trim().split('\n').length, 1, said);
    }
  });

  it('says in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    try {
      const { code, said } = await refusalToStart(serverEnvironment(NO_DATABASE, { PORT: String(port) }));
      assert.equal(code, 1);
      assert.match(said, new RegExp(`port ${port} is taken`));
    } finally {
      other.close();
    }
  });
});
