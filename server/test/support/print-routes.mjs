/**
 * Prints, as JSON, every /api route that the application really registers. A process of its own without any loader,
 * because Nest must be there only once.
 */
import 'reflect-metadata';

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { createApp } = await built('create-app.js');
const { Settings } = await built('platform/config/settings.js');

const app = await createApp(new Settings(process.env), 'silent');
const routes = new Set();
app
  .getHttpAdapter()
  .getInstance()
  .addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.add(`${one} ${url}`);
  });
await app.init();
process.stdout.write(JSON.stringify([...routes].filter((route) => route.includes(' /api/'))));
await app.close();
