import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleCase, withMissing } from './example-case';
import { AUDITOR_SESSION, exampleCases, JIRA, personAt } from './example-org';
import { dayFromNow, defaultReplies } from './example-replies';
import { choose, choosePerson } from './choose';
import { openPage, openStage, type OpenPage, type Stage, type Wish } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const ACCOUNT = '712020:account-0';
const line = exampleCases(1)[0]!;

async function openCase(wish: Wish = {}): Promise<OpenPage> {
  const opened = await openPage(stage, {
    at: `/cases?account=${ACCOUNT}&on=${JIRA}`,
    height: 1600,
    ...wish,
  });
  await opened.page.getByRole('dialog').getByText('3 paths').waitFor();
  return opened;
}

test('a case shows four facts, what frees the seat, and each path with its lane apart from the suggestion', async () => {
  const { page, close } = await openCase();
  const panel = page.getByRole('dialog');
  for (const fact of ['Identity', 'Atlassian account', 'Product access', 'Groups']) {
    await panel.getByRole('heading', { name: fact, exact: true }).waitFor();
  }
  await panel.getByText('Two removals free this seat').waitFor();
  const paths = panel.locator('.path');
  expect(await paths.count()).toBe(3);
  const healthy = paths.nth(2);
  expect(await healthy.textContent()).toContain('Nothing to do');
  expect(await healthy.textContent()).not.toMatch(/remove/i);
  expect(await paths.nth(0).textContent()).toContain('Any change belongs to the identity owner of Okta.');
  await paths.nth(1).getByRole('heading', { name: 'Hold' }).waitFor();
  await close();
});

test('what the audit log tells of the entry stands first under Check; where it tells nothing, nothing stands there', async () => {
  const { page, close } = await openCase();
  const paths = page.locator('.path');
  const check = (path: number): Locator =>
    paths.nth(path).locator('.checks__part', { has: page.getByRole('heading', { name: 'Check' }) });
  expect(await check(1).getByRole('listitem').allTextContents()).toEqual([
    'Came into the group on 2026-11-06: it opened the product for the first time.',
    'Who was added to the group by hand.',
  ]);
  expect(await check(0).getByRole('listitem').count()).toBe(2);
  expect(await paths.nth(0).textContent()).not.toContain('How the account came');
  await close();
});

test('only the outcomes that the owner permits are offered; those not recorded here are named without a button', async () => {
  const { page, close } = await openCase();
  const paths = page.locator('.path');
  expect(await paths.nth(0).getByRole('button').allTextContents()).toEqual([
    'Record route-out',
    'Record exception',
  ]);
  expect(await paths.nth(1).getByRole('button').allTextContents()).toEqual(['Record exception']);
  expect(await paths.nth(1).textContent()).toContain('Default redesign, Hold, and Keep');
  expect(await paths.nth(2).getByRole('button').count()).toBe(0);
  await close();
});

test('the rule’s page opens through Jira, in a tab of its own', async () => {
  const { page, close } = await openCase();
  const why = page.locator('.path').first().locator('.why');
  await why.locator('summary').click();
  await why.getByRole('link', { name: 'Atlassian’s page' }).click();
  expect(await page.evaluate(() => (globalThis as unknown as { __opened: string[] }).__opened)).toEqual([
    'https://support.atlassian.com/provisioning-users/docs/understand-user-provisioning/',
  ]);
  expect(await why.textContent()).toContain('checked Nov 20, 2026');
  await close();
});

test('a route-out needs a reason, is handed over, and shows its issue', async () => {
  const { page, app, close, misdeeds } = await openCase();
  const path = page.locator('.path').first();
  await path.getByRole('button', { name: 'Record route-out' }).click();
  await path.getByRole('button', { name: 'Hand over' }).click();
  await path.getByText('This field is needed.').waitFor();
  expect(app.asked.some(({ call }) => call === 'route-outs/record')).toBe(false);
  await path.getByLabel('Reason').fill('Contract ended; please remove the membership.');
  await path.getByRole('button', { name: 'Hand over' }).click();
  await path.getByText(`Handed over to ${personAt(1).name!}`).waitFor();
  await path.getByText(`Recorded Nov 23, 2026, 8:00 AM by ${personAt(0).name!}`).waitFor();
  expect(app.asked.find(({ call }) => call === 'route-outs/record')?.input).toEqual({
    accountId: ACCOUNT,
    ari: JIRA,
    groupId: 'group-contractors',
    reason: 'Contract ended; please remove the membership.',
  });
  const issue = path.getByRole('link', { name: 'IAM-42' });
  expect(await issue.getAttribute('href')).toBe('https://example.atlassian.net/browse/IAM-42');
  await issue.click();
  expect(await page.evaluate(() => (globalThis as unknown as { __opened: string[] }).__opened)).toEqual([
    '/browse/IAM-42',
  ]);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a record just made shows in the table behind the case', async () => {
  const { page, app, close } = await openCase();
  const lists = app.asked.filter(({ call }) => call === 'cases/list').length;
  const changed = { ...line, records: { routeOuts: 7, exceptions: 0 } };
  const list = defaultReplies()['cases/list'];
  app.script({ 'cases/list': (input) => ({ ...list(input), lines: [changed] }) });
  const path = page.locator('.path').first();
  await path.getByRole('button', { name: 'Record route-out' }).click();
  await path.getByLabel('Reason').fill('Contract ended.');
  await path.getByRole('button', { name: 'Hand over' }).click();
  await page.locator('[data-row="0"]').getByText('7 route-outs').waitFor();
  expect(app.asked.filter(({ call }) => call === 'cases/list').length).toBe(lists + 1);
  await close();
});

