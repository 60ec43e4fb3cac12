import { ProblemError } from '../http/problem.js';

const LONGEST = 300;
/** Where in our own code it came from; the line says more than most messages do. */
const OUR_FRAME = /\/(?:dist|src)\/([\w./-]+):(\d+):\d+/;

/**
 * What went wrong, for whoever looks at a dead event. A message may quote what people wrote or whom it concerns (a
 * database's "duplicate entry" does), so that only names, codes and places in the code are kept.
 */
export function failureWords(effect: string, error: unknown): string {
  return [effect, kindOf(error), placeOf(error)].filter(Boolean).join(' · ').slice(0, LONGEST);
}

function kindOf(error: unknown): string {
  if (error instanceof ProblemError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^[\w/-]{1,60}$/.test(code) ? `${error.name} ${code}` : error.name;
}

function placeOf(error: unknown): string {
  const frame = error instanceof Error ? OUR_FRAME.exec(stackOf(error)) : null;
  return frame === null ? '' : `${frame[1]}:${frame[2]}`;
}

/** Without the message, which a stack repeats and which may look like anything. */
function stackOf({ stack = '', message }: Error): string {
  return stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
}
