import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose } from './choose';
import { AUDITOR_SESSION, CONFLUENCE, JIRA, personAt } from './example-org';
import { POOL_LIST, SAVINGS } from './example-savings';
import { openPage, openStage, type Stage } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const pool = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
/** The cells of a line of the table of what seats are worth: settled, observed, proposed. */
const worth = async (page: Page, name: string, line: string): Promise<string[]> => {
  const row = pool(page, name).getByRole('row').filter({ hasText: line });
  await row.waitFor();
  return row.getByRole('cell').allTextContents();
};

test('a pool tells its seats, its cost and three amounts, each for itself and with what it means', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/savings' });
  await pool(page, 'Jira').waitFor();
  const told = (await pool(page, 'Jira').textContent())!;
  for (const words of [
    'Seats billed744',
    'Not known whether billed3',
    'Cost of a month€5,580.00',
    'Quote 4711, as of Nov 1, 2026',
    'What each month from Dec 1, 2026 on costs less.',
    'Only an annual term renews.',
    'Only where a number of seats is paid for.',
    'Three answers to three questions',
  ]) {
    expect(told).toContain(words);
  }
  // What costs more is said to cost more.
  expect(await worth(page, 'Jira', 'Less to pay')).toEqual(['-€12.00: it costs more', '€30.00', '€150.00']);
  expect(await worth(page, 'Jira', 'Less at the renewal')).toEqual(['–', '–', '–']);
  expect(await worth(page, 'Service desk', 'Less at the renewal')).toEqual(['€1,200.00', '€0.00', '€0.00']);
  expect(await worth(page, 'Service desk', 'Free to give away')).toEqual(['9', '0', '5']);
  await page.getByText('12 more seats less by Mar 31, 2027 change the renewal by €900.00.').waitFor();
  expect(await page.locator('.savings').textContent()).not.toMatch(/\btotal\b/i);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('without prices there are seats only; a price that is not known is no zero', async () => {
  const [jira] = POOL_LIST.pools;
  const untold = { ...jira!.worth.settled, cash: { amount: null, from: '2026-12-01' } };
  const { page, close } = await openPage(stage, {
    at: '/savings',
    replies: {
      'pools/list': () => ({
        ...POOL_LIST,
        verdict: 'partial',
        pools: [
          { ...jira!, cost: null, worth: { ...jira!.worth, settled: untold } },
          ...POOL_LIST.pools.slice(2),
        ],
      }),
    },
  });
  const without = pool(page, 'Confluence (northwind)');
  await without.getByText('No prices are recorded: seats only.').waitFor();
  expect(await without.getByRole('row').count()).toBe(2);
  expect(await worth(page, 'Confluence (northwind)', 'Seats')).toEqual(['2', '0', '6']);
  expect(await without.textContent()).not.toMatch(/[€$]/);
  expect((await worth(page, 'Jira', 'Less to pay'))[0]).toBe('No price tells');
  await page.getByText('The last scan is partial: seats are counted as far as it saw them.').waitFor();
  await close();
});

test('prices are recorded in bands, with the apps that follow, in place of those before', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/savings', height: 2400 });
  await pool(page, 'Service desk').getByRole('button', { name: 'Change prices' }).click();
  const form = pool(page, 'Service desk').locator('form');
  expect(await form.getByLabel('Seats paid for (optional)').inputValue()).toBe('200');
  await form.getByLabel('Up to seat').fill('100');
  await form.getByRole('button', { name: 'Add a band' }).click();
  await form.getByLabel('Price', { exact: true }).nth(1).fill('6,4');
  await form.getByLabel('Renews on (optional)').fill('2027-04-01');
  await form.getByRole('button', { name: 'Add an app' }).click();
  await form.getByLabel('Reason').fill('Quote 4812.');
  await form.getByRole('button', { name: 'Record pool' }).click();
  await form.getByText('Each app needs a name and a price list.').waitFor();
  expect(app.asked.some(({ call }) => call === 'pools/save')).toBe(false);
  await form.getByLabel('App', { exact: true }).fill('Forms for Jira');
  await form.getByLabel('Price', { exact: true }).nth(2).fill('120');
  await form.getByLabel('As of').fill('2026-11-20');
  await form.getByRole('button', { name: 'Record pool' }).click();
  await page.getByText('Pool recorded').waitFor();
  expect(app.asked.find(({ call }) => call === 'pools/save')?.input).toMatchObject({
    poolId: 'pool-service',
    after: 'pool-record-2',
    reason: 'Quote 4812.',
    term: 'annual',
    bands: [
      { upTo: 100, price: 75_000 },
      { upTo: null, price: 64_000 },
    ],
    renewsOn: '2027-04-01',
    purchased: 200,
    followers: [{ name: 'Forms for Jira', model: 'tier', bands: [{ upTo: null, price: 1_200_000 }] }],
    asOf: '2026-11-20',
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('what is missing or cannot be read is told where it is, and nothing is sent', async () => {
  const { page, app, close } = await openPage(stage, { at: '/savings', height: 2400 });
  await page.getByRole('button', { name: 'Record a pool' }).click();
  const form = page.locator('form').filter({ hasText: 'What is bought and billed together' });
  await form.getByLabel('Up to seat').fill('hundred');
  await form.getByLabel('Price', { exact: true }).fill('7.53');
  await form.getByLabel('Seats paid for (optional)').fill('some');
  await form.getByRole('button', { name: 'Record pool' }).click();
  for (const words of [
    'Choose at least one product.',
    'Three letters, such as EUR.',
    'Each band needs a price such as 7.53',
    'A whole number.',
  ]) {
    await form.getByText(words).waitFor();
  }
  expect(await form.getByText('This field is needed.').count()).toBe(5);
  expect(app.asked.some(({ call }) => call === 'pools/save')).toBe(false);
  await close();
});

test('a pool that a plan would make is begun with, and recorded as a new one without prices', async () => {
  const { page, app, close } = await openPage(stage, { at: '/savings', height: 2400 });
  await page.getByText('1 pool that a plan would make').click();
  await page.getByRole('button', { name: 'Begin with this' }).click();
  const form = page.locator('form').filter({ hasText: 'What is bought and billed together' });
  expect(await form.getByLabel('Name').inputValue()).toBe('Teamwork Collection');
  expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(2);
  await choose(form.getByLabel('Term', { exact: true }), 'Annual');
  await form.getByLabel('First day of a period').fill('2026-04-01');
  await form.getByLabel('Currency').fill('usd');
  await form.getByLabel('Read from').fill('Invoice 17');
  await form.getByLabel('As of').fill('2026-11-20');
  await form.getByLabel('Reason').fill('The plan of last spring.');
  await form.getByRole('button', { name: 'Record pool' }).click();
  await page.getByText('Pool recorded').waitFor();
  expect(app.asked.find(({ call }) => call === 'pools/save')?.input).toEqual({
    poolId: null,
    after: null,
    reason: 'The plan of last spring.',
    name: 'Teamwork Collection',
    members: [JIRA, CONFLUENCE],
    countedPer: 'person',
    term: 'annual',
    model: 'graduated',
    bands: [],
    currency: 'USD',
    periodStart: '2026-04-01',
    renewsOn: null,
    purchased: null,
    followers: [],
    readFrom: 'Invoice 17',
    asOf: '2026-11-20',
  });
  await close();
});

test('the ledger adds up from opening to closing and says what an invoice leaves unexplained', async () => {
  const { page, close } = await openPage(stage, { at: '/savings' });
  const row = page.getByRole('region', { name: 'Ledger of Jira' }).getByRole('row').nth(1);
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual([
    '742',
    '+12',
    '-8',
    '+1',
    '-3',
    '744',
    '3',
    'Nov 1, 2026: 750 seats, €5,625.00Not explained: seats +6, €45.00',
  ]);
  await page.getByText('No statement yet: the first comes with the next review.').waitFor();
  await close();
});

test('an invoice line is recorded in the currency of its pool; what the app says of its day is told', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, {
    at: '/savings',
    height: 1600,
    replies: {
      'invoice-lines/record': () => failure('BAD_INPUT', 'No period of “Jira” starts on that day.'),
    },
  });
  const ledger = pool(page, 'Ledger of Jira');
  await ledger.getByRole('button', { name: 'Record an invoice line' }).click();
  await ledger.getByRole('button', { name: 'Record line' }).click();
  await ledger.getByText('An amount such as 5580.00.').waitFor();
  await ledger.getByLabel('First day of the period').fill('2026-12-01');
  await ledger.getByLabel('Seats billed').fill('736');
  await ledger.getByLabel('Amount in EUR').fill('5520.50');
  await ledger.getByLabel('Reason').fill('Invoice of December.');
  await ledger.getByRole('button', { name: 'Record line' }).click();
  await ledger.getByText('No period of “Jira” starts on that day.').waitFor();
  expect(app.asked.find(({ call }) => call === 'invoice-lines/record')?.input).toEqual({
    after: null,
    reason: 'Invoice of December.',
    poolId: 'pool-jira',
    period: '2026-12-01',
    seats: 736,
    amount: 55_205_000,
    currency: 'EUR',
    number: '',
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a slip in an invoice line is corrected in its place: its period and number stay', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/savings', height: 1600 });
  const ledger = pool(page, 'Ledger of Jira');
  await ledger.getByText('1 invoice line').click();
  await ledger.getByRole('button', { name: 'Correct the line of Nov 1, 2026 IN-7' }).click();
  await ledger.getByRole('heading', { name: 'Correction of the line of Nov 1, 2026 IN-7' }).waitFor();
  expect(await ledger.getByLabel('Seats billed').inputValue()).toBe('750');
  expect(await ledger.getByLabel('Amount in EUR').inputValue()).toBe('5625');
  expect(await ledger.getByLabel('First day of the period').count()).toBe(0);
  await ledger.getByLabel('Seats billed').fill('744');
  await ledger.getByLabel('Amount in EUR').fill('5580');
  await ledger.getByLabel('Reason').fill('Six seats were of another line.');
  await ledger.getByRole('button', { name: 'Record correction' }).click();
  await page.getByText('Invoice line recorded').waitFor();
  expect(app.asked.find(({ call }) => call === 'invoice-lines/record')?.input).toEqual({
    after: 'invoice-line-of-november',
    reason: 'Six seats were of another line.',
    poolId: 'pool-jira',
    period: '2026-11-01',
    seats: 744,
    amount: 55_800_000,
    currency: 'EUR',
    number: 'IN-7',
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('each seat says how far it has come and, where it came back, by which way and after how many days', async () => {
  const { page, close } = await openPage(stage, { at: '/savings' });
  const rowOf = (position: number) =>
    page
      .getByRole('table', { name: 'What became of each seat' })
      .getByRole('row')
      .filter({
        hasText: personAt(position).name!,
      });
  await page.getByText('11 seats').waitFor();
  expect(await rowOf(0).textContent()).toContain('counts nothing yet');
  expect(await rowOf(3).textContent()).toContain('Billed without it from Dec 1, 2026');
  expect(await rowOf(5).textContent()).toContain('By the sync, after 14 days');
  expect(await rowOf(10).textContent()).toContain(
    'Unknown how, after 14 daysThe audit log tells of the entry and gives no cause that is known.',
  );
  await close();
});

test('savings are narrowed by pool and state, the address keeps both, and one action shows all again', async () => {
  const { page, close } = await openPage(stage, { at: '/savings' });
  await page.getByRole('button', { name: 'Settled', exact: true }).click();
  await page.getByText('1 seat', { exact: true }).waitFor();
  await choose(page.getByLabel('Pool', { exact: true }), 'Service desk');
  await page.getByRole('heading', { name: 'No seat matches these filters' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#/savings?pool=pool-service&state=settled');
  await page.reload();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('11 seats').waitFor();
  expect(new URL(page.url()).hash).toBe('#/savings');
  await close();
});

test('a long list of savings is read page by page', async () => {
  const many = Array.from({ length: 230 }, (_, nth) => ({
    ...SAVINGS[0]!,
    saving: {
      ...SAVINGS[0]!.saving,
      seat: { ...SAVINGS[0]!.saving.seat, accountId: personAt(nth).accountId },
    },
  }));
  const { page, close } = await openPage(stage, {
    at: '/savings',
    replies: {
      'savings/list': ({ offset, limit }) => ({
        total: many.length,
        lines: many.slice(offset, offset + limit),
        statements: [],
      }),
    },
  });
  const rows = page.getByRole('table', { name: 'What became of each seat' }).locator('tbody tr');
  await rows.first().waitFor();
  await expect.poll(() => rows.count()).toBe(100);
  await page.getByRole('button', { name: 'Show 100 more' }).click();
  await expect.poll(() => rows.count()).toBe(200);
  await page.getByRole('button', { name: 'Show 30 more' }).click();
  await expect.poll(() => rows.count()).toBe(230);
  expect(await page.getByRole('button', { name: /^Show/ }).count()).toBe(0);
  await close();
});

test('before the first scan there is nothing to count; before the first decision nothing is to be freed', async () => {
  const { page, app, close } = await openPage(stage, {
    at: '/savings',
    replies: { 'pools/list': () => failure('NO_SNAPSHOT', 'No scan has finished yet.') },
  });
  await page.getByRole('heading', { name: 'No scan has finished yet' }).waitFor();
  app.script({
    'pools/list': () => ({ ...POOL_LIST, pools: [], suggested: [] }),
    'savings/list': () => ({ total: 0, lines: [], statements: [] }),
  });
  await page.reload();
  await page.getByText('The last scan found no product that is billed.').waitFor();
  await page.getByText('The first statement comes with the second review.').waitFor();
  await page.getByRole('heading', { name: 'No seat is to be freed yet' }).waitFor();
  await page.getByRole('button', { name: 'Open the review' }).click();
  await page.getByRole('region', { name: 'Review of week 48, 2026' }).waitFor();
  await close();
});

test('who may only read is offered no form of money', async () => {
  const { page, close } = await openPage(stage, {
    at: '/savings',
    replies: { 'session/get': () => AUDITOR_SESSION },
  });
  await page.getByText('Your role lets you read pools, not record them.').waitFor();
  expect(await page.getByRole('button', { name: 'Record a pool' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /Change prices|Record prices|invoice line/ }).count()).toBe(
    0,
  );
  expect(await page.getByText('that a plan would make').count()).toBe(0);
  await close();
});
