import { inData, inRepo } from '../machine/places.mjs';

/** The environment the server runs in. What the person set themselves always wins, except where the demo must be safe. */
export function serverEnvironment({ port, host, databaseUrl, secrets, demo, wechatUrl }) {
  const given = process.env;
  const ours = {
    PORT: String(port),
    HOST: host,
    DATABASE_URL: databaseUrl,
    LINLI_STORAGE_DIR: given.LINLI_STORAGE_DIR ?? inData('storage'),
    LINLI_TOKEN_SECRET: given.LINLI_TOKEN_SECRET ?? secrets.tokenSecret,
    LINLI_DATA_KEY: given.LINLI_DATA_KEY ?? secrets.dataKey,
    LINLI_PUBLIC_URL: given.LINLI_PUBLIC_URL ?? addressOf(host, port),
    LINLI_MINIAPP_DIR: inRepo('miniapp', 'dist', 'h5'),
    LINLI_CONSOLE_DIR: inRepo('console', 'dist'),
  };
  if (demo) {
    ours.LINLI_DEMO = '1';
    ours.NODE_ENV = 'development';
  }
  if (wechatUrl) {
    ours.WECHAT_BASE_URL = wechatUrl;
    // One stand-in plays WeChat and the robots of WeCom groups; without real accounts it also has the templates.
    ours.WECOM_BASE_URL = given.WECOM_BASE_URL ?? wechatUrl;
    ours.WECHAT_TEMPLATE_PROGRESS = given.WECHAT_TEMPLATE_PROGRESS ?? 'demo-template-progress';
    ours.WECHAT_TEMPLATE_CONFIRM = given.WECHAT_TEMPLATE_CONFIRM ?? 'demo-template-confirm';
    ours.WECHAT_TEMPLATE_WORK = given.WECHAT_TEMPLATE_WORK ?? 'demo-template-work';
    ours.WECHAT_TEMPLATE_NOTICE = given.WECHAT_TEMPLATE_NOTICE ?? 'demo-template-notice';
    ours.WECHAT_APP_ID = given.WECHAT_APP_ID ?? 'wx0000000000demo01';
    ours.WECHAT_MESSAGE_TOKEN = given.WECHAT_MESSAGE_TOKEN ?? secrets.tokenSecret;
    ours.WECHAT_APP_SECRET = given.WECHAT_APP_SECRET ?? 'demo-secret-of-the-stand-in';
  }
  return { ...withoutNpm(given), ...ours };
}

export const addressOf = (host, port) =>
  `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;

/** npm hands its own settings down as variables; they are none of the server's business. */
const withoutNpm = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name)));
