import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ANSWERS } from '../../src/contracts/route-outs';
import { choose, choosePerson } from './choose';
import { BOARD } from './example-handed-over';
import { AUDITOR_SESSION, GROUP, IDP, personAt } from './example-org';
import { dayFromNow } from './example-records';
import { handedOverReplies } from './handed-over-replies';
import { openPage, openStage, type Stage } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const ISSUE = /^IAM-42: 7 seats through contractors/;
const issue = (page: Page) => page.getByRole('article', { name: ISSUE });
const rowOf = (page: Page, position: number) =>
  issue(page)
    .getByRole('row')
    .filter({ hasText: personAt(position).name! });
/** A dialog locks the scroll with a style that the policy refuses: no effect but the lock itself. */
const grave = (deeds: readonly string[]) => deeds.filter((deed) => !deed.startsWith('style-src-elem inline'));

test('an issue tells what is asked of whom and since when, what was said in it, and how each person stands', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/handed-over' });
  const part = page.getByRole('region', { name: 'Okta' });
  await part.getByText('2 issues under way').waitFor();
  const link = issue(page).getByRole('link', { name: 'IAM-42' });
  expect(await link.getAttribute('href')).toBe('https://example.atlassian.net/browse/IAM-42');
  const told = (await issue(page).textContent())!;
  for (const words of [
    'With the identity owner',
    `Asked of${personAt(1).name!}`,
    'Asked onNov 16, 2026',
    'Nov 20, 2026: what was said to be done is still there',
    'Handed over 2',
    'Still there 1',
  ]) {
    expect(told).toContain(words);
  }
  expect(await rowOf(page, 4).textContent()).toMatch(
    /Taken on.*Planned for Dec 1, 2026.*in a comment, Nov 19, 2026/,
  );
  expect(await rowOf(page, 8).textContent()).toMatch(/Disputed.*Needs the access/);
  expect(await page.locator('.handed-over').textContent()).not.toMatch(/fail|incomplete|pending|clean-?up/i);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('rows that are in no issue say what they wait for; what is finished is folded away', async () => {
  const { page, close } = await openPage(stage, { at: '/handed-over' });
  const waiting = page.getByRole('article', { name: 'jira-users', exact: true });
  await waiting.getByText('The provider is asked first how people get into the group.').waitFor();
  await waiting.getByText('12 people').waitFor();
  const finished = page.getByRole('link', { name: 'IAM-31' });
  expect(await finished.isVisible()).toBe(false);
  await page.getByText('1 finished issue').click();
  await finished.waitFor();
  await close();
});

test('one person is answered for, by the version that was seen; a day that is needed is asked for', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/handed-over', height: 1400 });
  await rowOf(page, 0).getByRole('button', { name: 'Answer' }).click();
  const dialog = page.getByRole('dialog', { name: `Answer: ${personAt(0).name!}` });
  await dialog.getByRole('radio', { name: /^Planned/ }).check();
  await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
  await dialog.getByText(/Choose a day from tomorrow/).waitFor();
  expect(app.asked.some(({ call }) => call === 'route-outs/answer')).toBe(false);
  await dialog.getByLabel('Planned for').fill(dayFromNow(10));
  await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await rowOf(page, 0).getByText('Planned for Dec 3, 2026').waitFor();
  expect(app.asked.find(({ call }) => call === 'route-outs/answer')?.input).toEqual({
    recordId: 'row-0',
    version: 3,
    says: 'planned',
    until: dayFromNow(10),
  });
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('what was handed over is withdrawn where it stands, with a note; what is confirmed is not', async () => {
  const { page, app, close } = await openPage(stage, { at: '/handed-over', height: 1400 });
  await rowOf(page, 0).waitFor();
  const confirmed = rowOf(page, 9);
  await confirmed.getByText('Confirmed').waitFor();
  expect(await confirmed.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
  await rowOf(page, 0).getByRole('button', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog', { name: 'Withdraw: Route-out' });
  await dialog.getByText(personAt(0).name!).waitFor();
  const reads = app.asked.filter(({ call }) => call === 'requests/list').length;
  await dialog.getByLabel('Note (optional)').fill('Asked by mistake.');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(app.asked.find(({ call }) => call === 'records/move')?.input).toEqual({
    recordId: 'row-0',
    version: 3,
    move: 'withdraw',
    note: 'Asked by mistake.',
  });
  await expect.poll(() => app.asked.filter(({ call }) => call === 'requests/list').length).toBe(reads + 1);
  await close();
});

test('leave may name the day of return; an answer without a day sends none', async () => {
  const { page, app, close } = await openPage(stage, { at: '/handed-over', height: 1400 });
  await rowOf(page, 2).getByRole('button', { name: 'Answer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^On leave/ }).check();
  await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(app.asked.find(({ call }) => call === 'route-outs/answer')?.input).toMatchObject({
    says: 'on-leave',
    until: null,
  });
  await close();
});

test('an issue is answered for at once: for whom the app permits it, and who is refused is named', async () => {
  const { page, app, close } = await openPage(stage, {
    at: '/handed-over',
    height: 1400,
    replies: {
      'route-outs/answer': (input) =>
        input.recordId === 'row-2' ? failure('CONFLICT', 'Bruno answered a minute ago.') : answer(input),
    },
  });
  const { 'route-outs/answer': answer } = handedOverReplies();
  await issue(page).getByRole('button', { name: 'Answer for all 4 people' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Done/ }).check();
  await dialog.getByRole('button', { name: 'Answer for 4 people' }).click();
  await dialog.getByText('One answer was not taken').waitFor();
  await dialog.getByText(`${personAt(2).name!}: Bruno answered a minute ago.`).waitFor();
  const sent = app.asked.filter(({ call }) => call === 'route-outs/answer').map(({ input }) => input);
  const wanted = ['row-0', 'row-2', 'row-4', 'row-7'].map((recordId) => ({
    recordId,
    version: 3,
    says: 'done',
    until: null,
  }));
  // Four are under way at once: which of them arrives first is chance.
  expect(sent).toHaveLength(wanted.length);
  expect(new Set(sent)).toEqual(new Set(wanted));
  const lists = app.asked.filter(({ call }) => call === 'requests/list').length;
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => app.asked.filter(({ call }) => call === 'requests/list').length).toBe(lists + 1);
  await close();
});

test('only answers that the app permits are offered; who has none to give sees no button', async () => {
  const [provider] = BOARD.providers;
  const [line] = provider!.issues;
  const board = (answers: (typeof ANSWERS)[number][]) => ({
    ...BOARD,
    providers: [
      {
        ...provider!,
        issues: [
          { ...line!, rows: line!.rows.map((row, at) => ({ ...row, answers: at === 0 ? answers : [] })) },
        ],
        waiting: [],
      },
    ],
  });
  const { page, app, close } = await openPage(stage, {
    at: '/handed-over',
    replies: { 'requests/list': () => board(['done', 'not-mine']) },
  });
  await rowOf(page, 0).getByRole('button', { name: 'Answer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  expect(await dialog.getByRole('radio').count()).toBe(2);
  app.script({ 'requests/list': () => board([]) });
  await page.reload();
  await rowOf(page, 0).waitFor();
  expect(await page.getByRole('button', { name: /^Answer/ }).count()).toBe(0);
  await close();
});

test('what is known of a group is told, and said anew in place of what was said', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/handed-over', height: 1800 });
  await issue(page).getByText('What is known of the group').click();
  await issue(page).getByText('okta-contractors').waitFor();
  await issue(page).getByRole('button', { name: 'Describe it anew' }).click();
  const form = issue(page).locator('form');
  await choose(form.getByLabel('How people get into it'), 'From the system of record (HR)');
  await form.getByLabel('Id at the provider (optional)').fill('');
  await choosePerson(form.getByLabel('Business owner (optional)'), 'emre', personAt(4).name!);
  await form.getByRole('button', { name: 'Record' }).click();
  await form.getByText('This field is needed.').waitFor();
  await form.getByLabel('Where this is known from').fill('Bruno, by phone.');
  await form.getByRole('button', { name: 'Record' }).click();
  await issue(page).getByText('From the system of record (HR)').waitFor();
  expect(app.asked.find(({ call }) => call === 'group-profiles/record')?.input).toEqual({
    idpId: IDP,
    groupId: GROUP,
    after: 'profile-1',
    reason: 'Bruno, by phone.',
    nameAtIdp: 'okta-contractors',
    idAtIdp: null,
    membership: 'hr',
    assignsApp: 'yes',
    otherApps: 'Slack',
    businessOwner: personAt(4).accountId,
    identityOwner: null,
    changeRoute: 'A ticket in IAM.',
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the people of an issue are saved as files under the names that the app gives', async () => {
  const { page, app, close } = await openPage(stage, { at: '/handed-over' });
  for (const [format, name] of [
    ['People as CSV', 'IAM-42-csv.csv'],
    ['For Entra ID', 'IAM-42-entra.csv'],
    ['For Okta', 'IAM-42-okta.txt'],
  ] as const) {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: `${format}: download the people of IAM-42` }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(name);
    expect(readFileSync(await saved.path(), 'utf8')).toBe('people of issue-members');
  }
  app.script({ 'requests/file': () => failure('ORG_UNREACHABLE', 'The SCIM directory does not answer.') });
  await page.getByRole('button', { name: 'People as CSV: download the people of IAM-42' }).click();
  await page.getByText('The SCIM directory does not answer.').waitFor();
  await close();
});

test('a search leaves issues and groups that fit, the address keeps it, and one action shows all again', async () => {
  const { page, close } = await openPage(stage, { at: '/handed-over' });
  const search = page.getByLabel('Issue, group or person');
  await search.fill(personAt(9).name!.toUpperCase());
  await page.getByText('1 issue under way').waitFor();
  expect(await page.getByRole('article').count()).toBe(1);
  expect(decodeURIComponent(new URL(page.url()).hash)).toContain('#/handed-over?text=');
  await page.reload();
  await page.getByText('1 issue under way').waitFor();
  await search.fill('nowhere');
  await page.getByRole('heading', { name: 'Nothing handed over matches' }).waitFor();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByText('2 issues under way').waitFor();
  await close();
});

test('an empty board says what comes first: a provider, or something to hand over', async () => {
  const { page, app, close } = await openPage(stage, {
    at: '/handed-over',
    replies: { 'requests/list': () => ({ providers: [], people: [] }) },
  });
  await page.getByRole('heading', { name: 'No identity provider is set up' }).waitFor();
  await page.getByRole('button', { name: 'Open setup' }).waitFor();
  app.script({
    'requests/list': () => ({
      providers: [{ idpId: IDP, name: 'Okta', issues: [], waiting: [] }],
      people: [],
    }),
  });
  await page.reload();
  await page.getByRole('heading', { name: 'Nothing is handed over yet' }).waitFor();
  await page.getByRole('button', { name: 'Open the review' }).click();
  await page.getByText('10 items at the opening', { exact: true }).waitFor();
  await close();
});

test('who may not set up is not sent there', async () => {
  const { page, close } = await openPage(stage, {
    at: '/handed-over',
    replies: {
      'session/get': () => AUDITOR_SESSION,
      'requests/list': () => ({ providers: [], people: [] }),
    },
  });
  await page.getByRole('heading', { name: 'No identity provider is set up' }).waitFor();
  expect(await page.getByRole('button', { name: 'Open setup' }).count()).toBe(0);
  await close();
});
