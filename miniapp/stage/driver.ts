import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { describe, seen, seenField, until } from './driver.look.js';
import type {
  Launch,
  NetworkMode,
  PermissionAnswer,
  PermissionName,
  PhotoFile,
  Recorded,
  Target,
  Trouble,
  WorldChange,
} from './driver.types.js';

export const chromiumOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Whoever is allowed to use the microphone hears a beep.
    '--use-fake-device-for-media-stream',
  ],
};

/** WeChat refuses a setData above this. */
const setDataLimit = 64 * 1024;

const pictureTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Opens a phone of its own (own storage, own album) with the mini-program on its screen. */
export async function openStage(
  browser: Browser,
  stage: { url: string },
  launch: Launch = {},
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const phone = new Phone(context, await context.newPage(), stage.url);
  await phone.open(launch);
  return phone;
}

/** A person's hands and eyes on the mini-program. It only taps, types and looks. */
export class Phone {
  /** How long a person waits for something to appear. */
  patience = 10_000;
  private readonly pageErrors: string[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.pageErrors.push(error.stack ?? error.message));
  }

  async open(launch: Launch = {}): Promise<void> {
    await this.page.goto(`${this.url}/?launch=${encodeURIComponent(JSON.stringify(launch))}`);
    await this.untilReady();
  }

  /** The program is killed and opened again; storage, album and world stay. */
  async killAndReopen(launch?: Launch): Promise<void> {
    if (launch) return this.open(launch);
    await this.page.reload();
    await this.untilReady();
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  async tap(target: Target): Promise<void> {
    await (await this.find(target)).tap({ timeout: this.patience });
  }

  async longPress(target: Target): Promise<void> {
    const box = await (await this.find(target)).boundingBox();
    if (!box) throw new Error(`${describe(target)} is not on the screen`);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.drag(at, at, 500);
  }

  /** Taps a field, named by `#id`, placeholder or accessible name, and types after what is in it. */
  async type(target: string, text: string): Promise<void> {
    await (await this.field(target)).tap({ timeout: this.patience });
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(text);
  }

  /** Replaces what is in a field. */
  async retype(target: string, text: string): Promise<void> {
    await (await this.field(target)).tap({ timeout: this.patience });
    await this.page.keyboard.press('Control+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.type(text);
  }

  /** What stands in a field. */
  async typed(target: string): Promise<string> {
    return (await this.field(target)).inputValue();
  }

  async pressEnter(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  /** Waits until a person can read `text`; answers where. */
  async see(text: Target): Promise<Locator> {
    return this.find(text);
  }

  async doNotSee(text: Target): Promise<void> {
    await until(
      this.patience,
      async () => !(await this.isSeen(text)),
      async () => `${describe(text)} is still on the screen`,
    );
  }

  async isSeen(target: Target): Promise<boolean> {
    return (await seen(this.page, target)) !== null;
  }

  /** All that can be read on the screen now. */
  async read(): Promise<string> {
    return this.page.locator('body').ariaSnapshot();
  }

  async tab(name: string): Promise<void> {
    const drawn = this.page.getByRole('tab', { name });
    if ((await drawn.count()) > 0) await drawn.first().tap();
    else {
      const own = this.page
        .locator('.stage-own-tabs')
        .getByText(name, { exact: true })
        .filter({ visible: true });
      await own.first().tap({ timeout: this.patience });
    }
  }

  /** The back arrow, or the phone's own back key where a page draws none. */
  async back(): Promise<void> {
    const arrow = this.page.getByRole('button', { name: '返回', exact: true }).filter({ visible: true });
    if ((await arrow.count()) > 0) await arrow.first().tap();
    else await this.page.evaluate(() => window.__stage.world.systemBack());
  }

  async title(): Promise<string> {
    return (await this.page.locator('.stage-nav-title:visible').textContent()) ?? '';
  }

  async pullDown(): Promise<void> {
    await this.drag({ x: 195, y: 200 }, { x: 195, y: 420 });
  }

  async scrollToEnd(): Promise<void> {
    await this.page.mouse.move(195, 500);
    await this.page.mouse.wheel(0, 100_000);
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }, holdMs = 0): Promise<void> {
    const cdp = await this.context.newCDPSession(this.page);
    const point = ({ x, y }: { x: number; y: number }) => [{ x, y }];
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
    if (holdMs > 0) await this.page.waitForTimeout(holdMs);
    for (let step = 1; from !== to && step <= 5; step += 1) {
      const part = (a: number, b: number) => a + ((b - a) * step) / 5;
      const at = { x: part(from.x, to.x), y: part(from.y, to.y) };
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(at) });
    }
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await cdp.detach();
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  /** Puts pictures into the phone's album; choosing pictures picks them in this order. */
  async putInAlbum(files: Array<string | PhotoFile>): Promise<void> {
    const sent = files.map((file) => {
      if (typeof file !== 'string')
        return { name: file.name, type: file.type, base64: file.body.toString('base64') };
      const name = basename(file);
      const type = pictureTypes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
      return { name, type, base64: readFileSync(file).toString('base64') };
    });
    await this.page.evaluate((added) => window.__stage.world.addToAlbum(added), sent);
  }

  async permit(name: PermissionName, answer: PermissionAnswer): Promise<void> {
    await this.page.evaluate(([n, a]) => window.__stage.world.setPermission(n, a), [name, answer] as const);
  }

  async network(
    mode: NetworkMode | { mode: NetworkMode; delayMs?: number; afterMs?: number },
  ): Promise<void> {
    await this.page.evaluate((change) => window.__stage.world.setNetwork(change), mode);
  }

  /** Any other change of the world: `phone.world('setLocation', null)`. */
  async world(change: WorldChange, ...args: unknown[]): Promise<void> {
    await this.page.evaluate(([name, given]) => window.__stage.world[name](...given), [
      change,
      args,
    ] as const);
  }

  async recorded(): Promise<Recorded> {
    return this.page.evaluate(() => JSON.parse(JSON.stringify(window.__stage.record)));
  }

  async pages(): Promise<Array<{ route: string; options: Record<string, string> }>> {
    return this.page.evaluate(() => JSON.parse(JSON.stringify(window.__stage.stack())));
  }

  /** What no walk should leave behind: errors, unknown abilities, oversized setData. */
  async trouble(): Promise<Trouble> {
    const seen = await this.recorded();
    const problems = await this.page.evaluate(() => [...window.__stage.problems]);
    return {
      errors: seen.errors,
      unknownApis: seen.unknownApis,
      unknownComponents: seen.unknownComponents,
      bundleProblems: problems,
      oversizedSetData:
        seen.setData.largestBytes > setDataLimit
          ? [`${seen.setData.largestAt}: ${seen.setData.largestBytes} bytes`]
          : [],
    };
  }

  /** Waits until the thing is on the screen. */
  async find(target: Target): Promise<Locator> {
    return until(
      this.patience,
      () => seen(this.page, target),
      async () => `${describe(target)} did not appear. On the screen:\n${await this.read()}`,
    );
  }

  private async field(target: string): Promise<Locator> {
    return until(
      this.patience,
      () => seenField(this.page, target),
      async () => `No field ${target} appeared. On the screen:\n${await this.read()}`,
    );
  }

  private async untilReady(): Promise<void> {
    const state = await this.page
      .waitForSelector('html[data-stage]', { state: 'attached', timeout: 30_000 })
      .then((html) => html.getAttribute('data-stage'))
      .catch(() => 'silent');
    if (state !== 'ready') throw new Error(`The stage is ${state}:\n${this.pageErrors.join('\n')}`);
  }
}
