import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleStamp, compileBundle } from './compile/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const frameworkFiles = {
  '/framework/glass-easel.js': join(dirname(require.resolve('glass-easel')), 'glass_easel.all.es.js'),
  '/framework/adapter.js': join(
    dirname(require.resolve('glass-easel-miniprogram-adapter')),
    'glass_easel_miniprogram_adapter.es.js',
  ),
};
const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/**
 * Serves the stage: its page, the compiled mini-program, and a way to the real API that needs no CORS.
 * `wechatBaseUrl` is the stand-in for WeChat's servers that hands out login codes to `person`; under `appId`
 * it also lets our server send what somebody agreed to hear.
 */
export async function startStage({ weappDir, apiBaseUrl, wechatBaseUrl, person, appId, port = 0 }) {
  if (!existsSync(join(weappDir, 'app.json'))) throw new Error(`No built mini-program in ${weappDir}`);
  let compiled = { stamp: '', json: '' };
  const bundleJson = () => {
    const stamp = bundleStamp(weappDir);
    if (stamp !== compiled.stamp) compiled = { stamp, json: JSON.stringify(compileBundle(weappDir)) };
    return compiled.json;
  };

  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url, 'http://stage');
    if (pathname === '/') return sendText(res, '.html', indexHtml({ person, appId }));
    if (pathname === '/bundle.json') return sendBundle(res, bundleJson);
    if (pathname.startsWith('/stand-in/')) return forward(req, res, wechatBaseUrl, pathname);
    if (pathname.startsWith('/net/')) return forward(req, res, apiBaseUrl, req.url.slice('/net'.length));
    if (pathname in frameworkFiles) return sendFile(res, frameworkFiles[pathname]);
    if (pathname.startsWith('/browser/')) return sendInside(res, here, pathname);
    if (pathname.startsWith('/weapp/')) return sendInside(res, weappDir, pathname.slice('/weapp'.length));
    res.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A mini-program that cannot be compiled is told to the page, which tells the test. */
function sendBundle(res, bundleJson) {
  let json;
  try {
    json = bundleJson();
  } catch (error) {
    return res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(error.stack);
  }
  sendText(res, '.json', json);
}

function indexHtml(config) {
  const html = readFileSync(join(here, 'browser/index.html'), 'utf8');
  return html.replace('{{config}}', encodeURIComponent(JSON.stringify(config)));
}

function sendText(res, ext, text) {
  res.writeHead(200, { 'content-type': mimeTypes[ext], 'cache-control': 'no-store' }).end(text);
}

function sendFile(res, file) {
  if (!existsSync(file) || !statSync(file).isFile()) return res.writeHead(404).end();
  res.writeHead(200, {
    'content-type': mimeTypes[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  });
  createReadStream(file).pipe(res);
}

function sendInside(res, dir, pathname) {
  const file = normalize(join(dir, decodeURIComponent(pathname)));
  if (!file.startsWith(normalize(dir))) return res.writeHead(404).end();
  sendFile(res, file);
}

/** Passes a call on unchanged; says `x-stage-unreachable` when nobody answers, as a phone would see it. */
function forward(req, res, baseUrl, path) {
  const unreachable = (reason) => {
    if (!res.headersSent) res.writeHead(599, { 'x-stage-unreachable': encodeURIComponent(reason) });
    res.end();
  };
  if (!baseUrl) return unreachable('no address for this server was given to the stage');
  const target = new URL(baseUrl.replace(/\/$/, '') + path);
  const headers = { ...req.headers, host: target.host };
  for (const name of ['origin', 'referer', 'cookie', 'connection']) delete headers[name];
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const upstream = send(target, { method: req.method, headers, agent: false }, (answer) => {
    res.writeHead(answer.statusCode, answer.headers);
    answer.pipe(res);
    answer.on('error', () => res.destroy());
  });
  upstream.on('error', (error) => unreachable(error.message));
  res.on('close', () => upstream.destroy());
  req.pipe(upstream);
}
