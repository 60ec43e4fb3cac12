import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openWorld, type World } from '../../../../walks/support/world.js';
import { openStage, type Phone } from '../../driver.js';
import { until } from '../../driver.look.js';
import type { Launch } from '../../driver.types.js';
import { type RunningStage, startStage } from '../../server.mjs';

const REPO = resolve(import.meta.dirname, '../../../..');
const SHOTS = resolve(REPO, 'screenshots');

/** The built mini-program on the stage, in front of a real server with the demo neighbourhood. */
export interface Wechat {
  world: World;
  /** A phone of this person's own; whoever is named for the first time is new to the server too. */
  phone(person: string, launch?: Launch): Promise<Phone>;
  close(): Promise<void>;
}

export async function openWechat(): Promise<Wechat> {
  const world = await openWorld();
  const stage: RunningStage = await startStage({
    weappDir: resolve(REPO, 'miniapp/dist/weapp'),
    apiBaseUrl: world.url,
    wechatBaseUrl: world.wechatUrl,
    appId: world.wechatAppId,
  }).catch(async (error: unknown) => {
    // A world left open would keep the test run from ending.
    await world.close();
    throw error;
  });
  return {
    world,
    phone: async (person, launch = {}) => {
      const phone = await openStage(world.browser, stage, { ...launch, person });
      phone.patience = 20_000;
      return phone;
    },
    close: async () => {
      await stage.close();
      await world.close();
    },
  };
}

/** What WeChat opens when somebody scans a printed code: the place page with the whole link in `q`, encoded. */
export const scanned = (url: string, code: string): Launch => ({
  path: 'pages/place/index',
  query: `q=${encodeURIComponent(`${url}/q/${code}`)}`,
});

export async function shot(phone: Phone, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await phone.screenshot(resolve(SHOTS, `weapp-${name}.png`));
}

/** Two taps, as on a phone: the camera's tile, then the album instead of the camera. */
export async function pickFromAlbum(phone: Phone, tile: string, files: string[]): Promise<void> {
  await phone.putInAlbum(files);
  await phone.tap(tile);
  await phone.tap('从手机相册选择');
}

/** Sends the report, or is led to sign in first; whatever lies nearby already is something else. */
export async function sendReport(phone: Phone): Promise<void> {
  await phone.tap('#report-send');
  const next = ['#near-none', '收到了，谢谢您', '用微信登录'];
  await until(
    phone.patience,
    async () => {
      for (const one of next) if (await phone.isSeen(one)) return one;
      return null;
    },
    async () => `nothing came of sending. On the screen:\n${await phone.read()}`,
  );
  if (await phone.isSeen('#near-none')) await phone.tap('#near-none');
}

/** One tap to sign in; whoever is new on this phone is told first what is kept, and agrees. */
export async function signInByWechat(phone: Phone): Promise<void> {
  await phone.tap('用微信登录');
  await phone.tap('#privacy-agree');
}
