/**
 * The oldest browsers the H5 promises: those of 2020. Polyfills for older ones made the first page a quarter heavier for
 * everybody; WeChat's own engines are newer.
 */
const OLDEST_BROWSERS = { chrome: '85', ios: '13.4', safari: '13.1', firefox: '78' };

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        ...(process.env.TARO_ENV === 'h5' ? { targets: OLDEST_BROWSERS } : {}),
      },
    ],
  ],
};
