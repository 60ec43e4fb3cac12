import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { inRepo } from './machine/places.mjs';

/** What residents download, held to a size: a phone in a stairwell has little signal. */

const MAIN_PACKAGE_BYTES = 1024 * 1024;
/** WeChat's own limit. */
const SUBPACKAGE_BYTES = 2 * 1024 * 1024;
const FIRST_LOAD_GZIP_BYTES = 180 * 1024;

const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const weapp = inRepo('miniapp', 'dist', 'weapp');
const h5 = inRepo('miniapp', 'dist', 'h5');

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

describe('the size of the WeChat program', () => {
  const app = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  const sizes = new Map([['', 0], ...roots.map((root) => [root, 0])]);
  for (const file of filesUnder(weapp)) {
    const path = relative(weapp, file).split(sep).join('/');
    const home = roots.find((root) => path.startsWith(`${root}/`)) ?? '';
    sizes.set(home, sizes.get(home) + statSync(file).size);
  }

  it('keeps the main package under 1.0 MB', (t) => {
    t.diagnostic(kilobytes(sizes.get('')));
    assert.ok(sizes.get('') <= MAIN_PACKAGE_BYTES, `the main package is ${kilobytes(sizes.get(''))}`);
  });

  it('keeps each subpackage under 2 MB', () => {
    for (const root of roots) {
      assert.ok(sizes.get(root) > 0, `${root} is empty`);
      assert.ok(sizes.get(root) <= SUBPACKAGE_BYTES, `${root} is ${kilobytes(sizes.get(root))}`);
    }
  });
});

describe('the size of the first page in a browser', () => {
  it('needs no more than 180 KB of gzipped JavaScript', async (t) => {
    const server = createServer(serveBuiltPage);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH,
      args: BROWSER_ARGUMENTS,
    });
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      const scripts = new Map();
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
      });
      await page.goto(`http://127.0.0.1:${server.address().port}/m/`, { waitUntil: 'networkidle' });
      const sizes = await Promise.all([...scripts.values()].map(async (body) => gzipSync(await body).length));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      t.diagnostic(`${sizes.length} files, ${kilobytes(total)}`);
      assert.ok(sizes.length > 0, 'the page loaded no script');
      assert.ok(total <= FIRST_LOAD_GZIP_BYTES, `the first page loads ${kilobytes(total)} of JavaScript`);
    } finally {
      await browser.close();
      server.close();
    }
  });
});

/** Only the built files: the page asks its API in vain, which changes nothing about what it loads first. */
function serveBuiltPage(request, response) {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const path = new URL(request.url, 'http://localhost').pathname.replace(/^\/m\//, '') || 'index.html';
  try {
    const body = readFileSync(join(h5, path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}
