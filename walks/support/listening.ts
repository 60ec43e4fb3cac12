import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    /** How many notes this page has begun to play. */
    __notes: number;
  }
}

/** Counts the notes a page plays from its next opening on: a test has no ears. */
export async function listening(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.__notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when?: number) {
      window.__notes += 1;
      start.call(this, when);
    };
  });
}

export const notesHeard = (page: Page): Promise<number> => page.evaluate(() => window.__notes);
