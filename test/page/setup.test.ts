import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ASKING_DEFAULTS } from '../../src/contracts/settings';
import { SETUP_STEPS } from '../../src/contracts/setup-checks';
import { choose, choosePerson } from './choose';
import { aCheck, aRemark, EVERY_REMARK, exampleCheck } from './example-checks';
import {
  AUDITOR_SESSION,
  IDP,
  NEVER_SCANNED,
  NOT_SET_UP,
  OWNER_SESSION,
  personAt,
  SET_UP,
} from './example-org';
import { defaultReplies } from './example-replies';
import { openPage, openStage, type Stage } from './open-page';
import { failure, type Replies } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const KEY = 'ATCTT3xFfGN0-example-of-a-key';
const section = (page: Page, name: string): ReturnType<Page['locator']> =>
  page.getByRole('region', { name, exact: true });

test('the first key: refused without scopes, saved after insisting, its scopes shown', async () => {
  const saved = defaultReplies()['setup/save-org-key'];
  const replies: Partial<Replies> = {
    'setup/get': () => NOT_SET_UP,
    'scan/progress': () => NEVER_SCANNED,
    'session/get': () => ({ ...OWNER_SESSION, capability: 'none', unclaimed: true }),
    'overview/get': () => failure('KEY_MISSING', 'No organization key is stored.'),
    'setup/save-org-key': (input) =>
      input.insistOnUnscoped
        ? saved(input)
        : failure('KEY_UNSCOPED', 'Atlassian lists no scopes for this key.'),
  };
  const { page, app, close, misdeeds } = await openPage(stage, { replies });
  await page.getByRole('heading', { name: 'Seatpath has no organization key yet' }).waitFor();
  await page.getByRole('button', { name: 'Open setup' }).click();
  const part = section(page, 'Organization key');
  await part.getByText('read:accounts:admin').waitFor();
  await part.getByRole('button', { name: 'Save key and check it' }).click();
  await part.getByText('A key has at least 8 characters and no blanks.').waitFor();
  await part.getByLabel('Organization id').fill('3a5f9c1e-org');
  await part.getByLabel('API key').fill(KEY);
  await part.getByLabel(/Expires on/).fill('2027-11-01');
  await part.getByRole('button', { name: 'Save key and check it' }).click();
  await part.getByText('This key has no scopes').waitFor();
  await part.getByText('can change users, groups and policies').waitFor();
  await part.getByLabel('Save this key without scopes anyway').check({ force: true });
  await part.getByRole('button', { name: 'Save key and check it' }).click();
  const probes = part.getByRole('table', { name: 'What the key may read' });
  await probes.waitFor();
  expect(await probes.getByRole('row').allTextContents()).toEqual([
    'ResultScopeNeeded for',
    'Grantedread:orgs:adminThe organization and its sites.',
    'Grantedread:directories:adminThe directories of groups and accounts.',
    'Unknownread:workspaces:adminThe names of products.',
    'Grantedread:groups:adminGroups and what they grant.',
    'Missingread:accounts:adminAccounts and their product access.',
    'Not availableread:events:adminHow accounts came into groups.',
  ]);
  expect(await page.content()).not.toContain(KEY);
  const sent = app.asked.filter(({ call }) => call === 'setup/save-org-key').map(({ input }) => input);
  expect(sent).toEqual([
    { slot: 'a', orgId: '3a5f9c1e-org', key: KEY, expiresOn: '2027-11-01', insistOnUnscoped: false },
    { slot: 'a', orgId: '3a5f9c1e-org', key: KEY, expiresOn: '2027-11-01', insistOnUnscoped: true },
  ]);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a new key goes to the free slot unless chosen otherwise', async () => {
  const { page, close } = await openPage(stage, { at: '/setup' });
  const part = section(page, 'Organization key');
  await part.getByText(`Saved Aug 1, 2026 by ${personAt(0).name!}`).waitFor();
  expect(await part.getByLabel('Slot B').isChecked()).toBe(true);
  expect(await part.getByLabel('API key').inputValue()).toBe('');
  await close();
});

