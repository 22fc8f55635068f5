import { type Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/contracts/error-codes';
import { en } from '../../static/admin/src/texts/en';
import { aCheck, aRemark } from './example-checks';
import { FAILED, JIRA, NEVER_SCANNED, PARTIAL, personAt, RUNNING, SCANNED } from './example-org';
import { aRecord } from './example-records';
import { openPage, openStage, type Stage } from './open-page';
import { failure, type Replies } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('every tab carries age, verdict and coverage of the last scan, and the level of access', async () => {
  const { page, close, visit } = await openPage(stage, { at: '/cases' });
  for (const tab of ['/review', '/sources', '/cases', '/records', '/setup']) {
    await visit(tab);
    const state = page.getByRole('group', { name: 'Last scan and its coverage' });
    await state.getByText('7,056 of 7,056').waitFor();
    const words = (await state.textContent()) ?? '';
    expect(words).toContain('Last scan 3 hours ago');
    expect(words).toContain('Complete');
    expect(words).toContain('31,402 of 31,402');
    expect(words).toContain('1 read, 1 without SCIM');
    expect(words).toContain('Without SCIM keys.');
  }
  await close();
});

test('ages and days are told by the app’s time, however far the browser’s is from it', async () => {
  const now = '2028-02-01T06:00:00.000Z';
  const replies: Partial<Replies> = {
    'scan/progress': () => ({ ...SCANNED, now, lastPublishedAt: '2028-01-20T05:00:00.000Z' }),
    'registers/list': () => ({
      lines: [
        {
          record: aRecord('exception', { expiresOn: '2028-02-06' }),
          version: 1,
          subject: {
            person: personAt(0),
            product: 'Jira (northwind)',
            groupName: 'jira-users',
            toGroupName: null,
            site: null,
          },
          inForce: true,
          moves: [],
          people: [],
        },
      ],
      elsewhere: 0,
    }),
  };
  const { page, close, visit } = await openPage(stage, { at: '/exceptions', replies });
  await page.getByText('Last scan 12 days ago').waitFor();
  await page.getByText('expires in 5 days').waitFor();
  await visit(`/cases?account=712020:account-0&on=${JIRA}`);
  await page.getByRole('button', { name: 'Record exception' }).first().click();
  expect(await page.getByLabel('Expires on').inputValue()).toBe('2028-05-01');
  await close();
});

test('a scan shows its phase and progress, outlives a reload, and renews the table when published', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/cases' });
  await page.getByText('10,000 of 10,000 cases').waitFor();
  app.script({ 'scan/start': () => RUNNING, 'scan/progress': () => RUNNING });
  await page.getByRole('button', { name: 'Scan now' }).click();
  await page.getByText('Reading accounts and memberships').waitFor();
  await page.getByText('3,200 of 7,056').waitFor();
  await page.getByText('123 requests').waitFor();
  expect(await page.getByRole('button', { name: 'Scanning' }).isDisabled()).toBe(true);
  await page.reload();
  await page.getByText('3,200 of 7,056').waitFor();
  await page.getByText('10,000 of 10,000 cases').waitFor();
  const lists = app.asked.filter(({ call }) => call === 'cases/list').length;
  const asks = app.asked.filter(({ call }) => call === 'scan/progress').length;
  app.script({ 'scan/progress': () => ({ ...SCANNED, lastPublishedAt: '2026-11-23T08:00:00.000Z' }) });
  await page.getByRole('button', { name: 'Scan now' }).waitFor();
  await expect
    .poll(() => app.asked.filter(({ call }) => call === 'cases/list').length)
    .toBeGreaterThan(lists);
  // Paced: one question in the two seconds that this takes, not a stream.
  expect(app.asked.filter(({ call }) => call === 'scan/progress').length - asks).toBeLessThanOrEqual(2);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a partial scan is shown as partial, with its reasons', async () => {
  const { page, close } = await openPage(stage, { replies: { 'scan/progress': () => PARTIAL } });
  await page.getByRole('heading', { name: 'The last scan is partial' }).waitFor();
  await page.getByText('31,390 of 31,402').waitFor();
  expect(await page.getByText('role assignments of account').count()).toBe(0);
  await page.getByRole('button', { name: 'Show all reasons' }).click();
  await page.getByText('role assignments of account').waitFor();
  await page.getByText('1 group could not be read to its end.').waitFor();
  await close();
});

