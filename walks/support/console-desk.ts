import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Locator, Page, Route } from 'playwright-core';

const SHOTS = resolve(import.meta.dirname, '../../screenshots');

/** A member of staff at a desk with the console open. They click, type and look; nothing else. */
export class ConsoleDesk {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly base: string,
  ) {}

  static async open(
    browser: Browser,
    base: string,
    look: { width?: number; height?: number; dark?: boolean } = {},
  ): Promise<ConsoleDesk> {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
      colorScheme: look.dark ? 'dark' : 'light',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${base}/console/`);
    return new ConsoleDesk(context, page, base);
  }

  async signIn(account: string, password: string): Promise<void> {
    await this.page.getByLabel('账号').fill(account);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    // While it turns, and a moment after, its circle is part of the button's name.
    await this.page.getByRole('button', { name: /登录$/ }).click();
  }

  words(text: string): Locator {
    return this.page.getByText(text).filter({ visible: true }).first();
  }

  async see(text: string): Promise<void> {
    await this.words(text).waitFor({ state: 'visible' });
  }

  async click(text: string): Promise<void> {
    await this.words(text).click();
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).filter({ visible: true }).first().click();
  }

  /** Presses one of the actions behind 「⋯」. */
  async pressMore(action: string): Promise<void> {
    await this.press('还可以');
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** Chooses one of several answers. */
  async choose(answer: string): Promise<void> {
    await this.page.getByText(answer, { exact: true }).filter({ visible: true }).first().click();
  }

  /** Types into the field with this name and chooses from the list that opens under it. */
  async pick(field: string, answer: string, typed = answer): Promise<void> {
    const box = this.page.getByRole('combobox', { name: field });
    await box.click();
    await box.fill(typed);
    await this.page.locator('.ant-select-item-option').filter({ hasText: answer, visible: true }).click();
  }

  /** Presses one of several buttons that say the same, counted from 0. */
  async pressNth(button: string, at: number): Promise<void> {
    await this.page.getByRole('button', { name: button }).filter({ visible: true }).nth(at).click();
  }

  /** Presses an action wherever it stands at the foot. */
  async pressOrMore(action: string): Promise<void> {
    if (await this.isOffered(action)) await this.press(action);
    else await this.pressMore(action);
  }

  async isSeen(text: string): Promise<boolean> {
    return (await this.words(text).count()) > 0;
  }

  async isOffered(button: string): Promise<boolean> {
    return (await this.page.getByRole('button', { name: button }).filter({ visible: true }).count()) > 0;
  }

  /** Writes into the field with this id. */
  async write(field: string, text: string): Promise<void> {
    await this.page.locator(field).fill(text);
  }

  /** Adds a photo and waits until it has arrived. */
  async addPhoto(path: string): Promise<void> {
    await this.page.locator('.photo-tray input[type=file]').setInputFiles(path);
    await this.page.locator('.photo-tray figure.sent').waitFor({ state: 'visible' });
  }

  /** Opens the case whose line in the list says this. */
  async openCase(text: string): Promise<void> {
    await this.page.getByRole('row').filter({ hasText: text }).first().click();
  }

  /** What is sent arrives, but every answer is lost on the way back until the line is mended. */
  async loseAnswersOf(path: string): Promise<{ mend(): Promise<void> }> {
    const lose = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await this.page.route(path, lose);
    return { mend: () => this.page.unroute(path, lose) };
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.base}${path}`);
  }

  /** Another tab of the same browser, with the same person signed in. */
  async secondTab(path: string): Promise<ConsoleDesk> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${this.base}${path}`);
    return new ConsoleDesk(this.context, page, this.base);
  }

  async shot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: resolve(SHOTS, `${name}.png`), animations: 'disabled' });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
