/** A call that WeChat refuses; its reason becomes `errMsg`. */
export class WxFail extends Error {
  constructor(reason, extra = {}) {
    super(reason);
    this.extra = extra;
  }
}

/**
 * Makes a WeChat-style asynchronous function of `run(options)`: it calls success, fail and complete, later, never at once,
 * and answers a promise when none of the three is given.
 */
export function asyncCall(name, run) {
  return (options = {}) => {
    const task = Promise.resolve().then(() => run(options));
    const told = task.then(
      (result) => ({ ok: true, result: { ...result, errMsg: `${name}:ok` } }),
      (error) => ({ ok: false, result: failureOf(name, error) }),
    );
    if (!options.success && !options.fail && !options.complete) {
      return told.then(({ ok, result }) => (ok ? result : Promise.reject(result)));
    }
    told.then(({ ok, result }) =>
      // In a task of its own, so that what a callback throws reaches the page's error listener.
      setTimeout(() => {
        try {
          (ok ? options.success : options.fail)?.(result);
        } finally {
          options.complete?.(result);
        }
      }),
    );
    return undefined;
  };
}

export function failureOf(name, error) {
  const reason = error instanceof WxFail ? error.message : `stage error ${error?.message ?? error}`;
  if (!(error instanceof WxFail)) console.error(error);
  return { errMsg: `${name}:fail ${reason}`, ...(error?.extra ?? {}) };
}

/** A table of functions, each turned into a WeChat-style asynchronous call of the same name. */
export const asyncCalls = (table) =>
  Object.fromEntries(Object.entries(table).map(([name, run]) => [name, asyncCall(name, run)]));

/** `onX` and `offX` for each event, and `tell(event, ...args)`. */
export function eventCalls(names) {
  const listeners = new Map(names.map((name) => [name, new Set()]));
  const calls = {};
  for (const name of names) {
    calls[`on${name}`] = (listener) => void listeners.get(name).add(listener);
    calls[`off${name}`] = (listener) =>
      void (listener ? listeners.get(name).delete(listener) : listeners.get(name).clear());
  }
  return { calls, tell: (name, ...args) => [...listeners.get(name)].map((listener) => listener(...args)) };
}
