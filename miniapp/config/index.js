const path = require('node:path');

const platform = process.env.TARO_ENV;
const outputRoot = `${process.env.LINLI_OUT ?? 'dist'}/${platform}`;
const shared = path.resolve(__dirname, '../../shared');

/**
 * What goes through Babel besides our own source. TanStack Query ships private class members, which older phones lack
 * and which the minifier's quoted keys turn into a syntax error.
 */
const reactQuery = path.dirname(require.resolve('@tanstack/react-query'));
const queryCore = path.dirname(require.resolve('@tanstack/query-core', { paths: [reactQuery] }));
const compiled = [shared, path.resolve(reactQuery, '..'), path.resolve(queryCore, '..')];

/** Sizes are written in px and stay px on every screen: elder mode and the tokens decide sizes, not the screen's width. */
const postcss = {
  pxtransform: { enable: false },
  [path.resolve(__dirname, 'tokens-for-mini-program.js')]: { enable: true, config: { platform } },
};

module.exports = {
  projectName: 'linli',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.resolve(__dirname, 'aria-in-templates.js')],
  defineConstants: {},
  env: { TARO_APP_API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? 'https://linli.example') },
  copy: {
    // WeChat takes a shared card's picture from a file of the package.
    patterns:
      platform === 'weapp'
        ? [{ from: 'src/assets/share-card.png', to: `${outputRoot}/assets/share-card.png` }]
        : [],
    options: {},
  },
  mini: { compile: { include: compiled }, postcss },
  h5: {
    publicPath: '/m/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    compile: { include: compiled },
    postcss,
  },
};