test('the end of the key is told 30, 14 and 7 days before, on every tab', async () => {
  for (const [days, words] of [
    [31, null],
    [30, 'The organization key expires in 30 days'],
    [1, 'The organization key expires in 1 day'],
    [-1, 'The organization key has expired'],
  ] as const) {
    const keys = { ...SET_UP.keys, expiresInDays: days };
    const { page, app, close } = await openPage(stage, {
      at: '/records',
      replies: { 'setup/get': () => ({ ...SET_UP, keys }) },
    });
    await page.getByText('Handed over to').first().waitFor();
    if (words !== null) await page.getByRole('heading', { name: words }).waitFor();
    else {
      expect(app.asked.some(({ call }) => call === 'setup/get')).toBe(true);
      expect(await page.getByText(/organization key expires/i).count()).toBe(0);
    }
    await close();
  }
});

test('forgetting the keys asks first and names what follows', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/setup' });
  await page.getByRole('button', { name: 'Forget the keys now' }).click();
  const dialog = page.getByRole('dialog', { name: /Forget all keys/ });
  await dialog.getByText('Scans stop').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(app.asked.some(({ call }) => call === 'setup/forget-keys')).toBe(false);
  await page.getByRole('button', { name: 'Forget the keys now' }).click();
  await dialog.getByRole('button', { name: 'Forget the keys' }).click();
  await page.getByText('Until it is saved nothing can be traced.').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Forget the keys now' }).count()).toBe(0);
  // The dialog's scroll lock adds a style, which the policy refuses; only the page behind then still scrolls.
  expect((await misdeeds()).filter((deed) => !deed.startsWith('style-src-elem inline'))).toEqual([]);
  await close();
});

