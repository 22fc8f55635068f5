import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGISTER_KINDS } from '../../src/contracts/records';
import { de } from '../../static/admin/src/texts/de';
import { englishLeft } from '../support/english-left';
import { JIRA } from './example-org';
import { openPage, openStage, type Stage } from './open-page';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const GERMAN = { locale: 'de_DE' };
const ON_JIRA = `on=${encodeURIComponent(JIRA)}`;

/** Every view, with what stands on it once it is there. */
const VIEWS = [
  ['/review', '.grid--queue'],
  ['/review?item=item-several', '.people'],
  ['/review?item=item-settings', 'text=Genehmigte Domains'],
  ['/sources', '.grid--sources'],
  [`/sources?source=group-jira-users&${ON_JIRA}&form=intend`, '.edges'],
  [`/sources?source=group-jira-users&${ON_JIRA}&form=redesign`, '.edges'],
  ['/cases', '.grid--cases'],
  [`/cases?account=712020:account-0&${ON_JIRA}`, '.path'],
  ['/handed-over', '.request'],
  ['/savings', '.worth'],
  ['/records', '[role=region][aria-label^=Übergaben] table'],
  ['/setup', '.section'],
] as const;

/** Heads of columns that do not show all of their words. */
function tooNarrow(heads: Element[]): string[] {
  // A button that sorts stands out by its padding.
  const padding = 4;
  return heads
    .filter((head) => head.clientWidth > 1 && head.scrollWidth > head.clientWidth + padding)
    .map((head) => head.textContent);
}

test('a reader of German sees German on every view, with German dates and numbers', async () => {
  const { page, visit, misdeeds, close } = await openPage(stage, { look: GERMAN });
  for (const [at, shown] of VIEWS) {
    await visit(at);
    await page.locator(shown).first().waitFor();
    expect(await englishLeft(page, de), at).toEqual([]);
    expect(await page.locator('body [lang=en]').allTextContents(), at).toEqual([]);
    expect(await page.getByRole('columnheader').evaluateAll(tooNarrow), at).toEqual([]);
  }
  await visit('/cases');
  await page.getByText('10.000 von 10.000 Fällen').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the longer words of German fit into the tables, as narrow as the page may get', async () => {
  const { page, visit, close } = await openPage(stage, { look: GERMAN, width: 1024 });
  for (const kind of REGISTER_KINDS) {
    await visit(`/records?kind=${kind}`);
    const table = page.getByRole('region').filter({ has: page.locator('.records__table') });
    await page.locator('.chip[aria-pressed=true]').waitFor();
    await table.waitFor();
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth), kind).toBe(0);
  }
  await page.setViewportSize({ width: 1156 + 48, height: 900 });
  for (const at of ['/review', '/cases', '/sources']) {
    await visit(at);
    const grid = page.locator(`.grid--${at === '/review' ? 'queue' : at.slice(1)}`);
    await grid.getByRole('row').nth(1).waitFor();
    expect(await grid.evaluate((table) => table.scrollWidth - table.clientWidth), at).toBe(0);
    expect(await grid.getByRole('columnheader').evaluateAll(tooNarrow), at).toEqual([]);
  }
  await close();
});

test('who reads English loads no other language', async () => {
  const { page, close } = await openPage(stage);
  await page.getByRole('tab', { name: 'Review' }).waitFor();
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.some((name) => /\/start-page-[^/]+\.js$/.test(name))).toBe(true);
  expect(loaded.filter((name) => /\/de-[^/]+\.js$/.test(name))).toEqual([]);
  await close();
});

test('the page speaks English where the file of a language is gone', async () => {
  await stage.context.route(/\/de-[^/]+\.js$/, (route) => route.fulfill({ status: 404 }));
  const { page, close } = await openPage(stage, { look: GERMAN });
  await page.getByRole('tab', { name: 'Review' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await englishLeft(page, de)).toEqual(expect.arrayContaining(['Review', 'Last scan vor 3 Stunden']));
  await close();
  await stage.context.unroute(/\/de-[^/]+\.js$/);
});
