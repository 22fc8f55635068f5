import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';

export const projectDir = resolve(__dirname, '../..');
const screens = resolve(projectDir, 'docs/screens');

/** A picture of what is there when flags have left and the frame has been painted. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  const frame = page.frames().at(-1)!;
  await frame.locator('[role=alert], .flag').first().waitFor({ state: 'hidden' });
  await frame.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
  await page.screenshot({ path: `${screens}/${name}.png` });
}

/** Jira settings, with a note of everything that must not happen there. */
export interface Settings {
  readonly page: Page;
  readonly app: FrameLocator;
  readonly misdeeds: string[];
}

export async function openSettings(browser: Browser, url: string): Promise<Settings> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(12_000);
  const misdeeds: string[] = [];
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const words = message.text();
    // Modal and drawer lock the scroll with a style that the policy refuses: no effect but the lock itself.
    const isScrollLock = /style-src/.test(words) && /inline style/i.test(words);
    if (message.type() === 'error' && !isScrollLock) misdeeds.push(`console: ${words}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const local = hostname === '127.0.0.1' || hostname === 'localhost';
    if (protocol !== 'data:' && protocol !== 'blob:' && !local) misdeeds.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, app: page.frameLocator('iframe'), misdeeds };
}
