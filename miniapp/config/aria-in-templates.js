const path = require('node:path');
const attributes = require('./aria-attributes');

/**
 * Taro's templates for WeChat pass on only the attributes they know, and those for reading aloud are not among them.
 * This adds them, to the templates and to what the program itself knows: both number the attributes, so both must agree.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, attributes);
      const known = [platform.runtimePath].flat().filter(Boolean);
      platform.runtimePath = [...known, path.resolve(__dirname, 'aria-at-runtime.js')];
    },
  });
};
