import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFormat } from '../../static/admin/src/platform/format';
import { ONE_CASE } from './all-views';
import { OWNER_SESSION, SET_UP } from './example-org';
import { defaultReplies } from './example-replies';
import { openPage, openStage, type OpenPage, type Stage } from './open-page';
import { isFailure, type Replies } from './replies';

/** Half an hour into 23 November in Tokyo; in Los Angeles and in UTC it is the day before. */
const PAST_MIDNIGHT = '2026-11-22T15:30:00.000Z';
const TOKYO = 'Asia/Tokyo';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('America/Los_Angeles');
});
afterAll(() => stage.close());

/** The same data, in which everything happened at that moment, on a site in Tokyo. */
function thenInTokyo<T>(told: T): T {
  const text = JSON.stringify(told, (name, value: unknown) => {
    if (name === 'timeZone') return TOKYO;
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? PAST_MIDNIGHT : value;
  });
  return JSON.parse(text) as T;
}

function openInTokyo(at: string, changes: Partial<Replies> = {}): Promise<OpenPage> {
  const replies = Object.fromEntries(
    Object.entries({ ...defaultReplies(), ...changes }).map(([call, reply]) => [
      call,
      (input: never) => thenInTokyo(reply(input)),
    ]),
  ) as Replies;
  return openPage(stage, { at, replies, height: 4000 });
}

test.each([
  ['/overview', 'Every billed seat once', 'Nov 23, 2026'],
  ['/cases', '10,000 of 10,000 cases', 'Scan of Nov 23, 2026, 12:30 AM GMT+9'],
  [ONE_CASE, 'What frees the seat', 'Nov 23, 2026, 12:30 AM GMT+9'],
  ['/review', '10 items', 'Review day: Monday, November 23, 2026.'],
  ['/review?item=item-several', '24 people', 'Nov 23, 2026'],
  ['/handed-over', '2 issues under way', 'Nov 23, 2026'],
  ['/savings', '11 seats', 'Proposed Nov 23, 2026'],
  ['/records', 'Handed over to', 'Nov 23, 2026, 12:30 AM GMT+9'],
  ['/setup', 'Okta', 'Nov 23, 2026'],
])('%s tells moments by the clocks of the site, wherever its reader is', async (at, ready, words) => {
  const { page, close } = await openInTokyo(at);
  await page.getByText(ready).first().waitFor();
  if (at === ONE_CASE) await page.getByRole('heading', { name: 'History' }).click();
  await page.getByText(words).first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Nov 22, 2026');
  await close();
});

test('until the app has told the zone of the site, and where it is the reader’s, no zone is named', () => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const inBrowserZone = createFormat('en-US').moment(PAST_MIDNIGHT);
  expect(createFormat('en-US', () => here).moment(PAST_MIDNIGHT)).toBe(inBrowserZone);
  expect(inBrowserZone).toMatch(/(AM|PM)$/);
  expect(createFormat('de-DE', () => TOKYO).moment(PAST_MIDNIGHT)).toBe('23.11.2026, 00:30 GMT+9');
});

test('a zone that is saved in setup is the zone of the page from then on', async () => {
  let zone = 'America/Los_Angeles';
  const { page, visit, close } = await openPage(stage, {
    at: '/setup',
    replies: {
      'session/get': () => ({ ...OWNER_SESSION, timeZone: zone }),
      'setup/save-review': ({ review }) => {
        zone = TOKYO;
        return { ...SET_UP, review };
      },
      'cases/list': (input) => {
        const list = defaultReplies()['cases/list'](input);
        return isFailure(list) ? list : { ...list, scannedAt: PAST_MIDNIGHT };
      },
    },
  });
  const review = page.getByRole('region', { name: 'Review', exact: true });
  await review.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await visit('/cases');
  await page.getByText('Scan of Nov 23, 2026, 12:30 AM GMT+9').waitFor();
  await close();
});
