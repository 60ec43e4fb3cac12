import { inRepo } from '../machine/places.mjs';
import { run } from '../machine/processes.mjs';
import { localBinary } from './build.mjs';

/** The contract between the server and its clients: written by the built server, turned into types for the clients. */
export const OPENAPI = 'docs/openapi.json';
export const TYPES = 'shared/src/api/schema.d.ts';

export const makeOpenApi = (file) =>
  run('写出接口描述', process.execPath, [inRepo('server', 'dist', 'openapi.js'), file], { log: 'openapi' });

export const makeTypes = (openapi, file) =>
  run('由接口描述生成类型', localBinary('shared', 'openapi-typescript'), [openapi, '-o', file], {
    log: 'openapi-types',
  });
