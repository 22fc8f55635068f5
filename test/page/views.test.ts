import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGISTER_KINDS } from '../../src/contracts/records';
import { ONE_CASE, ONE_SOURCE, type View, views } from './all-views';
import { expectAccessible } from '../support/accessibility';
import { openPage, openStage, type Stage } from './open-page';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

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

/** As much of a view as people look at, in pixels. */
const PICTURE_HEIGHT = 1300;

async function takePicture(
  page: Page,
  { picture, whole }: Pick<View, 'picture' | 'whole'>,
  mode: 'light' | 'dark',
): Promise<void> {
  if (picture === undefined) return;
  const { width, height } = page.viewportSize()!;
  const clip = { x: 0, y: 0, width, height: whole === true ? height : Math.min(PICTURE_HEIGHT, height) };
  await page.screenshot({ path: `docs/screens/views/${picture}-${mode}.png`, clip });
}

for (const view of views) {
  test(`${view.name}: accessible in light and dark, within the policy, without a word in the console`, async () => {
    const { page, misdeeds, close } = await openPage(stage, view.wish);
    await page.getByText(view.ready).first().waitFor();
    await view.act?.(page);
    await expectAccessible(page, view.name, (mode) => takePicture(page, view, mode));
    // A dialog locks the scroll with a style that the policy refuses: no effect but the lock itself.
    const grave = (await misdeeds()).filter((deed) => !deed.startsWith('style-src-elem inline'));
    expect(grave).toEqual([]);
    await close();
  });
}

test('every register: accessible in light and dark', async () => {
  const { page, close, visit, misdeeds } = await openPage(stage);
  for (const kind of REGISTER_KINDS) {
    await visit(`/records?kind=${kind}`);
    await page.locator('.chip[aria-pressed=true]').first().waitFor();
    await page.locator('.records__table').waitFor();
    await expectAccessible(page, kind, (mode) => takePicture(page, { picture: `records-${kind}` }, mode));
  }
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('who wants less motion gets none: a panel does not slide in, and what waits does not breathe', async () => {
  const { page, close, visit } = await openPage(stage, { at: ONE_CASE });
  const animated = (what: string): Promise<string> =>
    page
      .locator(what)
      .first()
      .evaluate((shown) => getComputedStyle(shown).animationName);
  await page.locator('.path').first().waitFor();
  expect(await animated('.panel')).toBe('none');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await visit('/records');
  await page.locator('.records__table').waitFor();
  await page.route('**/invoke?*', () => undefined);
  await visit('/records?kind=hold');
  await expect.poll(() => animated('.skeleton__bar')).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await animated('.skeleton__bar')).toBe('skeleton-breathe');
  await close();
});

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
