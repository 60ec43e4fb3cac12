/**
 * The design tokens are written once for browsers. A mini-program has no `:root` and no attribute selectors to rely on,
 * so `:root` becomes `page` there, elder mode becomes a class, and the console's and the wall's rules are left out.
 */
module.exports = ({ platform }) => ({
  postcssPlugin: 'linli-tokens',
  Once(root) {
    root.walkRules((rule) => {
      if (/data-app|data-screen|data-theme/.test(rule.selector)) {
        rule.remove();
        return;
      }
      if (rule.selector.includes('[data-elder]'))
        rule.selector = rule.selector.replaceAll('[data-elder]', '.elder');
      if (platform === 'weapp' && rule.selector.includes(':root'))
        rule.selector = rule.selector.replaceAll(':root', 'page');
    });
    root.walkAtRules('media', (rule) => {
      if (rule.nodes?.length === 0) rule.remove();
    });
  },
});
