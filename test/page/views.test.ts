import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGISTER_KINDS } from '../../src/contracts/records';
import { type CycleView } from '../../src/contracts/review-views';
import { JIRA, NEVER_SCANNED, NOT_SET_UP, OWNER_SESSION, PARTIAL } from './example-org';
import { OPEN_REVIEW, OPENING } from './example-cycle';
import { openPage, openStage, type Stage, type Wish } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const ONE_CASE = `/cases?account=712020:account-0&on=${encodeURIComponent(JIRA)}`;
const ONE_SOURCE = `source=group-jira-users&on=${encodeURIComponent(JIRA)}`;
const LAPSED: CycleView = {
  ...OPEN_REVIEW,
  progress: null,
  cycle: {
    ...OPEN_REVIEW.earlier[1]!.cycle,
    opening: { ...OPENING, verdict: 'partial', reasons: ['The SCIM directory b2 did not answer.'] },
  },
};

interface View {
  name: string;
  wish: Wish;
  /** Text that stands on the view once it is there. */
  ready: string;
  act?: (page: Page) => Promise<void>;
}

const views: readonly View[] = [
  {
    name: 'the overview with its table of flows',
    wish: { at: '/overview', height: 2600 },
    ready: 'Every billed seat once',
    act: (page) => page.getByText('The same as a table').click(),
  },
  { name: 'the decision table', wish: { at: '/cases' }, ready: '10,000 of 10,000 cases' },
  {
    name: 'the decision table after a partial scan',
    wish: { at: '/cases?owner=idp-owned', replies: { 'scan/progress': () => PARTIAL } },
    ready: 'The last scan is partial',
  },
  {
    name: 'the decision table with chosen and unfolded cases and the form for them',
    wish: { at: '/cases?without=signals', height: 1800 },
    ready: '10,000 of 10,000 cases',
    act: async (page) => {
      await page
        .getByRole('checkbox', { name: /^Choose / })
        .first()
        .check();
      await page
        .getByRole('button', { name: /^Paths of / })
        .nth(1)
        .click();
      await page.getByRole('button', { name: 'Decide', exact: true }).click();
      await page.locator('summary', { hasText: 'Columns' }).click();
    },
  },
  {
    name: 'a case with an open form',
    wish: { at: ONE_CASE },
    ready: 'What frees the seat',
    act: (page) => page.getByRole('button', { name: 'Record exception' }).first().click(),
  },
  {
    name: 'a case with its history',
    wish: { at: ONE_CASE, height: 3600 },
    ready: 'What frees the seat',
    act: async (page) => {
      await page.getByRole('heading', { name: 'History' }).click();
      await page.getByRole('button', { name: 'Show earlier' }).click();
      await page.getByText('No longer in force').waitFor();
    },
  },
  {
    name: 'the review with what changed',
    wish: { at: '/review' },
    ready: '10 items',
    act: (page) => page.getByText('What changed since the last review').click(),
  },
  {
    name: 'a lapsed review of a partial scan',
    wish: { at: '/review', replies: { 'cycle/get': () => LAPSED } },
    ready: 'This review lapsed',
  },
  {
    name: 'the question before a review is closed',
    wish: { at: '/review' },
    ready: '10 items',
    act: async (page) => {
      await page.getByRole('button', { name: 'Close this review' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'an item with its people and an open form',
    wish: { at: '/review?item=item-several', height: 1600 },
    ready: '24 people',
    act: async (page) => {
      await page.getByRole('button', { name: 'Decide', exact: true }).click();
      await page.getByRole('radio', { name: /^Exception/ }).check();
    },
  },
  {
    name: 'the result of a decision on many',
    wish: { at: '/review?item=item-inactive', height: 1600 },
    ready: '12 people',
    act: async (page) => {
      await page.getByRole('button', { name: 'Decide', exact: true }).click();
      await page.getByLabel('Note').fill('Not seen for half a year.');
      await page.getByRole('button', { name: 'Decide for 12 people' }).click();
      await page.getByText('11 paths decided.').waitFor();
      await page.getByText('The decision is being recorded').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'an item about settings',
    wish: { at: '/review?item=item-settings' },
    ready: 'Approved domains',
  },
  { name: 'the sources', wish: { at: '/sources' }, ready: '12 of 12 sources' },
  {
    name: 'a source with the form of a standing decision',
    wish: { at: `/sources?${ONE_SOURCE}&form=intend`, height: 1800 },
    ready: 'Seats at most',
  },
  {
    name: 'a source with the preview of a redesign',
    wish: { at: `/sources?${ONE_SOURCE}&form=redesign`, height: 1800 },
    ready: 'Redesign this source',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show what it would do' }).click();
      await page.getByText('1,264 people lose access').waitFor();
    },
  },
  {
    name: 'what is handed over, with the form of a group',
    wish: { at: '/handed-over', height: 2600 },
    ready: '2 issues under way',
    act: async (page) => {
      await page.getByText('1 finished issue').click();
      await page.getByText('What is known of the group').first().click();
      await page.getByRole('button', { name: 'Say it anew' }).first().click();
    },
  },
  {
    name: 'the answer for all people of an issue',
    wish: { at: '/handed-over' },
    ready: '2 issues under way',
    act: async (page) => {
      await page.getByRole('button', { name: 'Answer for all 4 people' }).click();
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /^Planned/ })
        .check();
    },
  },
  {
    name: 'pools, ledger and savings, with the forms of prices and of an invoice line',
    wish: { at: '/savings', height: 4000 },
    ready: '11 seats',
    act: async (page) => {
      await page.getByText('1 pool that a plan would make').click();
      await page.getByRole('button', { name: 'Change prices' }).first().click();
      await page.getByRole('button', { name: 'Add an app' }).click();
      await page.getByRole('button', { name: 'Record pool' }).click();
      await page.getByRole('button', { name: 'Record an invoice line' }).first().click();
    },
  },
  { name: 'the register of route-outs', wish: { at: '/records' }, ready: 'Handed over to' },
  { name: 'the register of exceptions', wish: { at: '/records?kind=exception' }, ready: 'Expired' },
  {
    name: 'a register of which the filter leaves nothing',
    wish: { at: '/records?kind=intent&state=withdrawn&text=nowhere' },
    ready: 'No record matches',
  },
  {
    name: 'the register of standing decisions with a step asked for',
    wish: { at: '/records?kind=intent' },
    ready: '2 records',
    act: async (page) => {
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the register of protections with an open form',
    wish: { at: '/records?kind=protection', height: 1600 },
    ready: '2 protections are suggested',
    act: async (page) => {
      await page.getByText('2 protections are suggested').click();
      await page.getByRole('button', { name: 'Protect an account' }).click();
    },
  },
  {
    name: 'setup with an open form',
    wish: { at: '/setup', height: 3000 },
    ready: 'Okta',
    act: async (page) => {
      await page.getByRole('button', { name: 'Edit Okta' }).click();
      await page.getByText('How it is asked').click();
      await page.getByText('Optional, and off the standard path').click();
    },
  },
  {
    name: 'setup with every step of its checklist tested',
    wish: { at: '/setup', height: 2600 },
    ready: 'Okta',
    act: async (page) => {
      await page.getByRole('button', { name: 'Test all' }).click();
      await page.getByText('No SCIM key is stored').waitFor();
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
    name: 'the help',
    wish: { at: '/handed-over', height: 3600 },
    ready: '2 issues under way',
    act: async (page) => {
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      await page.getByRole('region', { name: 'Atlassian’s own pages' }).waitFor();
    },
  },
  {
    name: 'the page for people without rights',
    wish: { replies: { 'session/get': () => failure('NOT_ALLOWED', 'You do not administer this site.') } },
    ready: 'Seatpath is for Jira administrators',
  },
];

/** What only the view of an address shows. */
const SHOWN: Readonly<Record<string, string>> = {
  '/overview': '.flows__picture',
  '/review': '.grid--queue',
  '/sources': '.grid--sources',
  '/cases': '.grid--cases',
  '/handed-over': '.request',
  '/savings': '.worth',
  '/records': '[role=region][aria-label^=Route-outs] table',
  '/setup': '.section',
};

/** What only an opened thing shows at the right. */
const OPENED: Readonly<Record<string, string>> = {
  [ONE_CASE]: '.path',
  [`/sources?${ONE_SOURCE}`]: '.edges',
  '/review?item=item-several': '.people',
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
    // A dialog locks the scroll with a style that the policy refuses: no effect but the lock itself.
    const grave = (await misdeeds()).filter((deed) => !deed.startsWith('style-src-elem inline'));
    expect(grave).toEqual([]);
    await close();
  });
}

test('a page that Jira opens in the dark is dark from the start', async () => {
  const { page, close } = await openPage(stage, { look: { mode: 'dark' } });
  await page.getByRole('heading', { name: 'What stands out' }).waitFor();
  const lightness = await page.evaluate(() =>
    Math.max(...(getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? ['255']).map(Number)),
  );
  expect(lightness).toBeLessThan(64);
  await close();
});

test('the page keeps to a window of 768 pixels and to 200 % zoom: nothing but the tables scrolls sideways', async () => {
  const { page, close, visit } = await openPage(stage, { width: 640, height: 600 });
  for (const at of [...Object.keys(SHOWN), ...Object.keys(OPENED)]) {
    await visit(at);
    await page.getByRole('heading', { name: 'Seatpath', includeHidden: true }).waitFor();
    await page.locator(SHOWN[at.split('?')[0]!]!).first().waitFor();
    const opened = OPENED[at];
    if (opened !== undefined) await page.locator(opened).first().waitFor();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, at).toBeLessThanOrEqual(0);
  }
  await close();
});

test('every register shows all its columns in a window of 1,024 pixels', async () => {
  const { page, close, visit } = await openPage(stage, { width: 1024 });
  for (const kind of REGISTER_KINDS) {
    await visit(`/records?kind=${kind}`);
    const table = page.getByRole('region').filter({ has: page.locator('.records__table') });
    await page.locator('.chip[aria-pressed=true]').waitFor();
    await table.waitFor();
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth), kind).toBe(0);
  }
  await close();
});

test('the long tables show all columns in a page of 1,156 pixels and say so where they scroll sideways', async () => {
  const { page, close, visit } = await openPage(stage, { width: 1156 + 48 });
  for (const at of ['/review', '/cases', '/sources']) {
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
