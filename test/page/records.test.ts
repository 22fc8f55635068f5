import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGISTER_KINDS } from '../../src/contracts/records';
import { en } from '../../static/admin/src/texts/en';
import { choose, choosePerson } from './choose';
import { AUDITOR_SESSION, personAt } from './example-org';
import { aRecord, dayFromNow } from './example-records';
import { openPage, openStage, type Stage } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

test('the addresses of the former tabs lead to their registers', async () => {
  const { page, close, visit } = await openPage(stage, { at: '/route-outs' });
  await page.getByRole('region', { name: 'Route-outs' }).getByText('Handed over to').first().waitFor();
  await visit('/exceptions');
  await page.getByRole('region', { name: 'Exceptions' }).getByText('Expired').first().waitFor();
  await close();
});

test('every register lists its records by what they say', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/records' });
  for (const [register, words] of [
    ['Route-outs', `Handed over to ${personAt(1).name!}`],
    ['Exceptions', 'Needed by: The nightly import of orders'],
    ['Holds', 'the owner is known'],
    ['Keeps', 'expires in 180 days'],
    ['Local actions', 'Taken on; waits for a scan to confirm it'],
    ['Standing decisions', '2,580 seats then, at most 2,838'],
    ['Redesigns', '38 people lose access'],
    ['Attested owners', 'The identity provider writes the group'],
    ['Stewards', 'everyone-emea'],
    ['Protections', 'Addresses like *@bots.northwind.example'],
    ['Attested settings', 'Domains: northwind.example, with access to Jira'],
  ] as const) {
    const chip = page.getByRole('button', { name: register, exact: true });
    await chip.click();
    await page.getByRole('table', { name: register }).getByText(words).first().waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
  }
  expect(hash(page)).toBe('#/records?kind=settings-attestation');
  await page.reload();
  await page.getByRole('table', { name: 'Attested settings' }).getByText('northwind.atlassian.net').waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('every register has a button that leads to it', async () => {
  const { page, close } = await openPage(stage, { at: '/records' });
  const chooser = page.getByRole('group', { name: 'Registers' });
  for (const kind of REGISTER_KINDS) {
    await chooser.getByRole('button', { name: en[`register.${kind}`], exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).toContain(kind === 'route-out' ? '/records' : kind);
  }
  await close();
});

test('boundary exceptions say whether what was said of an edit came true', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/records?kind=boundary-exception' });
  await page
    .getByText('4 edits were seen: 1 lasted, 3 undone; 3 as predicted. Refused by Atlassian: 2.')
    .waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a refused override is told as refused: it neither holds nor ends, and nothing follows it', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/records?kind=override-attempt' });
  const row = page.locator('.records__table tbody tr');
  await row.getByText('Refused', { exact: true }).waitFor();
  expect(await row.getAttribute('class')).toBeNull();
  expect(await row.getByRole('button', { name: 'End', exact: true }).count()).toBe(0);
  const states = page.getByRole('group', { name: 'State' }).getByRole('button');
  expect(await states.allTextContents()).toEqual(['Refused1']);
  expect(await page.locator('.count').textContent()).toBe('1 record');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a route-out is told in plain words: handed over, never failed, pending or incomplete', async () => {
  const { page, close } = await openPage(stage, { at: '/records' });
  const table = page.getByRole('table');
  await table.getByText(`Handed over to ${personAt(1).name!}`).waitFor();
  expect(await table.textContent()).toContain('needs an identity owner');
  expect(await page.locator('.register').textContent()).not.toMatch(/fail|incomplete|pending/i);
  const issue = table.getByRole('link', { name: 'IAM-42' });
  expect(await issue.getAttribute('href')).toBe('https://example.atlassian.net/browse/IAM-42');
  await close();
});

test('what ended says so, stands last, and leads to its case', async () => {
  const { page, close } = await openPage(stage, { at: '/records?kind=exception' });
  const rows = page.getByRole('table').getByRole('row');
  await page.getByText('2 records').waitFor();
  await page.getByText('1 current').waitFor();
  expect(await rows.nth(1).textContent()).toContain('expires in 21 days');
  expect(await rows.nth(2).textContent()).toContain('Expired');
  expect(await rows.nth(2).textContent()).toContain('No longer in force');
  await page.getByRole('button', { name: `Open the case of ${personAt(0).name!}` }).click();
  await page.getByRole('dialog').waitFor();
  await close();
});

