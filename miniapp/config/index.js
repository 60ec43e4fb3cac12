const path = require('node:path');

const platform = process.env.TARO_ENV;
const shared = path.resolve(__dirname, '../../shared');

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
  outputRoot: `${process.env.LINLI_OUT ?? 'dist'}/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [],
  defineConstants: {},
  env: { TARO_APP_API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? 'https://linli.example') },
  copy: { patterns: [], options: {} },
  mini: { compile: { include: [shared] }, postcss },
  h5: {
    publicPath: '/m/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    compile: { include: [shared] },
    postcss,
  },
};
