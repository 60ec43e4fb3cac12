/** Inline styles carry rpx too (Taro.pxTransform makes them at run time). */
export function translateInlineStyle(value) {
  return String(value)
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, n) => `${Math.round((Number(n) / 7.5) * 100000) / 100000}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, n) => `calc(${n} * var(--stage-vh, 1vh))`)
    .replace(/(?:env|constant)\(safe-area-inset-bottom\)/g, 'var(--stage-safe-bottom, 0px)')
    .replace(/(?:env|constant)\(safe-area-inset-top\)/g, 'var(--stage-safe-top, 0px)');
}

/**
 * Each WeChat page has a web view of its own, so one page's wxss never reaches another.
 * Here all pages share a document: only the styles of the page on top are switched on.
 */
export function createStyleSheets(styles) {
  const elements = new Map();
  const add = (path, text) => {
    const element = document.createElement('style');
    element.dataset.wxss = path;
    element.textContent = text;
    document.head.append(element);
    elements.set(path, element);
    return element;
  };
  if (styles.app) add('app', styles.app);
  return {
    use(pagePath, componentPaths) {
      const wanted = new Set(['app', pagePath, ...componentPaths]);
      for (const path of wanted) if (!elements.has(path) && styles[path]) add(path, styles[path]);
      for (const [path, element] of elements) element.disabled = !wanted.has(path);
    },
  };
}
