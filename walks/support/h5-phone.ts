import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const SHOTS = resolve(import.meta.dirname, '../../screenshots');

/** What a hand can point at: an element's id (`#snap`) or the words on it. */
export type Target = string;

/** A person with the mini-program open in their phone's browser. They tap, type and look; nothing else. */
export class H5Phone {
  /** The numbers that were called, in order. */
  readonly calls: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly base: string,
  ) {}

  static async open(browser: Browser, base: string, path: string, width = 390): Promise<H5Phone> {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const phone = new H5Phone(context, page, base);
    await phone.answerCalls();
    await page.goto(`${base}${path}`);
    return phone;
  }

  /** A call is only noted down: Chromium would look for a telephone and take no further taps meanwhile. */
  private async answerCalls(): Promise<void> {
    await this.page.exposeFunction('noteCall', (number: string) => void this.calls.push(number));
    await this.page.addInitScript(() => {
      // Written in place: a name given to a function here would need a helper that the page has not.
      document.addEventListener(
        'click',
        (event) => {
          const href = (event.target as Element).closest('a[href^="tel:"]')?.getAttribute('href');
          if (!href) return;
          event.preventDefault();
          (window as unknown as { noteCall(number: string): void }).noteCall(href.slice('tel:'.length));
        },
        true,
      );
    });
  }

  /** The pages underneath stay in the document, so only what can be seen counts. */
  private target(target: Target): Locator {
    const found = target.startsWith('#')
      ? this.page.locator(`[id="${target.slice(1)}"]`)
      : this.page.getByText(target, { exact: false });
    return found.filter({ visible: true }).first();
  }

  async tap(target: Target): Promise<void> {
    await this.target(target).tap();
  }

  async see(target: Target): Promise<void> {
    await this.target(target).waitFor({ state: 'visible' });
  }

  async doNotSee(target: Target): Promise<void> {
    await this.target(target).waitFor({ state: 'hidden' });
  }

  async isSeen(target: Target): Promise<boolean> {
    return (await this.target(target).count()) > 0;
  }

  /** Waits until the words of this thing are as expected. */
  async seeIn(target: Target, words: RegExp): Promise<void> {
    await this.target(target).filter({ hasText: words }).waitFor({ state: 'visible' });
  }

  async wordsOf(target: Target): Promise<string> {
    return this.target(target).innerText();
  }

  /** Whether a switch is on. */
  async isOn(target: Target): Promise<boolean> {
    return (await this.target(target).getAttribute('aria-checked')) === 'true';
  }

  /** Types into the field with this id, after what is in it. */
  async type(id: string, text: string): Promise<void> {
    await this.target(id).tap();
    await this.field(id).fill(text);
  }

  async typed(id: string): Promise<string> {
    return this.field(id).inputValue();
  }

  /** What one types into: the element itself, or inside it once it has been drawn. */
  private field(id: string): Locator {
    const own = `[id="${id.slice(1)}"]`;
    const fields = ['input', 'textarea'].flatMap((tag) => [`${tag}${own}`, `${own} ${tag}`]);
    return this.page.locator(fields.join(', ')).filter({ visible: true }).first();
  }

  async choosePhotos(id: string, paths: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.tap(id);
    await (await chooser).setFiles(paths);
  }

  /** Sends the report, or is led to sign in first; whatever lies nearby already is something else. */
  async sendReport(): Promise<void> {
    await this.tap('#report-send');
    const next = this.page.locator('[id="near-none"], [id="report-follow"], [id="phone"]');
    await next.filter({ visible: true }).first().waitFor();
    if (await this.isSeen('#near-none')) await this.tap('#near-none');
  }

  /** The one-time code that the demo shows in place of a text message; whoever is new here agrees to the notice first. */
  async demoCode(): Promise<string> {
    const shown = await this.page.waitForFunction(
      () =>
        /\b\d{6}\b/.exec(document.body.innerText)?.[0] ??
        (document.querySelector('[id="privacy-agree"]') && 'notice'),
    );
    if ((await shown.jsonValue()) !== 'notice') return String(await shown.jsonValue());
    await this.tap('#privacy-agree');
    const code = await this.page.waitForFunction(() => /\b\d{6}\b/.exec(document.body.innerText)?.[0]);
    return String(await code.jsonValue());
  }

  async go(path: string): Promise<void> {
    const url = `${this.base}${path}`;
    const page = /^\/m\/#([^?]+)/.exec(path)?.[1];
    const within = this.page.url().startsWith(`${this.base}/m/#`) && this.page.url() !== url;
    const left = await this.page.locator('.taro_page:visible').evaluateAll((all) => all.map(({ id }) => id));
    await this.page.goto(url);
    if (page !== undefined && within) await this.arriveAt(url, page, left);
  }

  /** Within the program the page that one comes from stays until the next has been fetched; people wait for it, or are led elsewhere. */
  private async arriveAt(url: string, page: string, left: string[]): Promise<void> {
    await this.page.waitForFunction(
      ({ url, page, left }) => {
        const shown = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(
          ({ offsetParent }) => offsetParent !== null,
        );
        const arrived = shown.some(({ id }) => id.split('?')[0] === page && !left.includes(id));
        return arrived || location.href !== url;
      },
      { url, page, left },
    );
  }

  async reopen(): Promise<void> {
    await this.page.reload();
  }

  /** Opens the page anew, as people do who wait for something, and sees this on it. Pages ask again by themselves too, in their own time. */
  async lookAgain(target: Target): Promise<void> {
    await this.reopen();
    await this.see(target);
  }

  async shot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: resolve(SHOTS, `${name}.png`), animations: 'disabled' });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
