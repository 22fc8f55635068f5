import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JIRA, NEVER_SCANNED, NOT_SET_UP, OWNER_SESSION, PARTIAL } from './example-org';
import { openPage, openStage, type Stage, type Wish } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

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

/** What only the view of an address shows. */
const SHOWN: Readonly<Record<string, string>> = {
  '/cases': '.grid--cases',
  '/sources': '.grid--sources',
  '/route-outs': '[role=region][aria-label^=Route-outs] table',
  '/exceptions': '[role=region][aria-label^=Exceptions] table',
  '/setup': '.section',
};

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The page has no frames: axe can be read where it ran, and need not describe what passed. */
function check(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

for (const view of views) {
  test(`${view.name}: accessible in light and dark, within the policy, without a word in the console`, async () => {
    const { page, misdeeds, close } = await openPage(stage, view.wish);
    await page.getByText(view.ready).first().waitFor();
    await view.act?.(page);
    const light = await check(page).withTags(RULES).analyze();
    await page.evaluate(async () => {
      document.documentElement.dataset['colorMode'] = 'dark';
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    });
    // What is not about colour is the same in the dark.
    const dark = await check(page).withRules(['color-contrast', 'link-in-text-block']).analyze();
    const told = [light, dark].flatMap(({ violations }) =>
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    );
    expect(told).toEqual([]);
    expect(await misdeeds()).toEqual([]);
    await close();
  });
}

test('a page that Jira opens in the dark is dark from the start', async () => {
  const { page, close } = await openPage(stage, { look: { mode: 'dark' } });
  await page.getByText('10,000 of 10,000 cases').waitFor();
  const lightness = await page.evaluate(() =>
    Math.max(...(getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? ['255']).map(Number)),
  );
  expect(lightness).toBeLessThan(64);
  await close();
});

test('the page keeps to a window of 768 pixels and to 200 % zoom: nothing but the tables scrolls sideways', async () => {
  const { page, close, visit } = await openPage(stage, { width: 640, height: 600 });
  for (const at of ['/cases', '/sources', '/route-outs', '/exceptions', '/setup', ONE_CASE]) {
    await visit(at);
    await page.getByRole('heading', { name: 'Seatpath', includeHidden: true }).waitFor();
    await page.locator(SHOWN[at.split('?')[0]!]!).first().waitFor();
    if (at === ONE_CASE) await page.locator('.path').first().waitFor();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, at).toBeLessThanOrEqual(0);
  }
  await close();
});

test('the long tables show all columns in a page of 1,156 pixels and say so where they scroll sideways', async () => {
  const { page, close, visit } = await openPage(stage, { width: 1156 + 48 });
  for (const at of ['/cases', '/sources']) {
    await page.setViewportSize({ width: 1156 + 48, height: 900 });
    await visit(at);
    const grid = page.locator(SHOWN[at]!);
    await grid.getByRole('row').nth(1).waitFor();
    const hidden = (): Promise<number> => grid.evaluate((table) => table.scrollWidth - table.clientWidth);
    const hint = page.getByText('scroll the table sideways');
    expect(await hidden(), at).toBe(0);
    expect(await hint.isVisible(), at).toBe(false);
    await page.setViewportSize({ width: 1000, height: 900 });
    await hint.waitFor();
    expect(await hidden(), at).toBeGreaterThan(0);
  }
  await close();
});