test('a register is narrowed by state and by search, the address keeps both, and one action shows all again', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/records?kind=route-out' });
  const rows = page.getByRole('table').locator('tbody tr');
  const state = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByText('3 records').waitFor();
  expect(await state('Withdrawn 0').isDisabled()).toBe(true);
  await state('Needs an identity owner 1').click();
  await page.getByText('1 of 3 records').waitFor();
  expect(await rows.allTextContents()).toEqual([expect.stringContaining(personAt(6).name!)]);
  expect(hash(page)).toBe('#/records?kind=route-out&state=needs-owner');
  // The counts say what each state would leave of what was found.
  await page.getByLabel('Search Route-outs').fill(personAt(9).name!.toUpperCase());
  await page.getByRole('heading', { name: 'No record matches' }).waitFor();
  await state('Waits for its issue 1').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await page.reload();
  await page.getByText('All 3 records are still there').waitFor();
  expect(await page.getByLabel('Search Route-outs').inputValue()).toBe(personAt(9).name!.toUpperCase());
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => rows.count()).toBe(3);
  expect(hash(page)).toBe('#/records?kind=route-out');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a search finds groups, rules and who answers for them; the end that has come is a state of its own', async () => {
  const { page, close, visit } = await openPage(stage, { at: '/records?kind=intent&text=emea' });
  const rows = page.getByRole('table').locator('tbody tr');
  await page.getByText('1 of 2 records').waitFor();
  expect(await rows.first().textContent()).toContain('everyone-emea');
  for (const [at, words] of [
    [`/records?kind=intent&state=void&text=${personAt(2).name!.slice(0, 5)}`, 'jira-users'],
    ['/records?kind=exception&state=over', personAt(12).name!],
    ['/records?kind=protection&text=BOTS.', '*@bots.northwind.example'],
    ['/records?kind=settings-attestation&text=northwind', 'northwind.atlassian.net'],
  ] as const) {
    await visit(at);
    await rows.filter({ hasText: words }).waitFor();
    expect(await rows.count(), at).toBe(1);
  }
  // Another register begins whole.
  await page.getByRole('button', { name: 'Stewards', exact: true }).click();
  await page.getByText('1 record', { exact: true }).waitFor();
  expect(hash(page)).toBe('#/records?kind=stewardship');
  await close();
});

test('a register is saved as a file, all its pieces in order, whatever the filter shows', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/records?kind=exception&state=over' });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all (CSV)' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(`seatpath-exception-${dayFromNow(0)}.csv`);
  expect(readFileSync(await saved.path(), 'utf8')).toBe('\ufeffperson,what\r\nZoë Ångström,exception\r\n');
  await page.getByText(`Saved seatpath-exception-${dayFromNow(0)}.csv`).waitFor();
  // A file of which a piece is missing is not saved.
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  app.script({
    'exports/register': ({ from }) =>
      from === 0 ? { text: 'person', next: 1 } : failure('INTERNAL', 'The second piece is missing.'),
  });
  await page.getByRole('button', { name: 'Download all (CSV)' }).click();
  await page.getByText('The second piece is missing.').waitFor();
  expect(downloads).toBe(0);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the group that a default moves to is told by its name, or by its id where nobody knows the name', async () => {
  const { page, close } = await openPage(stage, { at: '/records?kind=redesign' });
  await page.getByText('Make project-atlas the default instead').waitFor();
  await page.getByText('Make group-gone the default instead').waitFor();
  await close();
});

test('every step of a record is told with its time, its person and its note', async () => {
  const { page, close } = await openPage(stage, { at: '/records?kind=local-action' });
  const steps = page.locator('.steps').nth(1).getByRole('listitem');
  await steps.nth(2).waitFor();
  expect(await steps.allTextContents()).toEqual([
    `Recorded Nov 23, 2026, 8:00 AM by ${personAt(0).name!}`,
    `Approved Nov 23, 2026, 9:10 AM by ${personAt(1).name!}: Agreed.`,
    `Taken on Nov 23, 2026, 9:30 AM by ${personAt(2).name!}`,
  ]);
  await close();
});

