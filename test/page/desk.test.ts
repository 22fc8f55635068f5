import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, type Call, isDeskCall } from '../../src/contracts/api';
import { type RegisterLine } from '../../src/contracts/review-views';
import { type Session } from '../../src/contracts/views';
import { de } from '../../static/admin/src/texts/de';
import { englishLeft } from '../support/english-left';
import { expectAccessible } from '../support/accessibility';
import { BOARD } from './example-handed-over';
import { GROUP, IDP, OWNER_SESSION, personAt } from './example-org';
import { aRecord } from './example-records';
import { openPage, openStage, type OpenPage, type Stage, type Wish } from './open-page';
import { failure, type Replies } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const SESSION: Session = {
  ...OWNER_SESSION,
  accountId: personAt(1).accountId,
  roles: ['identity-owner'],
  desk: { providers: [{ idpId: IDP, name: 'Okta' }], groups: [] },
  mayCall: (Object.keys(api) as Call[]).filter(isDeskCall),
};

const asked = (change: Partial<RegisterLine>): RegisterLine => {
  const record = aRecord('boundary-exception', { id: 'boundary-1', reason: 'The audit is on Friday.' });
  const subject = {
    person: personAt(5),
    product: 'Jira',
    groupName: 'contractors',
    toGroupName: null,
    site: null,
  };
  return { record, version: 4, subject, inForce: true, moves: ['approve', 'decline'], people: [], ...change }; // prettier-ignore
};

/** The desk as Jira shows it; a call that is not the desk’s gets the app’s refusal. */
function openDesk(
  replies: Partial<Replies> = {},
  at = '/',
  { look, ...window }: Pick<Wish, 'look' | 'width'> = {},
): Promise<OpenPage> {
  const refused = () => failure('NOT_ALLOWED', 'This is not for the identity owner’s desk.');
  const others = (Object.keys(api) as Call[]).filter((call) => !isDeskCall(call));
  return openPage(stage, {
    at,
    height: 1400,
    ...window,
    look: { module: 'seatpath-desk', ...look },
    replies: {
      ...Object.fromEntries(others.map((call) => [call, refused])),
      'session/get': () => SESSION,
      'registers/list': () => ({ lines: [asked({})], elsewhere: 0 }),
      ...replies,
    },
  });
}

/** A dialog locks the scroll with a style that the policy refuses: no effect but the lock itself. */
const grave = (deeds: readonly string[]) => deeds.filter((deed) => !deed.startsWith('style-src-elem inline'));

