import { gzipSync } from 'node:zlib';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaseLister } from './case-lister';
import { exampleCases } from './example-org';
import { openPage, openStage, type Stage } from './open-page';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const HUNDRED_THOUSAND = 100_000;
const listCases = createCaseLister(exampleCases(HUNDRED_THOUSAND));
const replies = { 'cases/list': listCases };

/**
 * Milliseconds from the app's answer until what it says is drawn. `isDrawn` runs in the page, at every frame.
 * The goals are 250 ms for the first rows and 200 ms for a filter; they are held threefold, for the machine that
 * runs this does other things too.
 */
async function drawnAfter(page: Page, words: string): Promise<number> {
  return page.evaluate(async (told) => {
    const isDrawn = (): boolean =>
      (document.querySelector('.count')?.textContent ?? '').startsWith(told) &&
      (document.querySelector('[data-row="0"]')?.textContent ?? '').includes('northwind');
    while (!isDrawn()) await new Promise((next) => requestAnimationFrame(next));
    const drawn = performance.now();
    const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const calls = answers.filter(({ initiatorType }) => initiatorType === 'fetch');
    return drawn - Math.max(...calls.map(({ responseEnd }) => responseEnd).filter((end) => end < drawn));
  }, words);
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

const told = (times: readonly number[]): string => String(Math.round(median(times)));

/** Pixels a frame, at sixty frames eleven heights of the table a second: as fast as a wheel is turned. */
const TWO_ROWS = 112;

test('a hundred thousand cases: rows and filters are drawn at once, and scrolling does not halt', async () => {
  const first: number[] = [];
  const filters: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const { page, close } = await openPage(stage, { at: '/cases', replies });
    first.push(await drawnAfter(page, '100,000 of 100,000 cases'));
    await page.getByRole('button', { name: /^Direct 16,667/ }).click();
    filters.push(await drawnAfter(page, '16,667 of 100,000 cases'));
    await close();
  }
  expect(median(first)).toBeLessThan(3 * 250);
  expect(median(filters)).toBeLessThan(3 * 200);

  const { page, close } = await openPage(stage, { at: '/cases', replies });
  await drawnAfter(page, '100,000 of 100,000 cases');
  const frames = await page.getByRole('grid').evaluate(async (grid, step) => {
    const times: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 120; frame += 1) {
      grid.scrollTop += step;
      await new Promise((next) => requestAnimationFrame(next));
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times;
  }, TWO_ROWS);
  // Sixty frames a second are one every 17 ms; held threefold as the others are.
  expect(median(frames)).toBeLessThan(3 * 17);
  console.info(
    `100,000 accounts: first rows ${told(first)}, a filter ${told(filters)}, a frame ${told(frames)} ms`,
  );
  await close();
}, 120_000);

/** The scripts that an address takes when it is opened first, and what each holds. */
async function scriptsOf(
  at: string,
  ready: string,
): Promise<{ names: string[]; texts: string[]; kilobytes: number }> {
  const { page, close } = await openPage(stage, { at });
  await page.getByText(ready).first().waitFor();
  const names = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .map(({ name }) => name)
      .filter((name) => /\.js($|\?)/.test(name)),
  );
  const texts = await Promise.all(names.map(async (address) => (await page.request.get(address)).text()));
  await close();
  return { names, texts, kilobytes: texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1024 };
}

const RARE = ['setup-tab', 'records-tab', 'savings-tab', 'case-panel', 'desk', 'help-panel'];

test('at first load the page takes at most 330 KB of script, its picture included, and no German or rare view is in it', async () => {
  const overview = await scriptsOf('/overview', 'Every billed seat once');
  const review = await scriptsOf('/review', '2 of 10 items decided');
  for (const { names, texts, kilobytes } of [overview, review]) {
    expect(names.length).toBeGreaterThan(3);
    expect(kilobytes).toBeLessThan(330);
    expect(names.filter((address) => RARE.some((rare) => address.includes(`/${rare}`)))).toEqual([]);
    expect(texts.some((text) => text.includes('IdP-Verantwortung'))).toBe(false);
  }
  const isPicture = (address: string): boolean => address.includes('/seat-flows');
  expect([overview, review].map(({ names }) => names.some(isPicture))).toEqual([true, false]);
  console.info(
    `script at first load, gzipped: overview ${Math.round(overview.kilobytes)}, review ${Math.round(review.kilobytes)} KB`,
  );
});
