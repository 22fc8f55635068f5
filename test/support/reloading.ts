import type { Page } from 'playwright-core';

/** Does what reloads the page, and waits until it has: what is pressed before goes to a page that is leaving. */
export async function reloading(page: Page, work: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await work();
  await loaded;
}
