import { defineProblem } from '../http/problem.js';

export const databaseUnavailable = defineProblem({
  code: 'database/unavailable',
  status: 503,
  title: '系统正在恢复，请稍等几秒再试',
  retryAfterSeconds: 5,
});

const GONE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
]);

const ER_LOCK_WAIT_TIMEOUT = 1205;
const ER_LOCK_DEADLOCK = 1213;
const ER_DUP_ENTRY = 1062;
/** What MySQL says to `nowait`; MariaDB says that the wait was over. */
const ER_LOCK_NOWAIT = 3572;

interface DriverError {
  code?: string;
  errno?: number;
  message?: string;
  driverError?: DriverError;
}

function driverErrorOf(error: unknown): DriverError {
  const outer = (typeof error === 'object' && error !== null ? error : {}) as DriverError;
  return outer.driverError ?? outer;
}

/** The server went away or cannot be reached; trying again later may work. */
export function isDatabaseGone(error: unknown): boolean {
  const { code, message } = driverErrorOf(error);
  if (code !== undefined && GONE_CODES.has(code)) return true;
  return message !== undefined && /closed state|Connection lost|Pool is closed|not connected/i.test(message);
}

/** The work lost against another transaction and may be done again in a fresh one. */
export function isLostRace(error: unknown): boolean {
  const { errno } = driverErrorOf(error);
  return errno === ER_LOCK_DEADLOCK || errno === ER_LOCK_WAIT_TIMEOUT;
}

/** Asked for `nowait`: another transaction holds the row. */
export function isHeldByAnother(error: unknown): boolean {
  const { errno } = driverErrorOf(error);
  return errno === ER_LOCK_WAIT_TIMEOUT || errno === ER_LOCK_NOWAIT;
}

/** A unique key already holds this value. */
export function isDuplicate(error: unknown): boolean {
  return driverErrorOf(error).errno === ER_DUP_ENTRY;
}