test('a step is taken after a question, with a note, by the version that was seen', async () => {
  const { page, app, close } = await openPage(stage, { at: '/records?kind=intent' });
  const approve = page.getByRole('button', { name: 'Approve' });
  await approve.click();
  const dialog = page.getByRole('dialog', { name: 'Approve: Standing decision' });
  await dialog.getByText('You say with your name that this is right.').waitFor();
  await dialog.getByText('everyone-emea, Jira (northwind)').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(app.asked.some(({ call }) => call === 'records/move')).toBe(false);
  await approve.click();
  await dialog.getByLabel('Note (optional)').fill('Agreed with the team.');
  const lists = app.asked.filter(({ call }) => call === 'registers/list').length;
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Approved', { exact: true }).waitFor();
  expect(app.asked.find(({ call }) => call === 'records/move')?.input).toEqual({
    recordId: 'intent-1',
    version: 1,
    move: 'approve',
    note: 'Agreed with the team.',
  });
  await expect.poll(() => app.asked.filter(({ call }) => call === 'registers/list').length).toBe(lists + 1);
  await close();
});

test('who asked for it cannot approve it, and is told who can', async () => {
  const { page, close } = await openPage(stage, {
    at: '/records?kind=local-action',
    replies: { 'records/move': () => failure('SECOND_PERSON', 'You planned this yourself.') },
  });
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByText('You planned this yourself.').waitFor();
  await dialog.getByText('Ask another reviewer or owner.').waitFor();
  await close();
});

