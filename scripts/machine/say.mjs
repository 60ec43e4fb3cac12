/** What the commands tell the person at the terminal: one line a step, and signs of life while a step is long. */

const terminal = process.stdout.isTTY === true && process.env.CI === undefined;
const TICK_MS = terminal ? 1_000 : 20_000;
const CLEAR_LINE = '\r\u001b[2K';

// A reader that goes away (`npm start | head`) must not bring the command down.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** A problem the person can do something about: shown as its one line, without a stack. */
export class PlainProblem extends Error {}

let out = process.stdout;

/** For a command whose standard output is for a program to read: people are told beside it. */
export function speakBesideOutput() {
  out = process.stderr;
}

const running = new Set();
let drawn = false;

export const colour = (code, text) => (terminal ? `\u001b[${code}m${text}\u001b[0m` : text);

export function line(text = '') {
  clearProgress();
  out.write(`${text}\n`);
}

export function problem(text) {
  clearProgress();
  process.stderr.write(`${colour(31, '✗')} ${text}\n`);
}

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1_000).toFixed(1)} 秒`;

/** Does one step, showing that it began, that it is still going on, how far it is if it tells, and how long it took. */
export async function step(title, work) {
  const state = { title, startedAt: Date.now(), far: '' };
  const tell = (far) => {
    state.far = far;
    if (terminal) showRunning();
    else line(`  ${far}`);
  };
  running.add(state);
  if (!terminal) line(`· ${title}`);
  const tick = setInterval(showRunning, TICK_MS);
  tick.unref();
  if (terminal) showRunning();
  try {
    const result = await work(tell);
    running.delete(state);
    line(`${colour(32, '✓')} ${title}（${seconds(state.startedAt)}）`);
    return result;
  } finally {
    clearInterval(tick);
    if (running.delete(state)) clearProgress();
  }
}

function clearProgress() {
  if (drawn) out.write(CLEAR_LINE);
  drawn = false;
}

function showRunning() {
  if (running.size === 0) return;
  const text = [...running]
    .map(({ title, far, startedAt }) => {
      const taken = `${title} ${Math.round((Date.now() - startedAt) / 1_000)} 秒`;
      return far === '' ? taken : `${taken}，${far}`;
    })
    .join('；');
  drawn = terminal;
  out.write(terminal ? `${CLEAR_LINE}… ${text}` : `  … ${text}\n`);
}
