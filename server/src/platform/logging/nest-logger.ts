import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Who lists every route and module at each start. */
const STARTING = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver']);

/** Sends what Nest and our classes log through Fastify's pino, so that there is one stream of one shape. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    const from = contextOf(rest);
    this.logger[from !== undefined && STARTING.has(from) ? 'debug' : 'info']({ from }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ from: contextOf(rest) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const stack = rest.length > 1 ? rest[0] : message instanceof Error ? message.stack : undefined;
    this.logger.error({ from: contextOf(rest), stack }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ from: contextOf(rest) }, String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ from: contextOf(rest) }, String(message));
  }
}

/** Nest passes the name of the speaker last. */
function contextOf(rest: unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}