test('the desk says for what the reader speaks and shows what is asked, without tabs, scan or a way to cases', async () => {
  const { page, app, close, misdeeds } = await openDesk();
  await page.getByRole('heading', { level: 1, name: 'Identity owner’s desk' }).waitFor();
  await page.getByText('You speak for Okta.').waitFor();
  const issue = page.getByRole('article', { name: /^IAM-42/ });
  await issue.getByText(personAt(0).name!).first().waitFor();
  expect(await page.getByRole('tab').count()).toBe(0);
  expect(await page.getByRole('button', { name: /Scan|Open the case/ }).count()).toBe(0);
  expect(await issue.getByRole('button', { name: personAt(0).name! }).count()).toBe(1); // The answer alone.
  expect(app.asked.filter(({ call }) => !isDeskCall(call as Call))).toEqual([]);
  await expectAccessible(page);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the help at the desk is accessible in light and dark', async () => {
  const { page, close, misdeeds } = await openDesk();
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('region', { name: 'Atlassian’s own pages' }).waitFor();
  await expectAccessible(page);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a boundary exception is agreed to with a note, by the version that was seen', async () => {
  const { page, app, close, misdeeds } = await openDesk({
    'records/move': () => aRecord('boundary-exception', { state: 'approved' }),
  });
  const part = page.getByRole('region', { name: 'Waits for your word' });
  await part.getByText('The audit is on Friday.').waitFor();
  await part.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note (optional)').fill('By phone with Bruno.');
  await expectAccessible(page);
  app.script({ 'registers/list': () => ({ lines: [], elsewhere: 0 }) });
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await part.waitFor({ state: 'detached' });
  expect(app.asked.find(({ call }) => call === 'records/move')?.input).toEqual({
    recordId: 'boundary-1',
    version: 4,
    move: 'approve',
    note: 'By phone with Bruno.',
  });
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('an answer names a day by the app’s own time, and the form of a group is there', async () => {
  const { page, close, misdeeds } = await openDesk();
  const issue = page.getByRole('article', { name: /^IAM-42/ });
  await issue.getByText('What is known of the group').click();
  await issue.getByRole('button', { name: 'Describe it anew' }).click();
  await issue.locator('form').getByLabel('How people get into it').waitFor();
  await expectAccessible(page);
  await issue.getByRole('button', { name: `Answer: ${personAt(0).name!}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Planned/ }).check();
  // The app is in November 2026, wherever the browser’s clock is.
  await dialog.getByLabel('Planned for').fill('2026-12-01');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('all of a group are accepted at once without a day, and shown as accepted with who said it', async () => {
  const { page, app, close, misdeeds } = await openDesk();
  const issue = page.getByRole('article', { name: /^IAM-42/ });
  await issue.getByRole('button', { name: /^Answer for all/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Accepted/ }).check();
  expect(await dialog.getByLabel(/Planned for|Back on/).count()).toBe(0);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^Answer for/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await issue.getByText('Accepted').first().waitFor();
  const sent = app.asked.filter(({ call }) => call === 'route-outs/answer').map(({ input }) => input);
  expect(sent.length).toBeGreaterThan(1);
  for (const input of sent) expect(input).toMatchObject({ says: 'accepted', until: null });
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('a service account, and who is not the reader’s, are answered for one by one', async () => {
  const { page, app, close, misdeeds } = await openDesk();
  const issue = page.getByRole('article', { name: /^IAM-42/ });
  for (const [at, name, says] of [
    [0, 'Service account', 'service-account'],
    [2, 'Not mine', 'not-mine'],
  ] as const) {
    const person = personAt(at).name!;
    await issue.getByRole('button', { name: `Answer: ${person}` }).click();
    const dialog = page.getByRole('dialog', { name: `Answer: ${person}` });
    await dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
    await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = issue.getByRole('row').filter({ hasText: person });
    await row.getByText(name).waitFor();
    await row.getByText('Disputed').waitFor();
    const last = app.asked.filter(({ call }) => call === 'route-outs/answer').at(-1);
    expect(last?.input).toMatchObject({ recordId: `row-${at}`, says, until: null });
  }
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('who speaks for single groups is told which, and an override that he may not agree to has no button', async () => {
  const group = { idpId: IDP, provider: 'Okta', groupId: GROUP, groupName: 'contractors' };
  const { page, close } = await openDesk({
    'session/get': () => ({ ...SESSION, desk: { providers: [], groups: [group] } }),
    'registers/list': () => ({ lines: [asked({ moves: [] })], elsewhere: 0 }),
  });
  await page.getByText('You speak for the group contractors at Okta.').waitFor();
  const part = page.getByRole('region', { name: 'Waits for your word' });
  await part.getByText('The audit is on Friday.').waitFor();
  expect(await part.getByRole('button').count()).toBe(0);
  await close();
});

test('where nothing is asked the desk says so, above what is finished', async () => {
  const nothing = { 'registers/list': () => ({ lines: [], elsewhere: 0 }) };
  const [provider] = BOARD.providers;
  const finished = {
    ...provider!,
    issues: provider!.issues.filter(({ underWay }) => !underWay),
    waiting: [],
  };
  const { page, app, close, misdeeds } = await openDesk({
    ...nothing,
    'requests/list': () => ({ providers: [{ ...finished, issues: [] }], people: [] }),
  });
  await page.getByRole('heading', { name: 'Nothing is asked of you now' }).waitFor();
  expect(await page.getByRole('searchbox').count()).toBe(0);
  await expectAccessible(page);
  app.script({ 'requests/list': () => ({ ...BOARD, providers: [finished] }) });
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('1 finished issue').waitFor();
  await page.getByRole('heading', { name: 'Nothing is asked of you now' }).waitFor();
  app.script({ 'registers/list': () => ({ lines: [asked({})], elsewhere: 0 }) });
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('The audit is on Friday.').waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('who is nobody here is told what the desk is for, whatever the address; a failure offers to try again', async () => {
  const nobody = () => failure('NOT_ALLOWED', 'Nobody named you.');
  const { page, app, close, misdeeds } = await openDesk({ 'session/get': nobody }, '/setup');
  await page.getByRole('heading', { level: 1, name: 'This desk is for identity owners' }).waitFor();
  expect(app.asked.map(({ call }) => call)).toEqual(['session/get']);
  await expectAccessible(page);
  app.script({ 'session/get': () => failure('INTERNAL', 'Out of order.') });
  await page.reload();
  await page.getByText('Out of order.').waitFor();
  app.script({ 'session/get': () => SESSION });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('You speak for Okta.').waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the desk never leads to setup, which it has not', async () => {
  const { page, close } = await openDesk({
    'registers/list': () => failure('KEY_MISSING', 'No organization key.'),
  });
  await page.getByRole('heading', { name: 'Seatpath has no organization key yet' }).waitFor();
  expect(await page.getByRole('button', { name: 'Open setup' }).count()).toBe(0);
  await close();
});

test('the desk keeps to a window of 768 pixels and to 200 % zoom, with a form open', async () => {
  const { page, close, misdeeds } = await openDesk({}, '/', { width: 640 });
  await page.getByText('What is known of the group').first().click();
  await page.getByRole('button', { name: 'Describe it anew' }).first().click();
  for (const width of [768, 640]) {
    await page.setViewportSize({ width, height: 1400 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${width}`,
    ).toBe(0);
  }
  await expectAccessible(page);
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('an identity owner who reads German gets the desk in German, with the help', async () => {
  const { page, close } = await openDesk({}, '/', { look: { locale: 'de_DE' } });
  await page.locator('.request').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await englishLeft(page, de)).toEqual([]);
  await page.getByRole('button', { name: 'Hilfe', exact: true }).click();
  await page.getByRole('dialog').getByRole('region').last().waitFor();
  expect(await englishLeft(page, de)).toEqual([]);
  await close();
});
