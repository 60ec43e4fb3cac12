import type { Problem } from '@linli/shared';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseUnavailable, isDatabaseGone } from '../database/database.errors.js';
import { ProblemError } from './problem.js';
import {
  bodyTooLarge,
  mediaTypeUnknown,
  methodRefused,
  requestUnreadable,
  routeUnknown,
  tooManyRequests,
  unexpected,
} from './request.errors.js';

/** Turns whatever went wrong into problem+json. Only what nobody expected is logged with its stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemFor(error);
    if (problem.status >= 500 && !(error instanceof ProblemError)) {
      this.logger.error(
        `${request.id} ${request.method} ${pathOf(request.url)} ${problem.code}`,
        stackOf(error),
      );
    }
    // An answer that has begun, such as a picture being streamed, cannot turn into a problem any more.
    if (reply.sent) return;
    // The throttle has set the header already, and knows better.
    const retryAfterSeconds = Number(reply.getHeader('retry-after') ?? problem.retryAfterSeconds ?? 0);
    if (retryAfterSeconds > 0) reply.header('retry-after', retryAfterSeconds);
    const body: Problem = {
      type: 'about:blank',
      title: problem.title,
      status: problem.status,
      code: problem.code,
      ...(problem.errors === undefined ? {} : { errors: problem.errors }),
      ...(retryAfterSeconds > 0 ? { retryAfterSeconds } : {}),
      ...(problem.details === undefined ? {} : { details: problem.details }),
      requestId: request.id,
    };
    reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8');
    reply.header('cache-control', 'no-store').send(JSON.stringify(body));
  }
}

function problemFor(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseGone(error)) return databaseUnavailable();
  const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  switch (status) {
    case 400:
      return requestUnreadable();
    // 403 is what the file server says to a path that leads out of its folder; our own refusals are problems already.
    case 403:
    case 404:
      return routeUnknown();
    case 405:
      return methodRefused();
    case 413:
      return bodyTooLarge();
    case 415:
      return mediaTypeUnknown();
    case 429:
      return tooManyRequests();
    default:
      return unexpected();
  }
}

/** Fastify's own refusals carry the status on the error. */
function statusCodeOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Without the query, which may carry a signature or a code. */
function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
