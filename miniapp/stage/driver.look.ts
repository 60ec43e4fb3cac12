import type { Locator, Page } from 'playwright-core';
import type { Target } from './driver.types.js';

/** Finds the visible thing a person means; null when it is not on the screen. */
export async function seen(page: Page, target: Target): Promise<Locator | null> {
  return firstVisible(candidates(page, target));
}

/** Finds a field by `#id`, placeholder or accessible name. */
export async function seenField(page: Page, target: string): Promise<Locator | null> {
  const field = 'input, textarea';
  if (target.startsWith('#')) return firstVisible([byId(page, target.slice(1)).locator(field)]);
  return firstVisible([page.getByPlaceholder(target), page.getByLabel(target).and(page.locator(field))]);
}

/** What lies over the program is looked at first; an exact text wins over a part of one. */
function candidates(page: Page, target: Target): Locator[] {
  if (typeof target !== 'string') return [page.getByRole(target.role, { name: target.name })];
  if (target.startsWith('#')) return [byId(page, target.slice(1))];
  const over = page.locator('#stage-overlays');
  const quoted = target.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return [
    over.getByText(target, { exact: true }),
    over.getByText(target),
    page.getByText(target, { exact: true }),
    page.locator(`[aria-label="${quoted}"]`),
    page.locator(`[data-testid="${quoted}"]`),
    page.getByText(target),
  ];
}

/** WeChat's framework writes ids as `<owner>--<id>`. */
function byId(page: Page, id: string): Locator {
  return page.locator(`[id$="--${id}"], [id="${id}"]`);
}

async function firstVisible(locators: Locator[]): Promise<Locator | null> {
  for (const locator of locators) {
    const visible = locator.filter({ visible: true });
    if ((await visible.count()) > 0) return visible.first();
  }
  return null;
}

export const describe = (target: Target) =>
  typeof target === 'string' ? `“${target}”` : `${target.role} “${target.name}”`;

/** Asks again until there is an answer, as long as a person would be patient. */
export async function until<T>(
  patience: number,
  ask: () => Promise<T | null | false>,
  complaint: () => Promise<string>,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(await complaint());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
