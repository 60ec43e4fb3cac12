import { noteError, noteUnknownApi, record } from './record.js';

/** What JavaScript itself has, and the few extras WeChat's logic layer gives. All else a browser has is hidden. */
const allowed = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array
  BigInt64Array BigUint64Array BigInt DataView Map Set WeakMap WeakSet WeakRef Proxy Reflect decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN console setTimeout clearTimeout
  setInterval clearInterval globalThis`.split(/\s+/),
);

const identifier = /^[A-Za-z_$][\w$]*$/;

function hiddenNames() {
  const names = new Set();
  for (let object = window; object && object !== Object.prototype; object = Object.getPrototypeOf(object)) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (identifier.test(name) && !allowed.has(name) && name !== 'constructor') names.add(name);
    }
  }
  return [...names];
}

/** `console` as the program sees it: what it complains about is recorded, and still printed. */
function programConsole() {
  const seen =
    (list) =>
    (...args) => {
      const text = args.map((a) => (a instanceof Error ? (a.stack ?? a.message) : format(a))).join(' ');
      const missing = /不支持\s*(?:API\s*)?[「'"]?([\w.]+)/.exec(text);
      if (missing) noteUnknownApi(missing[1]);
      list.push(text);
    };
  const asError = seen(record.errors);
  const asWarning = seen(record.warnings);
  return {
    ...console,
    error: (...args) => {
      asError(...args);
      console.error(...args);
    },
    warn: (...args) => {
      asWarning(...args);
      console.warn(...args);
    },
  };
}

function format(value) {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** WeChat refuses code made from text; a program that tries gets a function that does nothing, and is noted. */
function tamedFunction(sandbox) {
  const refuse = (args) => {
    if (/^\s*return this;?\s*$/.test(String(args.at(-1)))) return () => sandbox;
    noteError(new Error(`The program made a function from text, which WeChat refuses: ${args.at(-1)}`));
    return () => undefined;
  };
  return new Proxy(Function, {
    apply: (_target, _self, args) => refuse(args),
    construct: (_target, args) => refuse(args),
  });
}

/**
 * One scope for all files: the given names hold their values, every other name of the browser's is there and undefined.
 * What the program puts on `globalThis` becomes visible under its bare name, as it does in WeChat's engines.
 */
function createScope(given, hidden) {
  const make = new Function(
    ...Object.keys(given),
    `var ${hidden.join(', ')};
    return {
      set: { ${hidden.map((name) => `${name}: (value) => { ${name} = value; }`).join(', ')} },
      evaluate: function () { return eval(arguments[0]); },
    };`,
  );
  return make(...Object.values(given));
}

function createSandbox(own) {
  const hooks = { set: {} };
  const sandbox = new Proxy(own, {
    set(target, name, value) {
      target[name] = value;
      if (name in hooks.set) hooks.set[name](value);
      else if (!(name in window)) window[name] = value;
      return true;
    },
  });
  return { sandbox, hooks };
}

/**
 * Loads the program's files the way WeChat does: CommonJS, each inside a function, with nothing of the browser in reach.
 * `scope` holds the mini-program's own globals: wx, App, Page, Component, getApp and so on.
 */
export function createModuleLoader(sources, scope) {
  const own = {};
  for (const name of allowed) {
    if (name in window && !['undefined', 'NaN', 'Infinity', 'globalThis', 'eval'].includes(name)) {
      own[name] = window[name];
    }
  }
  for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']) {
    own[name] = window[name].bind(window);
  }
  const { sandbox, hooks } = createSandbox(own);
  Object.assign(own, scope, { console: programConsole(), Function: tamedFunction(sandbox) });
  Object.assign(own, { globalThis: sandbox, global: sandbox });
  const hidden = hiddenNames().filter((name) => !(name in own));
  const { set, evaluate } = createScope(own, hidden);
  hooks.set = set;
  const cache = new Map();

  function load(file) {
    const known = cache.get(file);
    if (known) return known.exports;
    const source = sources[file];
    if (source === undefined) throw new Error(`module '${file}' is not defined`);
    const module = { exports: {} };
    cache.set(file, module);
    const body = evaluate(
      `(function (require, module, exports) {${source}\n})\n//# sourceURL=weapp://app/${file}`,
    );
    const require = (path) => load(resolve(file, path));
    require.async = (path) => Promise.resolve().then(() => require(path));
    body.call(undefined, require, module, module.exports);
    return module.exports;
  }
  return { load, hidden };
}

export function resolve(from, path) {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  const file = parts.join('/');
  return file.endsWith('.js') ? file : `${file}.js`;
}
