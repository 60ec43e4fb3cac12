import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';

const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** A name that carries a hash of its content never changes what it means. */
const HASHED_NAME = /[.-][\w-]{8,}\.(?:js|css|woff2?|png|jpe?g|svg|webp)$/;

/** The two faces and the printed codes' links; everything else that is not /api is a 404. */
export async function servePages(fastify: FastifyInstance, settings: Settings): Promise<void> {
  fastify.get('/', (_request, reply) => reply.redirect('/m/', 302));
  fastify.get<{ Params: { code: string } }>('/q/:code', (request, reply) =>
    reply.redirect(`/m/#/pages/place/index?code=${encodeURIComponent(request.params.code)}`, 302),
  );
  fastify.get<{ Params: { code: string } }>('/f/:code', (request, reply) =>
    reply.redirect(
      `/m/#/packages/incident/pages/followed/index?code=${encodeURIComponent(request.params.code)}`,
      302,
    ),
  );
  fastify.get('/console/map-tiles.json', (_request, reply) =>
    reply.header('cache-control', ASK_AGAIN).send({ url: settings.mapTiles }),
  );
  await serveFace(fastify, '/m', settings.miniappDir);
  await serveFace(fastify, '/console', settings.consoleDir);
}

async function serveFace(fastify: FastifyInstance, prefix: string, dir: string | null): Promise<void> {
  fastify.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`, 302));
  if (dir === null || !existsSync(join(dir, 'index.html'))) {
    fastify.get(`${prefix}/*`, (_request, reply) =>
      reply.status(404).type('text/plain; charset=utf-8').send('这个页面还没有构建'),
    );
    return;
  }
  await fastify.register(
    async (face: FastifyInstance) => {
      await face.register(fastifyStatic, {
        root: dir,
        cacheControl: false,
        setHeaders: (reply, path) => {
          reply.header('cache-control', HASHED_NAME.test(path) ? FOREVER : ASK_AGAIN);
        },
      });
      // An address inside the single-page app opens the app; a missing file stays missing.
      face.setNotFoundHandler((request, reply) => {
        const path = request.url.split('?', 1)[0] ?? '';
        if (/\.\w+$/.test(path))
          return reply.status(404).type('text/plain; charset=utf-8').send('没有这个文件');
        return reply.sendFile('index.html');
      });
    },
    { prefix },
  );
}
