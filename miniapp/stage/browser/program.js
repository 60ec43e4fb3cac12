import { createModuleLoader, resolve } from './modules.js';
import { noteOnce, record } from './record.js';

/**
 * Runs the program's files and registers its App, pages and components with the framework.
 * Main-package pages run at the start, sub-package pages when they are first opened, as in WeChat.
 */
export function createProgram({ bundle, codeSpace, scope, builtinTags }) {
  const templates = new Function(`return ${bundle.templates}`)();
  const registered = new Set();
  let app = null;
  let registering = null;

  for (const path of Object.keys(templates)) {
    codeSpace.addCompiledTemplate(path, { groupList: templates, content: templates[path] });
  }
  for (const [path, config] of Object.entries(bundle.configs))
    codeSpace.addComponentStaticConfig(path, config);
  for (const [path, scope] of Object.entries(bundle.scopes)) codeSpace.addStyleSheet(path, undefined, scope);
  noteUnknownTags(bundle, builtinTags);

  const outside = (what) => () => {
    throw new Error(`${what} was called outside a page's or component's own file`);
  };
  const loader = createModuleLoader(bundle.modules, {
    ...scope,
    App: (definition) => {
      app = definition;
    },
    Page: (definition) => (registering?.Page ?? outside('Page'))(definition),
    Component: (definition) => (registering?.Component ?? outside('Component'))(tolerant(definition)),
    Behavior: (definition) =>
      (registering?.Behavior ?? codeSpace.behavior().definition(definition).register)(definition),
    getApp: () => app ?? undefined,
  });

  function runFile(path) {
    codeSpace.componentEnv(path, (env) => {
      const outer = registering;
      registering = env;
      try {
        loader.load(`${path}.js`);
      } finally {
        registering = outer;
      }
    });
  }

  /** Registers a page or component after everything it uses. */
  function register(path) {
    if (registered.has(path)) return;
    registered.add(path);
    for (const used of componentsUsed(path)) register(used);
    runFile(path);
  }

  function componentsUsed(path) {
    const own = { ...bundle.app.usingComponents, ...bundle.configs[path]?.usingComponents };
    return Object.values(own)
      .filter((target) => !target.startsWith('plugin'))
      .map((target) => resolve(`${path}.js`, target).replace(/\.js$/, ''));
  }

  return {
    start() {
      loader.load('app.js');
      if (bundle.app.lazyCodeLoading !== 'requiredComponents')
        for (const page of bundle.mainPages) register(page);
      return app;
    },
    register,
    componentsOf(path, seen = new Set()) {
      for (const used of componentsUsed(path)) {
        if (!seen.has(used)) {
          seen.add(used);
          this.componentsOf(used, seen);
        }
      }
      return [...seen];
    },
    hidden: loader.hidden,
  };
}

/** WeChat lets pass a list that is not one; Taro gives empty objects there. */
function tolerant(definition) {
  const lists = {};
  for (const name of ['behaviors', 'externalClasses']) {
    if (name in definition && !Array.isArray(definition[name])) lists[name] = [];
  }
  return { ...definition, ...lists };
}

/** A template that uses a tag nobody draws would show nothing; better to hear of it at once. */
function noteUnknownTags(bundle, builtinTags) {
  for (const tag of bundle.tags) {
    const known = builtinTags.includes(tag) || bundle.customTags.includes(tag);
    if (!known) noteOnce(record.unknownComponents, tag);
  }
}