test('an identity provider gets its owner by search, its project from Jira, and a test that creates nothing', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/setup', height: 1600 });
  const part = section(page, 'Identity providers');
  await part.getByRole('button', { name: 'Edit Okta' }).click();
  await choosePerson(part.getByLabel('Second identity owner (optional)'), 'emre', personAt(4).name!);
  await part.getByRole('button', { name: 'Test' }).click();
  await part.getByText('The Seatpath app can create issues of this type in IAM.').waitFor();
  await choose(part.getByLabel('Jira project'), 'Operations (OPS)');
  expect(await part.getByRole('button', { name: 'Test' }).isDisabled()).toBe(true);
  await choose(part.getByLabel('Issue type'), 'Request');
  await part.getByRole('button', { name: 'Test' }).click();
  await part.getByText('Jira does not let the Seatpath app create issues in OPS.').waitFor();
  await part.getByText('Let the app browse the project and create issues there').waitFor();
  await part.getByRole('button', { name: 'Save' }).click();
  await part.getByText('Issues: OPS').waitFor();
  expect(app.asked.find(({ call }) => call === 'setup/save-identity-provider')?.input).toEqual({
    identityProvider: {
      idpId: IDP,
      name: 'Okta',
      kind: 'scim',
      owners: [personAt(1).accountId, personAt(4).accountId],
      deputy: null,
      projectKey: 'OPS',
      issueTypeId: '10002',
      ...ASKING_DEFAULTS,
    },
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('how a provider is asked is folded away, told with its defaults, checked and saved', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/setup', height: 1600 });
  const part = section(page, 'Identity providers');
  await part.getByRole('button', { name: 'Edit Okta' }).click();
  const most = part.getByLabel('Open issues at most');
  expect(await most.isVisible()).toBe(false);
  await part.getByText('How it is asked').click();
  await part.getByText('What goes beyond waits, and says so. Default: 5.').waitFor();
  expect(await most.inputValue()).toBe('5');
  await most.fill('51');
  await part.getByText('A number from 1 to 50.').waitFor();
  // What is wrong stays in sight, and nothing is sent.
  await part.getByText('How it is asked').click();
  await part.getByRole('button', { name: 'Save' }).click();
  await part.getByText('A number from 1 to 50.').waitFor();
  expect(app.asked.some(({ call }) => call === 'setup/save-identity-provider')).toBe(false);
  await most.fill('3');
  await part.getByLabel('Days between new issues').fill('7');
  await part.getByLabel('People in an issue at least').fill('10');
  await part.getByLabel('Minutes between syncs').fill('40');
  await choosePerson(part.getByLabel('Told when nobody answers (optional)'), 'emre', personAt(4).name!);
  await part.getByRole('checkbox', { name: /Ask about a group before its people/ }).check();
  await part.getByRole('button', { name: 'Save' }).click();
  await part.getByText('Told when nobody answers:').waitFor();
  expect(app.asked.find(({ call }) => call === 'setup/save-identity-provider')?.input).toMatchObject({
    identityProvider: {
      escalateTo: personAt(4).accountId,
      syncMinutes: 40,
      pace: { mostOpen: 3, everyDays: 7, fewestRows: 10 },
      profileFirst: true,
    },
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('roles, plans, review and scope are saved each for itself', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/setup', height: 1600 });
  const roles = section(page, 'Roles');
  await choosePerson(roles.getByLabel('Person'), 'farida', personAt(5).name!);
  await choose(roles.getByLabel('Role', { exact: true }), 'Identity owner');
  expect(await roles.getByRole('button', { name: 'Add role' }).isDisabled()).toBe(true);
  await choose(roles.getByLabel('Identity provider'), 'Okta');
  await roles.getByRole('button', { name: 'Add role' }).click();
  await expect.poll(() => roles.getByRole('row').count()).toBe(5);

  const plans = section(page, 'Plans');
  await choose(plans.getByLabel('Jira (northwind)'), 'Paid');
  await plans.getByRole('button', { name: 'Save' }).click();

  const review = section(page, 'Review');
  await review.getByLabel('Inactive after days').fill('0');
  await review.getByText('A number from 1 to 3,650.').waitFor();
  expect(await review.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await review.getByLabel('Inactive after days').fill('60');
  await review.getByLabel('Dates').check();
  await choose(review.getByLabel('A review is due'), 'Every second week');
  await review.getByLabel('Items in a review').fill('101');
  await review.getByText('A number from 1 to 100.').waitFor();
  await review.getByLabel('Items in a review').fill('20');
  await choose(review.getByLabel('Jira project'), 'Operations (OPS)');
  await review.getByText('Choose the issue type too.').waitFor();
  expect(await review.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await choose(review.getByLabel('Issue type'), 'Task');
  await choosePerson(review.getByLabel('Assignee (optional)'), 'farida', personAt(5).name!);
  await review.getByRole('button', { name: 'Save' }).click();

  const scope = section(page, 'Scope');
  await scope.getByLabel('The whole organization').check();
  await scope.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => app.asked.some(({ call }) => call === 'setup/save-scope')).toBe(true);
  const sent = new Map(app.asked.map(({ call, input }) => [call, input]));
  expect(sent.get('setup/save-roles')).toEqual({
    roles: [...SET_UP.roles, { accountId: personAt(5).accountId, role: 'identity-owner', idpId: IDP }],
  });
  expect(sent.get('setup/save-plans')).toEqual({
    plans: [...SET_UP.plans, { ari: SET_UP.resources[0]!.ari, plan: 'paid' }],
  });
  expect(sent.get('setup/save-review')).toEqual({
    review: {
      inactiveDays: 60,
      weekday: 'monday',
      timeZone: 'Europe/Berlin',
      activityShownAs: 'dates',
      every: 'fortnight',
      budget: 20,
      digest: { projectKey: 'OPS', issueTypeId: '10001', assignee: personAt(5).accountId },
    },
  });
  expect(sent.get('setup/save-scope')).toEqual({ scope: 'organization' });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('good news leaves by itself after five seconds', async () => {
  const { page, close } = await openPage(stage, { at: '/setup' });
  const scope = section(page, 'Scope');
  await scope.getByLabel('The whole organization').check();
  await page.clock.install();
  await scope.getByRole('button', { name: 'Save' }).click();
  const flag = page.getByText('Saved', { exact: true });
  await flag.waitFor();
  await page.clock.runFor(4_000);
  expect(await flag.isVisible()).toBe(true);
  await page.clock.runFor(1_500);
  await flag.waitFor({ state: 'detached' });
  await close();
});

test('a change that somebody else overtook is told in the part that it belongs to', async () => {
  const { page, close } = await openPage(stage, {
    at: '/setup',
    replies: { 'setup/save-scope': () => failure('CONFLICT', 'Bruno saved the setup a minute ago.') },
  });
  const scope = section(page, 'Scope');
  await scope.getByLabel('The whole organization').check();
  await scope.getByRole('button', { name: 'Save' }).click();
  await scope.getByText('Bruno saved the setup a minute ago.').waitFor();
  await close();
});

test('SCIM keys stay folded away behind a warning', async () => {
  const { page, app, close } = await openPage(stage, { at: '/setup' });
  const part = section(page, 'SCIM keys');
  expect(await part.getByText('A SCIM key can write to the directory').isVisible()).toBe(false);
  await part.getByText('Optional, and off the standard path').click();
  await part.getByText('A SCIM key can write to the directory').waitFor();
  await part.getByLabel('SCIM directory id').fill(IDP);
  await part.getByLabel('SCIM key', { exact: true }).fill(KEY);
  await part.getByRole('button', { name: 'Save SCIM key' }).click();
  await part.getByText(IDP).waitFor();
  expect(app.asked.find(({ call }) => call === 'setup/save-scim-key')?.input).toEqual({
    scimDirectoryId: IDP,
    key: KEY,
    expiresOn: null,
  });
  await close();
});

test('who may not change the setup reads it, without a field that could be filled', async () => {
  const { page, close } = await openPage(stage, {
    at: '/setup',
    replies: { 'session/get': () => AUDITOR_SESSION },
  });
  await page.getByText('You can read this setup, not change it').waitFor();
  await page.getByText(`Identity owners: ${personAt(1).name!}`).waitFor();
  await page.getByText('No digest issue.').waitFor();
  expect(await page.getByRole('button', { name: /Save|Add|Remove|Edit|Forget|Scan/ }).count()).toBe(0);
  expect(await page.locator('input:enabled').count()).toBe(0);
  expect(await page.getByRole('button', { name: /Test/ }).count()).toBe(0);
  await close();
});

const row = (page: Page, step: string): ReturnType<Page['locator']> =>
  section(page, 'Checklist')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: step, exact: true }) });
const tested = async (page: Page, step: string): Promise<void> => {
  await page.getByRole('button', { name: `Test: ${step}`, exact: true }).click();
  await row(page, step).getByText('Tested Nov 23, 2026').waitFor();
};

test('a step that is merely typed is called untested; its test tells how it stands, with a cure and the way there', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/setup' });
  const step = 'Identity owners and Jira projects';
  await row(page, step).getByText('Not tested').waitFor();
  await row(page, step).getByText('Each identity provider has an owner').waitFor();
  expect(app.asked.some(({ call }) => call === 'setup/check')).toBe(false);

  await tested(page, step);
  expect(app.asked.filter(({ call }) => call === 'setup/check').map(({ input }) => input)).toEqual([
    { step: 'owners' },
  ]);
  expect(await row(page, step).locator('.checklist__state').textContent()).toBe('Failed');
  // What was typed is no good news any more.
  expect(await row(page, step).getByText('Each identity provider has an owner').count()).toBe(0);
  expect(await row(page, step).locator('.remark').allTextContents()).toEqual([
    'Okta: IAM takes no issues of the chosen type.Choose an issue type that the project has now. Go to “Identity providers”',
    `Okta: nobody but ${personAt(1).name!} can be asked.Name a second identity owner or a deputy. Go to “Identity providers”`,
    `Okta: can be asked: ${personAt(1).name!}.`,
  ]);
  await row(page, step).getByRole('img', { name: 'Failed' }).waitFor();
  expect(await page.getByRole('status').allTextContents()).toContain(`${step}: Failed`);

  await row(page, step).getByRole('button', { name: 'Go to “Identity providers”' }).first().click();
  const heading = page.getByRole('heading', { name: 'Identity providers' });
  expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('all steps are tested one after the other, and what is unknown is never called well', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/setup', height: 1800 });
  await page.getByRole('button', { name: 'Test all' }).click();
  await row(page, 'SCIM keys (optional)').getByText('Tested Nov 23, 2026').waitFor();
  const steps = app.asked.filter(({ call }) => call === 'setup/check').map(({ input }) => input);
  expect(steps).toEqual(SETUP_STEPS.map((step) => ({ step })));
  expect(await page.locator('.checklist__state').allTextContents()).toEqual([
    'Partly unknown',
    'Works',
    'Failed',
    'Needs a look',
    'Needs a look',
    'Works',
    'Unknown',
  ]);
  await row(page, 'Review day').getByText('Monday, November 30, 2026 at 12:00 AM (Europe/Berlin)').waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a test is out of date once setup changed, and its results outlive a look at another tab', async () => {
  const { page, app, close } = await openPage(stage, { at: '/setup', height: 1800 });
  await tested(page, 'Review day');
  await row(page, 'Review day').getByText('Works', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Prices (optional)', exact: true }).click();
  await page.getByRole('heading', { name: 'Pools' }).waitFor();
  await page.getByRole('tab', { name: 'Setup' }).click();
  await row(page, 'Review day').getByText('Works', { exact: true }).waitFor();

  // Also after a reload: the app keeps it.
  await page.reload();
  await row(page, 'Review day').getByText('Tested Nov 23, 2026').waitFor();
  await row(page, 'Review day').getByText('Works', { exact: true }).waitFor();

  const outdated = { ...SET_UP, checks: [{ ...exampleCheck('review'), outdated: true }] };
  app.script({ 'setup/save-scope': () => outdated, 'setup/get': () => outdated });
  const scope = section(page, 'Scope');
  await scope.getByLabel('The whole organization').check();
  await scope.getByRole('button', { name: 'Save' }).click();
  await row(page, 'Review day').getByText('Test again', { exact: true }).waitFor();
  await page.reload();
  await row(page, 'Review day').getByText('Setup was changed since: test again.').waitFor();
  await row(page, 'Review day').getByText('Test again', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Test: Review day' }).click();
  await row(page, 'Review day').getByText('Works', { exact: true }).waitFor();
  await close();
});

test('a test that brings no answer is told with its cure, and leaves the step untested', async () => {
  const { page, app, close } = await openPage(stage, {
    at: '/setup',
    replies: { 'setup/check': () => failure('INTERNAL', 'The log of the app tells more.') },
  });
  await page.getByRole('button', { name: 'Test: Organization key' }).click();
  await row(page, 'Organization key')
    .getByRole('alert')
    .getByText('The log of the app tells more.')
    .waitFor();
  expect(await row(page, 'Organization key').locator('.checklist__state').textContent()).toBe('Not tested');
  app.script({ 'setup/check': ({ step }) => aCheck(step, aRemark('key-refused')) });
  await page.getByRole('button', { name: 'Test: Organization key' }).click();
  await row(page, 'Organization key').getByText('The organization API refuses the key').waitFor();
  expect(await row(page, 'Organization key').locator('.checklist__state').textContent()).toBe('Failed');
  expect(await row(page, 'Organization key').getByRole('alert').count()).toBe(0);
  await close();
});

test('where a scan is the cure it is started from the remark', async () => {
  const { page, app, close } = await openPage(stage, {
    at: '/setup',
    replies: { 'setup/check': ({ step }) => aCheck(step, aRemark('prices-need-scan')) },
  });
  await tested(page, 'Prices (optional)');
  await row(page, 'Prices (optional)').getByRole('button', { name: 'Scan now' }).click();
  await expect.poll(() => app.asked.some(({ call }) => call === 'scan/start')).toBe(true);
  await close();
});

test.each(['en_US', 'de_DE'])('every remark has whole words and its cure in %s', async (locale) => {
  const { page, close, misdeeds } = await openPage(stage, {
    at: '/setup',
    look: { locale },
    width: 768,
    height: 1200,
    replies: { 'setup/check': ({ step }) => aCheck(step, ...EVERY_REMARK) },
  });
  await page.getByRole('button', { name: /^(Test|Prüfen): SCIM/ }).click();
  await page
    .locator('.remark')
    .nth(EVERY_REMARK.length - 1)
    .waitFor();
  const told = await page
    .locator('.remark')
    .evaluateAll((remarks) =>
      remarks.map((remark) => [...remark.querySelectorAll('p')].map((words) => words.textContent)),
    );
  const bad = EVERY_REMARK.filter(({ state }) => state !== 'ok').length;
  expect(told.filter((words) => words.length === 2)).toHaveLength(bad);
  // A value that a text asks for and a remark does not carry would leave a gap.
  expect(told.flat().filter((words) => /\{|\}| {2}| [.,:;]|^[:,]|: \.|„“|“”|\b0\b|\(\)/.test(words))).toEqual(
    [],
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await misdeeds()).toEqual([]);
  await close();
});
