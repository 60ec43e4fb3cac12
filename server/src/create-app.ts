import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './platform/config/settings.js';
import { fastifyAdapter, prepareHttp } from './platform/http/http-server.js';
import { serveDocs } from './platform/openapi/docs.js';

/** The whole application, put together but not yet listening. */
export async function createApp(settings: Settings, logLevel: string): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(settings),
    fastifyAdapter(logLevel),
    { bufferLogs: true, abortOnError: false },
  );
  await prepareHttp(app, settings);
  serveDocs(app);
  return app;
}
