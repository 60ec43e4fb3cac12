import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postcss from 'postcss';
import { builtinTags } from './components.mjs';

const tagInSelector = new RegExp(
  `(^|[\\s>+~,(])(${[...builtinTags].sort((a, b) => b.length - a.length).join('|')})(?![\\w-])`,
  'g',
);

/** One rpx is a 750th of the screen's width, whatever the screen. */
function rpxToVw(value) {
  return value.replace(/(-?\d*\.?\d+)rpx\b/g, (_, n) => `${round(Number(n) / 7.5)}vw`);
}

/** In WeChat 100vh is the height of the page between the bars, not of the screen. */
function vhToPageHeight(value) {
  return value.replace(/(-?\d*\.?\d+)d?vh\b/g, (_, n) => `calc(${n} * var(--stage-vh, 1vh))`);
}

function safeArea(value) {
  return value
    .replace(/(?:env|constant)\(safe-area-inset-bottom(?:,[^)]*)?\)/g, 'var(--stage-safe-bottom, 0px)')
    .replace(/(?:env|constant)\(safe-area-inset-top(?:,[^)]*)?\)/g, 'var(--stage-safe-top, 0px)');
}

function round(n) {
  return Math.round(n * 100000) / 100000;
}

function inScope(selector, scope) {
  return selector
    .replace(/\.(-?[_a-zA-Z][\w-]*)/g, `.${scope}--$1`)
    .replace(/:host\b/g, `[wx-host="${scope}"]`);
}

function translateValue(value) {
  return safeArea(vhToPageHeight(rpxToVw(value)));
}

/**
 * Compiles one wxss file, with everything it imports, into CSS for the stage's page.
 * With `scope`, its classes are those of one isolated component: the framework writes `<scope>--<class>` there.
 */
export function compileWxss(weappDir, path, { scope, problems = [] } = {}) {
  const root = parseWithImports(weappDir, path, new Set(), problems);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
    rule.selector = rule.selector.replace(tagInSelector, '$1wx-$2');
    if (scope) rule.selector = inScope(rule.selector, scope);
  });
  root.walkDecls((decl) => {
    decl.value = translateValue(decl.value);
    const local = /url\(\s*["']?(?!data:|https?:)([^"')]+)/.exec(decl.value);
    if (local) problems.push(`${path}: wxss cannot show the local picture ${local[1]}`);
  });
  return root.toString();
}

function parseWithImports(weappDir, path, seen, problems) {
  if (seen.has(path)) return postcss.root();
  seen.add(path);
  let text;
  try {
    text = readFileSync(join(weappDir, path), 'utf8');
  } catch {
    problems.push(`${path}: wxss not found`);
    return postcss.root();
  }
  const root = postcss.parse(text, { from: path });
  root.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1];
    if (!target) return;
    const file = target.startsWith('/') ? target.slice(1) : join(dirname(path), target);
    rule.replaceWith(parseWithImports(weappDir, file, seen, problems).nodes);
  });
  return root;
}