test('a protection takes a rule, a class, a reason, a steward and a day', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, {
    at: '/records?kind=protection',
    height: 1400,
  });
  await page.getByRole('button', { name: 'Protect an account' }).click();
  await page.getByRole('radio', { name: /^Addresses of a form/ }).check();
  await page.getByLabel('Form of the address').fill('robots');
  await page.getByRole('button', { name: 'Protect', exact: true }).click();
  await page.getByText('An address in which * stands for anything').waitFor();
  await page.getByLabel('Form of the address').fill('*@bots.northwind.example');
  await choose(page.getByLabel('Class'), 'Integration');
  await page.getByLabel('Reason').fill('They work by token; nobody sees them.');
  await choosePerson(page.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await page.getByRole('button', { name: 'Protect', exact: true }).click();
  await page.getByText('2 records').waitFor();
  expect(app.asked.find(({ call }) => call === 'protections/record')?.input).toEqual({
    rule: { by: 'email-pattern', pattern: '*@bots.northwind.example' },
    // There is one with the same rule: this one replaces it.
    after: 'protection-1',
    class: 'integration',
    reason: 'They work by token; nobody sees them.',
    steward: personAt(3).accountId,
    expiresOn: dayFromNow(365),
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('groups and direct roles are protected too', async () => {
  const { page, app, close } = await openPage(stage, { at: '/records?kind=protection', height: 1400 });
  await page.getByRole('button', { name: 'Protect an account' }).click();
  await page.getByLabel('Reason').fill('Administrators.');
  await choosePerson(page.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await page.getByRole('radio', { name: /^Members of a group/ }).check();
  await choosePerson(page.getByLabel('Group', { exact: true }), 'jira', 'jira-users');
  await page.getByRole('radio', { name: /^Holders of a direct role/ }).check();
  await choose(page.getByLabel('Product', { exact: true }), 'Jira (northwind)');
  await page.getByLabel('Role', { exact: true }).fill('atlassian/admin');
  await page.getByRole('button', { name: 'Protect', exact: true }).click();
  await page.getByText('Holders of atlassian/admin on').waitFor();
  expect(app.asked.find(({ call }) => call === 'protections/record')?.input).toMatchObject({
    rule: { by: 'direct-role', role: 'atlassian/admin' },
    after: null,
  });
  await close();
});

test('a suggested protection is adopted: its rule and class are filled in', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, {
    at: '/records?kind=protection',
    height: 1400,
  });
  await page.getByText('2 protections are suggested').click();
  await page.getByText('It works by API token').waitFor();
  await page.getByRole('button', { name: `Adopt the protection of ${personAt(9).name!}` }).click();
  await page.getByRole('heading', { name: 'Protection', exact: true }).waitFor();
  await page.getByLabel('Reason').fill('Synchronises orders by token.');
  await choosePerson(page.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await page.getByRole('button', { name: 'Protect', exact: true }).click();
  await page.getByText('2 records').waitFor();
  expect(app.asked.find(({ call }) => call === 'protections/record')?.input).toMatchObject({
    rule: { by: 'account', accountId: personAt(9).accountId },
    class: 'integration',
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('all that is suggested of one class is adopted at once, and goes on where one was refused', async () => {
  const robots = [11, 12, 13].map((position) => personAt(position));
  const { page, app, close, misdeeds } = await openPage(stage, {
    at: '/records?kind=protection',
    height: 1400,
    replies: {
      'protections/suggest': () => ({
        suggestions: robots.map(({ accountId, name }) => ({
          rule: { by: 'account', accountId },
          class: 'service',
          because: 'Its address says that it is a service account.',
          subject: name!,
          affects: 1,
        })),
      }),
    },
  });
  const asked = (): string[] =>
    app.asked
      .filter(({ call }) => call === 'protections/record')
      .map(({ input }) => JSON.stringify((input as { rule: unknown }).rule));
  const rule = ({ accountId }: { accountId: string }): string => JSON.stringify({ by: 'account', accountId });
  await page.getByText('3 protections are suggested').click();
  await page.getByRole('button', { name: 'Service account: adopt all 3' }).click();
  await page.getByText(robots[2]!.name!).first().waitFor();
  await page.getByRole('button', { name: 'Protect 3 accounts or groups' }).click();
  await page.getByText('This field is needed.').first().waitFor();
  await page.getByLabel('Reason').fill('Robots of the build.');
  await choosePerson(page.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  let calls = 0;
  app.script({
    'protections/record': ({ rule: by, class: kind, reason, steward, expiresOn }) => {
      calls += 1;
      return calls === 2
        ? failure('INTERNAL', 'The second one could not be stored.')
        : aRecord('protection', { rule: by, class: kind, reason, steward, expiresOn });
    },
  });
  await page.getByRole('button', { name: 'Protect 3 accounts or groups' }).click();
  await page.getByText('The second one could not be stored.').waitFor();
  await page.getByText('1 of 3 recorded.').waitFor();
  await page.getByRole('button', { name: 'Protect 2 accounts or groups' }).click();
  await page.getByText('3 protections recorded').waitFor();
  expect(asked()).toEqual([robots[0]!, robots[1]!, robots[1]!, robots[2]!].map(rule));
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('an empty register says how something gets into it; who may only read is offered no form', async () => {
  const { page, close } = await openPage(stage, {
    at: '/records?kind=protection',
    replies: {
      'session/get': () => AUDITOR_SESSION,
      'registers/list': () => ({ lines: [], elsewhere: 2 }),
    },
  });
  await page.getByRole('heading', { name: 'Nobody is protected yet' }).waitFor();
  await page.getByText('2 more concern other sites').waitFor();
  expect(await page.getByRole('button', { name: 'Protect an account' }).isDisabled()).toBe(true);
  expect(await page.getByText('protections are suggested').count()).toBe(0);
  await close();
});

test('an empty register leads to where its first record is made, by one action', async () => {
  const { page, visit, close } = await openPage(stage, {
    at: '/records',
    replies: { 'registers/list': () => ({ lines: [], elsewhere: 0 }) },
  });
  for (const kind of REGISTER_KINDS) {
    await visit(`/records?kind=${kind}`);
    await page.getByRole('heading', { name: en[`register.${kind}.empty`] }).waitFor();
    // For a protection the form stands above.
    expect(await page.locator('.empty').getByRole('button').count(), kind).toBe(
      kind === 'protection' ? 0 : 1,
    );
  }
  await visit('/records?kind=intent');
  await page.getByRole('button', { name: 'Open the sources' }).click();
  await page.getByText('12 of 12 sources').waitFor();
  await close();
});
