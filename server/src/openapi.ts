import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Settings } from './platform/config/settings.js';
import { fastifyAdapter } from './platform/http/http-server.js';
import { openApiDocument } from './platform/openapi/document.js';

/**
 * Writes the contract to the file named on the command line. Nothing is started: the application is only put
 * together, so these settings are never used.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('say which file to write\n');
  process.exit(1);
}
const settings = new Settings({
  DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none',
  LINLI_STORAGE_DIR: 'none',
  LINLI_TOKEN_SECRET: '-'.repeat(32),
  LINLI_DATA_KEY: Buffer.alloc(32).toString('base64'),
});
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.forRoot(settings),
  fastifyAdapter('silent'),
  {
    logger: ['error', 'warn'],
    abortOnError: false,
  },
);
app.setGlobalPrefix('api');
await writeFile(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