test('a route-out that lacks something names it and cannot be sent', async () => {
  const missing = ['An identity owner for Okta', 'A Jira project for Okta'];
  const { page, close } = await openCase({
    replies: { 'cases/get': () => withMissing(exampleCase(line, [], []), missing) },
  });
  const path = page.locator('.path').first();
  await path.getByRole('button', { name: 'Record route-out' }).click();
  for (const item of missing) await path.getByText(item).waitFor();
  expect(await path.getByRole('button', { name: 'Hand over' }).isDisabled()).toBe(true);
  await close();
});

test('a refused route-out keeps what was typed and tells the cure', async () => {
  const { page, close } = await openCase({
    replies: {
      'route-outs/record': () => failure('EVIDENCE_INCOMPLETE', 'The role assignments could not be read.'),
    },
  });
  const path = page.locator('.path').first();
  await path.getByRole('button', { name: 'Record route-out' }).click();
  await path.getByLabel('Reason').fill('Contract ended.');
  await path.getByRole('button', { name: 'Hand over' }).click();
  await path.getByText('The role assignments could not be read.').waitFor();
  await path.getByText('Nothing was recorded.').waitFor();
  expect(await path.getByLabel('Reason').inputValue()).toBe('Contract ended.');
  await close();
});

test('an exception takes class, reason, the person who answers for it, and a day within half a year', async () => {
  const { page, app, close, misdeeds } = await openCase();
  const path = page.locator('.path').nth(1);
  await path.getByRole('button', { name: 'Record exception' }).click();
  const day = path.getByLabel('Expires on');
  expect(await day.inputValue()).toBe(dayFromNow(90));
  await choose(path.getByLabel('Class'), 'Break-glass account');
  await path.getByLabel('Reason').fill('Emergency access, tested each quarter.');
  await choosePerson(path.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await day.fill(dayFromNow(181));
  await path.getByText(/Choose a day from tomorrow/).waitFor();
  await path.getByRole('button', { name: 'Record exception' }).click();
  expect(app.asked.some(({ call }) => call === 'exceptions/record')).toBe(false);
  await day.fill(dayFromNow(180));
  await path.getByRole('button', { name: 'Record exception' }).click();
  await path.getByText(`Break-glass account, answered for by ${personAt(3).name!}`).waitFor();
  expect(app.asked.find(({ call }) => call === 'exceptions/record')?.input).toEqual({
    row: { accountId: ACCOUNT, ari: JIRA, via: 'group', groupId: 'group-jira-users' },
    class: 'break-glass',
    reason: 'Emergency access, tested each quarter.',
    ownedBy: personAt(3).accountId,
    expiresOn: dayFromNow(180),
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('an exception that the app refuses stays open with the refusal', async () => {
  const { page, close } = await openCase({
    replies: {
      'exceptions/record': () => failure('OUTCOME_NOT_PERMITTED', 'The owner of this path changed.'),
    },
  });
  const path = page.locator('.path').nth(1);
  await path.getByRole('button', { name: 'Record exception' }).click();
  await path.getByLabel('Reason').fill('Wanted.');
  await choosePerson(path.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await path.getByRole('button', { name: 'Record exception' }).click();
  await path.getByText('The owner of this path changed.').waitFor();
  await close();
});

test('Escape leaves the form first and the case second', async () => {
  const { page, close } = await openCase();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Record exception' }).first().click();
  await panel.getByLabel('Reason').focus();
  await page.keyboard.press('Escape');
  await panel.getByLabel('Reason').waitFor({ state: 'detached' });
  expect(await panel.count()).toBe(1);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await close();
});

test('who may only read is offered no form', async () => {
  const { page, close } = await openCase({ replies: { 'session/get': () => AUDITOR_SESSION } });
  expect(await page.getByRole('button', { name: 'Record route-out' }).isDisabled()).toBe(true);
  await page.getByText('Your role lets you read cases').first().waitFor();
  await close();
});

test('a link to a case that is gone says so', async () => {
  const { page, close } = await openPage(stage, { at: `/cases?account=gone&on=${JIRA}` });
  await page.getByRole('dialog').getByText('This case is not in the last scan').waitFor();
  await close();
});

test('the lists name the outcome in plain words: handed over, never failed, pending or incomplete', async () => {
  const { page, close, visit } = await openPage(stage, { at: '/route-outs' });
  const table = page.getByRole('table');
  await table.getByText(`Handed over to ${personAt(1).name!}`).waitFor();
  expect(await table.textContent()).toContain('needs an identity owner');
  expect(await table.textContent()).not.toMatch(/fail|incomplete|pending/i);
  await visit('/exceptions');
  await page.getByText('expires in 21 days').waitFor();
  await page.getByText('Expired', { exact: true }).waitFor();
  await page.getByRole('button', { name: `Open the case of ${personAt(0).name!}` }).click();
  await page.getByRole('dialog').waitFor();
  await close();
});
