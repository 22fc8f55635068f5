import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium';
import { JIRA, NEVER_SCANNED, NOT_SET_UP, OWNER_SESSION, PARTIAL } from './example-org';
import { openPage, type OpenPage, type Wish } from './open-page';
import { failure } from './replies';
import { buildPage } from './served-build';

let browser: Browser;
let build: string;
beforeAll(async () => {
  [browser, build] = await Promise.all([launchChromium(), buildPage()]);
});
afterAll(() => browser.close());

const ONE_CASE = `/cases?account=712020:account-0&on=${encodeURIComponent(JIRA)}`;

interface View {
  name: string;
  wish: Wish;
  /** Text that stands on the view once it is there. */
  ready: string;
  act?: (page: Page) => Promise<void>;
}

const views: readonly View[] = [
  { name: 'the decision table', wish: { at: '/cases' }, ready: '10,000 of 10,000 cases' },
  {
    name: 'the decision table after a partial scan',
    wish: { at: '/cases?owner=idp-owned', replies: { 'scan/progress': () => PARTIAL } },
    ready: 'The last scan is partial',
  },
  {
    name: 'a case with an open form',
    wish: { at: ONE_CASE },
    ready: 'What frees the seat',
    act: (page) => page.getByRole('button', { name: 'Record exception' }).first().click(),
  },
  { name: 'the sources', wish: { at: '/sources' }, ready: '9 of 9 sources' },
  { name: 'the route-outs', wish: { at: '/route-outs' }, ready: 'Handed over to' },
  { name: 'the exceptions', wish: { at: '/exceptions' }, ready: 'Expired' },
  {
    name: 'setup with an open form',
    wish: { at: '/setup', height: 3000 },
    ready: 'Okta',
    act: async (page) => {
      await page.getByRole('button', { name: 'Edit Okta' }).click();
      await page.getByText('Optional, and off the standard path').click();
    },
  },
  {
    name: 'setup before anything',
    wish: {
      at: '/setup',
      height: 2600,
      replies: {
        'setup/get': () => NOT_SET_UP,
        'scan/progress': () => NEVER_SCANNED,
        'session/get': () => ({ ...OWNER_SESSION, capability: 'none', unclaimed: true }),
      },
    },
    ready: 'Nobody owns Seatpath yet',
  },
  {
    name: 'the page for people without rights',
    wish: { replies: { 'session/get': () => failure('NOT_ALLOWED', 'You do not administer this site.') } },
    ready: 'Seatpath is for Jira administrators',
  },
];

async function open(view: View, mode: 'light' | 'dark'): Promise<OpenPage> {
  const opened = await openPage(browser, build, { ...view.wish, look: { mode } });
  await opened.page.getByText(view.ready).first().waitFor();
  await view.act?.(opened.page);
  return opened;
}

for (const view of views) {
  test(`${view.name}: accessible in light and dark, within the policy, without a word in the console`, async () => {
    const [light, dark] = await Promise.all([open(view, 'light'), open(view, 'dark')]);
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // What is not about colour is the same in the dark.
    const found = await Promise.all([
      new AxeBuilder({ page: light.page }).withTags(rules).analyze(),
      new AxeBuilder({ page: dark.page }).withRules(['color-contrast', 'link-in-text-block']).analyze(),
    ]);
    const told = found.flatMap(({ violations }) =>
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    );
    expect(told).toEqual([]);
    expect([...(await light.misdeeds()), ...(await dark.misdeeds())]).toEqual([]);
    await Promise.all([light.close(), dark.close()]);
  });
}

test('the page keeps to a window of 768 pixels and to 200 % zoom: nothing but the tables scrolls sideways', async () => {
  for (const at of ['/cases', '/sources', '/route-outs', '/exceptions', '/setup', ONE_CASE]) {
    const { page, close } = await openPage(browser, build, { at, width: 640, height: 600 });
    await page.getByRole('heading', { name: 'Seatpath', includeHidden: true }).waitFor();
    await page.locator('.tab, .case').locator('[role=grid], table, .section, .path').first().waitFor();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, at).toBeLessThanOrEqual(0);
    await close();
  }
});
