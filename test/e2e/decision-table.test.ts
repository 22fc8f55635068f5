import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { people } from '../../local/org/demo/people';
import { ATLASSIAN_PAGES, PAGE_TITLES } from '../../src/contracts/atlassian-pages';
import { ADMIN_SECTIONS } from '../../static/admin/src/help/sections';
import { en } from '../../static/admin/src/texts/en';
import { expectAccessible } from '../support/accessibility';
import { close, inTheDemo, numberIn, openCase, type Settings, toTab } from './stage';

/*
 * Looking things up: the decision table, a case of it and the help, through Jira’s frame and the real bridge, over the
 * demo organization. Only the first test decides anything.
 */
const theatre = inTheDemo();

/** The day of `ATLASSIAN_PAGES`, as the page writes it. */
const CHECKED = 'Nov 23, 2026';

const rowAt = (app: FrameLocator, position: number): Locator => app.locator(`[data-row="${position}"]`);
const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const isFocused = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => document.hasFocus() && element === document.activeElement);
const expectFocus = (one: Locator): Promise<void> => expect.poll(() => isFocused(one)).toBe(true);

/** Goes on with Tab, or back, until something has the focus. */
async function tabTo({ page }: Settings, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${wanted.toString()}`);
}

/** The table with what stands above it, once it has been read. */
async function openTable(): Promise<Settings> {
  const settings = await theatre().open();
  await toTab(settings.app, 'Cases');
  await rowAt(settings.app, 0).waitFor();
  return settings;
}

/** Turns to the dark theme, as one does in Jira. */
async function darken({ page, app }: Settings): Promise<void> {
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await app.locator('html[data-color-mode=dark]').waitFor({ state: 'attached' });
}

/** How many rows there are, and what the first ones say. */
async function shown(app: FrameLocator): Promise<string[]> {
  await rowAt(app, 4).waitFor();
  const first = [0, 1, 2, 3, 4].map((position) => rowAt(app, position));
  return Promise.all([app.locator('.count'), ...first].map((one) => one.innerText()));
}

/** Where a link leads that the frame hands over to Jira, which opens it in a tab of its own. */
async function opened({ page }: Settings, follow: () => Promise<void>): Promise<string[]> {
  await page.context().route(/^https:\/\/[a-z]+\.atlassian\.com\//, (route) => route.fulfill({ body: '' }));
  await page.evaluate(() => {
    const asked: string[] = [];
    const open = window.open.bind(window);
    window.open = (url, ...how) => {
      asked.push(String(url));
      return open(url, ...how);
    };
    Object.assign(globalThis, { __asked: asked });
  });
  const frame = page.frames().at(-1)!;
  await frame.evaluate(() => {
    const note = ({ defaultPrevented }: Event): void =>
      void Object.assign(globalThis, { __followed: !defaultPrevented });
    window.addEventListener('click', note, { once: true });
  });
  const tabs: Page[] = [];
  page.context().on('page', (tab) => tabs.push(tab));
  const before = page.frames().map((frame) => frame.url());
  await follow();
  await expect.poll(() => tabs.length).toBeGreaterThan(0);
  const asked = await page.evaluate(() => (globalThis as unknown as { __asked: string[] }).__asked);
  for (const tab of tabs) await tab.waitForURL(/^https:/);
  expect(tabs.map((tab) => tab.url())).toEqual(asked);
  // The frame itself follows no link.
  expect(await frame.evaluate(() => (globalThis as unknown as { __followed: boolean }).__followed)).toBe(
    false,
  );
  expect(page.frames().map((frame) => frame.url())).toEqual(before);
  return asked;
}

test('by the keyboard alone: to the table, from row to row, into a case and back, and two cases chosen and decided', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await app.getByRole('heading', { name: 'What stands out' }).waitFor();
  await tabTo(settings, app.getByRole('tab', { name: 'Overview' }));
  for (const tab of ['Review', 'Sources', 'Cases']) {
    await press('ArrowRight');
    await expectFocus(app.getByRole('tab', { name: tab }));
  }
  await rowAt(app, 0).waitFor();

  // Narrowed to few, whom no other test decides on.
  for (const filter of [/^Local group/, /^Never active/]) {
    const chip = app.getByRole('button', { name: filter });
    await tabTo(settings, chip);
    await press('Enter');
    await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true');
  }
  const count = app.locator('.count');
  await expect.poll(() => count.textContent()).toMatch(/^\d{1,2} of /);
  const matched = await numberIn(count);
  expect(matched).toBeGreaterThan(2);

  // From row to row, and one unfolded.
  await tabTo(settings, rowAt(app, 0));
  await press('ArrowDown');
  await expectFocus(rowAt(app, 1));
  await press('End');
  await expectFocus(rowAt(app, matched - 1));
  await press('Home');
  await expectFocus(rowAt(app, 0));
  const paths = rowAt(app, 0).getByRole('listitem');
  expect(await paths.count()).toBe(0);
  await press('ArrowRight');
  await paths.filter({ hasText: 'Local group' }).first().waitFor();
  expect(await paths.count()).toBe(await numberIn(rowAt(app, 0).locator('.paths__count')));
  await press('ArrowLeft');
  await expect.poll(() => paths.count()).toBe(0);

  // Into a case, and back to its row.
  await press('ArrowDown');
  await press('Enter');
  const panel = app.getByRole('dialog');
  await panel.locator('.path').first().waitFor();
  await tabTo(settings, panel.getByRole('button', { name: 'Keep' }).first());
  await press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expectFocus(rowAt(app, 1));

  // Two chosen and decided through the bar.
  const bar = app.getByRole('region', { name: 'Chosen cases' });
  await press('Space');
  await press('ArrowUp');
  await press('Space');
  await bar.getByText(`2 of ${matched} filtered`).waitFor();
  const decide = bar.getByRole('button', { name: 'Decide', exact: true });
  await tabTo(settings, decide, 'Shift+Tab');
  await press('Enter');
  await expectFocus(bar.getByRole('radio', { name: /^Free the seats/ }));
  await press('Escape');
  await expectFocus(decide);
  await press('Enter');
  await expectFocus(bar.getByRole('radio', { name: /^Free the seats/ }));
  for (const outcome of [/^Exception/, /^Hold/, /^Keep/]) {
    await press('ArrowDown');
    await expectFocus(bar.getByRole('radio', { name: outcome }));
  }
  await tabTo(settings, bar.getByLabel('Note'));
  await page.keyboard.type('They begin in January.');
  await tabTo(settings, bar.getByRole('button', { name: 'Decide 2 cases' }));
  await press('Enter');
  await bar.getByText(/^[2-9] paths decided\./).waitFor({ timeout: 20_000 });
  await tabTo(settings, bar.getByRole('button', { name: 'Decide what is left' }));
  await press('Enter');
  await bar.waitFor({ state: 'detached' });
  await expectFocus(rowAt(app, 0));
  await rowAt(app, 0)
    .getByText(/^\d keeps?$/)
    .waitFor();
  await close(settings);
}, 90_000);

test('order, columns, a filter and a search stand in the address: a reload and whoever gets the link see the same rows', async () => {
  const settings = await openTable();
  const { page, app } = settings;
  const told = app.locator('.count[role=status]');
  // The same element all along: only what changes inside of one is read out.
  await told.evaluate((one) => Object.assign(globalThis, { __told: one }));
  const local = app.getByRole('button', { name: /^Local group/ });
  const few = await numberIn(local);
  await local.click();
  await expect.poll(() => numberIn(told)).toBe(few);
  await app.getByRole('searchbox').fill('legacy');
  await expect.poll(() => numberIn(told)).toBeLessThan(few);
  const head = app.getByRole('columnheader', { name: 'Paths' });
  for (const order of ['ascending', 'descending']) {
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe(order);
  }
  await app.locator('summary', { hasText: 'Columns' }).click();
  await app.getByRole('checkbox', { name: 'Signals' }).uncheck();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => hash(page))
    .toBe('#/cases?owner=local-group&text=legacy&sort=paths&order=descending&without=signals');
  await app.locator('.grid[aria-busy=false]').waitFor();
  expect(await told.evaluate((one) => one === (globalThis as unknown as { __told: Element }).__told)).toBe(
    true,
  );
  const numbers = (await app.locator('[data-row] .paths__count').allTextContents()).map(Number);
  expect(numbers[0]).toBeGreaterThan(numbers.at(-1)!);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  const here = await shown(app);
  expect(here[0]).toMatch(/^\d[\d,]* of [\d,]+ cases/);
  const titles = (frame: FrameLocator): Promise<string[]> =>
    frame.locator('.grid--cases').getByRole('columnheader').allTextContents();
  const columns = await titles(app);
  expect(columns).not.toContain('Signals');

  await page.reload();
  expect(await shown(app)).toEqual(here);
  expect(await titles(app)).toEqual(columns);

  const other = await page.context().newPage();
  await other.goto(page.url());
  const there = other.frameLocator('iframe');
  expect(await shown(there)).toEqual(here);
  expect(await titles(there)).toEqual(columns);
  expect(await there.getByRole('searchbox').inputValue()).toBe('legacy');
  expect(await there.getByRole('button', { name: /^Local group/ }).getAttribute('aria-pressed')).toBe('true');
  await close(settings);
});

test('the head of the table stays on top of thousands of rows that are scrolled below it', async () => {
  const settings = await openTable();
  const { page, app } = settings;
  const head = app.getByRole('columnheader', { name: 'Person' });
  const before = await head.boundingBox();
  await rowAt(app, 2).hover();
  await page.mouse.wheel(0, 12_000);
  await rowAt(app, 210)
    .getByText(/harbourline/)
    .first()
    .waitFor();
  expect(await head.boundingBox()).toEqual(before);
  const isOnTop = (cell: Element): boolean => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    return cell.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  expect(await head.evaluate(isOnTop)).toBe(true);
  await close(settings);
});

test('a case: the picture of its paths and the list say the same; facts, checks, suggestion, rule and history stand there', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await darken(settings);
  const panel = await openCase(settings, theatre().nameOf(people.threePaths));
  const facts = panel.getByRole('region', { name: 'Four facts, each for itself' });
  expect(await facts.getByRole('heading').allTextContents()).toEqual([
    'Identity',
    'Atlassian account',
    'Product access',
    'Groups',
  ]);
  const tops = await facts
    .locator('.fact')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops[0]).toBe(tops[1]);
  await panel.getByText('Only 3 edits together free the seat: ').waitFor();

  // Account, groups, product: three columns, from the left to the right.
  const picture = panel.getByRole('img', { name: /^Henrik Aalto reaches Jira \(harbourline\) by 3 paths/ });
  const boxes = await picture.locator('.path-graph__box').evaluateAll((all) =>
    all.map((box) => ({
      left: Math.round(box.getBoundingClientRect().left),
      words: [...box.parentElement!.querySelectorAll('title')].map((one) => one.textContent),
    })),
  );
  const [account, ...groups] = boxes;
  const product = groups.pop()!;
  expect([account!.words, product.words]).toEqual([['Henrik Aalto'], ['Jira (harbourline)']]);
  const [column, ...more] = new Set(groups.map(({ left }) => left));
  expect(more).toEqual([]);
  expect(account!.left).toBeLessThan(column!);
  expect(column!).toBeLessThan(product.left);
  const paths = panel.locator('.path');
  expect(await paths.count()).toBe(3);
  for (const [n, { words }] of groups.entries()) {
    const [group, owner] = [words[0]!, words[1]!.split(' · ')[0]!];
    expect(await paths.nth(n).locator('.path__head').textContent()).toContain(owner);
    expect(await paths.nth(n).locator('.path__sentence').textContent()).toContain(`“${group}”`);
    expect(await paths.nth(n).locator('.checks__part .checks__title').allTextContents()).toEqual([
      'Check',
      'Hold',
      'Proof',
    ]);
    expect(await paths.nth(n).locator('.path__lane--suggestion li').count()).toBeGreaterThan(0);
  }
  const synced = paths.filter({ hasText: 'okta-eng-apps' });
  await synced.getByText('Hand this path over to the identity owner, with its evidence.').waitFor();

  // The rule, and the page that it rests on, in a tab of its own.
  const why = synced.locator('.why').first();
  await why.locator('summary').click();
  expect(await why.locator('.why__rule').count()).toBeGreaterThan(0);
  expect(await why.textContent()).toContain(`Atlassian’s page, checked ${CHECKED}`);
  const link = why.getByRole('link', { name: 'Atlassian’s page' });
  expect(await opened(settings, () => link.click())).toEqual([await link.getAttribute('href')]);
  expect(Object.values(ATLASSIAN_PAGES)).toContain(await link.getAttribute('href'));

  await panel.getByRole('heading', { name: 'History' }).click();
  const now = panel.locator('.timeline__line').first();
  await now.getByText('Review of week 48, 2026').waitFor();
  await now.getByText(/^okta-eng-apps: in the (queue|backlog)/).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await app.locator('#page').evaluate((one) => one.hasAttribute('inert'))).toBe(false);
  await close(settings);
});

test('by the keyboard alone: the help is opened, read from section to section and left to its button', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  const button = app.getByRole('button', { name: 'Help', exact: true });
  await tabTo(settings, button);
  await page.keyboard.press('Enter');
  const panel = app.getByRole('dialog', { name: 'Help' });
  await panel.getByText(`Checked against Atlassian’s own pages on ${CHECKED}`).waitFor();
  const sections = ADMIN_SECTIONS.map((name) => en[`help.${name}`]);
  const contents = panel.getByRole('navigation', { name: 'Sections of the help' });
  expect(await contents.getByRole('button').allTextContents()).toEqual(sections);
  expect(await panel.getByRole('heading', { level: 3 }).allTextContents()).toEqual(sections);
  await tabTo(settings, contents.getByRole('button', { name: en['help.references'] }));
  await page.keyboard.press('Enter');
  const title = panel.getByRole('heading', { name: en['help.references'] });
  await expectFocus(title);
  await expect.poll(() => title.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(700);

  const references = panel.getByRole('region', { name: en['help.references'] });
  for (const [key, url] of Object.entries(ATLASSIAN_PAGES)) {
    const words = PAGE_TITLES[key as keyof typeof ATLASSIAN_PAGES];
    const line = references.getByRole('row').filter({ hasText: words });
    expect(await line.getByRole('link').getAttribute('href')).toBe(url);
    expect(await line.getByRole('cell').last().textContent(), url).toBe(CHECKED);
  }
  await tabTo(settings, references.getByRole('link', { name: PAGE_TITLES.defaultGroups }));
  const follow = (): Promise<void> => page.keyboard.press('Enter');
  expect(await opened(settings, follow)).toEqual([ATLASSIAN_PAGES.defaultGroups]);
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expectFocus(button);
  await close(settings);
});

test('a view answers its question and stands in the address; where filters leave nothing, one press clears them', async () => {
  const settings = await openTable();
  const { page, app } = settings;
  await darken(settings);
  const count = app.locator('.count');
  const all = await numberIn(count);
  await app.locator('summary', { hasText: 'Views' }).click();
  await app.getByRole('button', { name: 'Unused, through synced groups' }).click();
  await expect.poll(() => hash(page)).toBe('#/cases?owner=idp-owned&finding=inactive-seat&seat=true');
  await expect.poll(() => numberIn(count)).toBeLessThan(all);
  for (const filter of [/^IdP-owned/, /^Inactive seat/])
    expect(await app.getByRole('button', { name: filter }).getAttribute('aria-pressed')).toBe('true');

  await app.getByRole('searchbox').fill('nobody is called that');
  const empty = app.locator('.empty');
  await empty.getByRole('heading', { name: 'No case matches these filters' }).waitFor();
  expect(await empty.getByRole('button').allTextContents()).toEqual(['Clear filters']);
  await empty.getByRole('button').click();
  await expectFocus(app.getByRole('searchbox'));
  await expect.poll(() => numberIn(count)).toBe(all);
  expect(hash(page)).toBe('#/cases');
  expect(await app.getByRole('searchbox').inputValue()).toBe('');
  await page.goBack();
  await empty.waitFor();
  await close(settings);
});

/** Lets axe look at what the frame shows. */
const check = ({ page }: Settings, what: string): Promise<void> =>
  expectAccessible(page.frames().at(-1)!, what);

test('axe finds nothing on any tab', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  await app.getByRole('tab').first().waitFor();
  for (const tab of await app.getByRole('tab').allTextContents()) {
    await toTab(app, tab);
    await app.getByRole('tabpanel').locator('h2, [data-row="0"], table, .count b, form').first().waitFor();
    await check(settings, tab);
  }
  await close(settings);
}, 180_000);

test('axe finds nothing on an item, a source, a case, the form for many and the help', async () => {
  const settings = await openTable();
  const { page, app } = settings;
  const panel = app.getByRole('dialog');
  const checkPanel = async (what: string): Promise<void> => {
    await check(settings, what);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  };
  await app
    .getByRole('checkbox', { name: /^Choose / })
    .nth(1)
    .check();
  await app
    .getByRole('button', { name: /^Paths of / })
    .first()
    .click();
  await app.getByRole('button', { name: 'Decide', exact: true }).click();
  await check(settings, 'the form for many');
  await rowAt(app, 1).click();
  await panel.locator('.path').first().waitFor();
  await panel.getByRole('heading', { name: 'History' }).click();
  await panel.locator('.timeline__line').first().waitFor();
  await checkPanel('a case');
  for (const [tab, part] of [
    ['Review', '.people'],
    ['Sources', '.edges'],
  ] as const) {
    await toTab(app, tab);
    await rowAt(app, 0).click();
    await panel.locator(part).first().waitFor();
    await checkPanel(`${tab}, opened`);
  }
  await app.getByRole('button', { name: 'Help', exact: true }).click();
  await panel.getByRole('heading', { name: en['help.references'] }).waitFor();
  await checkPanel('the help');
  await close(settings);
}, 180_000);
