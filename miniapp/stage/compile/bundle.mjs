import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compileTemplates } from './wxml.mjs';
import { compileWxss } from './wxss.mjs';

/** Reads a built mini-program from disk and compiles it for the stage's page. */
export function compileBundle(weappDir) {
  const files = listFiles(weappDir);
  const problems = [];
  const read = (file) => readFileSync(join(weappDir, file), 'utf8');
  const app = JSON.parse(read('app.json'));
  const subPackages = (app.subPackages ?? app.subpackages ?? []).map((sub) => ({
    root: sub.root.replace(/^\/|\/$/g, ''),
    pages: sub.pages.map((page) => `${sub.root.replace(/\/$/, '')}/${page}`),
  }));
  const configs = {};
  const styles = {};
  const scopes = {};
  const modules = {};
  for (const file of files) {
    if (file.endsWith('.json') && files.includes(file.replace(/\.json$/, '.js'))) {
      configs[file.slice(0, -5)] = JSON.parse(read(file));
    } else if (file.endsWith('.js')) {
      modules[file] = read(file);
    }
  }
  for (const file of files.filter((f) => f.endsWith('.wxss'))) {
    const path = file.slice(0, -'.wxss'.length);
    if (isIsolated(configs[path])) scopes[path] = path.replace(/\W/g, '_');
    styles[path] = compileWxss(weappDir, file, { scope: scopes[path], problems });
  }
  return {
    app,
    mainPages: app.pages,
    subPackages,
    configs,
    styles,
    scopes,
    modules,
    templates: compileTemplates(weappDir, files, problems),
    sizes: packageSizes(weappDir, files, subPackages),
    tags: tagsUsed(weappDir, files),
    customTags: customTags(app, configs),
    problems,
  };
}

/** The element names in all templates, `wx:`-control tags left out. */
function tagsUsed(weappDir, files) {
  const control = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot']);
  const tags = new Set();
  for (const file of files.filter((f) => f.endsWith('.wxml'))) {
    for (const [, tag] of readFileSync(join(weappDir, file), 'utf8').matchAll(/<([a-z][\w-]*)/g)) {
      if (!control.has(tag)) tags.add(tag);
    }
  }
  return [...tags];
}

function customTags(app, configs) {
  const all = [app, ...Object.values(configs)].map((config) => config.usingComponents ?? {});
  return [...new Set(all.flatMap((used) => Object.keys(used)))];
}

/** A component's classes are its own unless its JSON says that they are shared; a page's are the page's. */
function isIsolated(config) {
  return config?.component === true && !['shared', 'page-shared'].includes(config.styleIsolation);
}

/** A text that changes when any file of the mini-program does. */
export function bundleStamp(weappDir) {
  return listFiles(weappDir)
    .map((file) => {
      const { mtimeMs, size } = statSync(join(weappDir, file));
      return `${file}:${mtimeMs}:${size}`;
    })
    .join('|');
}

/** Bytes in the main package and in each sub-package, source maps left out, as WeChat counts them. */
function packageSizes(weappDir, files, subPackages) {
  const sizes = { main: 0 };
  for (const { root } of subPackages) sizes[root] = 0;
  for (const file of files) {
    if (file.endsWith('.map') || file.endsWith('.LICENSE.txt')) continue;
    const owner = subPackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? 'main';
    sizes[owner] += statSync(join(weappDir, file)).size;
  }
  return sizes;
}

function listFiles(dir, base = dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? listFiles(path, base) : [relative(base, path).split(sep).join('/')];
  });
}
