import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { deviceWords } from './device-words.js';

/** What the person signs in on, in words. */
export const CurrentDevice = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  deviceWords(context.switchToHttp().getRequest<FastifyRequest>().headers['user-agent']),
);