test('a failed scan tells why and what cures it, and the scan before stays', async () => {
  const { page, close } = await openPage(stage, { at: '/cases', replies: { 'scan/progress': () => FAILED } });
  await page.getByText('The key was revoked on 22 November.').waitFor();
  await page.getByText(/Check the organization key under Setup/).waitFor();
  await page.getByText('10,000 of 10,000 cases').waitFor();
  await close();
});

test('before the first scan the table offers to start it', async () => {
  const { page, app, close } = await openPage(stage, {
    at: '/cases',
    replies: {
      'scan/progress': () => NEVER_SCANNED,
      'cases/list': () => failure('NO_SNAPSHOT', 'No scan has finished yet.'),
    },
  });
  await page.getByRole('heading', { name: 'No scan has finished yet' }).waitFor();
  await page.locator('.empty').getByRole('button', { name: 'Scan now' }).click();
  await expect.poll(() => app.asked.some(({ call }) => call === 'scan/start')).toBe(true);
  await close();
});

test('a scan that may not start says why near the button', async () => {
  const { page, close } = await openPage(stage, {
    replies: { 'scan/start': () => failure('KEY_REFUSED', 'Atlassian answered 401 to the key in slot A.') },
  });
  await page.getByRole('button', { name: 'Scan now' }).click();
  await page.getByText('Atlassian answered 401 to the key in slot A.').waitFor();
  await close();
});

test('so does one that an empty view or a remark of setup offers, with the cure', async () => {
  const { page, visit, close } = await openPage(stage, {
    at: '/cases',
    replies: {
      'scan/start': () => failure('KEY_REFUSED', 'Atlassian answered 401 to the key in slot A.'),
      'cases/list': () => failure('NO_SNAPSHOT', 'No scan has finished yet.'),
      'setup/check': ({ step }) => aCheck(step, aRemark('prices-need-scan')),
    },
  });
  const refusalIn = (place: Locator): Locator =>
    place
      .getByRole('alert')
      .filter({ hasText: 'Atlassian answered 401' })
      .getByText(en['error.KEY_REFUSED.cure']);
  const empty = page.getByRole('tabpanel').filter({ has: page.locator('.empty') });
  await empty.getByRole('button', { name: 'Scan now' }).click();
  await refusalIn(empty).waitFor();
  await visit('/setup');
  await page.getByRole('button', { name: 'Test: Prices (optional)' }).click();
  const remark = page.locator('.remark');
  await remark.getByRole('button', { name: 'Scan now' }).click();
  await refusalIn(remark).waitFor();
  await close();
});

test('an app that does not answer is told as that, and asked again on demand', async () => {
  const { page, app, close } = await openPage(stage, {
    replies: { 'registers/list': () => failure('INTERNAL', 'Something is wrong.') },
  });
  await page.getByRole('tab', { name: 'Records' }).click();
  await page.getByRole('heading', { name: 'Seatpath has a defect here' }).waitFor();
  app.script({ 'registers/list': () => ({ lines: [], elsewhere: 0 }) });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'No route-out recorded yet' }).waitFor();
  app.fallSilent();
  await page.getByRole('button', { name: 'Exceptions', exact: true }).click();
  await page.getByRole('heading', { name: 'The app did not answer' }).waitFor();
  await close();
});

test('every code that a reply may carry has a text and a cure of its own', () => {
  const cures = ERROR_CODES.map((code) => en[`error.${code}.cure`]);
  expect(cures.every((cure) => cure.length > 20)).toBe(true);
  expect(new Set(ERROR_CODES.map((code) => en[`error.${code}.title`])).size).toBe(ERROR_CODES.length);
});

test('dates and numbers follow the reader’s locale, while the texts stay in a language there is', async () => {
  const { page, close } = await openPage(stage, { at: '/cases', look: { locale: 'it_IT' } });
  await page.getByText('10.000 of 10.000 cases').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await close();
});
