import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import multipart from '@fastify/multipart';
import { LIMITS } from '@linli/shared';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, LogController } from 'fastify';
import helmet from 'helmet';
import type { Settings } from '../config/settings.js';
import { NestLogger } from '../logging/nest-logger.js';
import { contentSecurityPolicy } from './content-security.js';
import { servePages } from './pages.js';
import { ProblemFilter } from './problem.filter.js';
import { validationPipe } from './validation.js';

const JSON_BODY_BYTES = 256 * 1024;
const CLIENT_REQUEST_ID = /^[\w-]{8,64}$/;

export function fastifyAdapter(logLevel: string): FastifyAdapter {
  return new FastifyAdapter({
    logger: logLevel === 'silent' ? false : { level: logLevel },
    // The line we write names the request, so that none needs a logger of its own.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    // One line of our own per request, below, instead of Fastify's two.
    logController: new LogController({ disableRequestLogging: true }),
    // A reverse proxy on the same machine tells who the client is; nobody else is believed.
    trustProxy: 'loopback',
    bodyLimit: JSON_BODY_BYTES,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && CLIENT_REQUEST_ID.test(given) ? given : randomUUID();
    },
  });
}

/** Everything between the socket and the controllers. */
export async function prepareHttp(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  app.useLogger(new NestLogger(fastify.log));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  const https = settings.publicUrl.startsWith('https:');
  // Put together once; Fastify's plugin would do it again for every request.
  const secure = helmet({
    contentSecurityPolicy: contentSecurityPolicy(settings),
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  });
  await app.register(multipart, {
    limits: { fileSize: LIMITS.photoBytes, files: 1, fields: 5, fieldSize: 1024, parts: 6 },
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    secure(request.raw, reply.raw, () => done());
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      reqId: request.id,
      method: request.method,
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  await servePages(fastify, settings);
}
