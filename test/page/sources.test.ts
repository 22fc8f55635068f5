import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, choosePerson } from './choose';
import { AUDITOR_SESSION, exampleSources, JIRA, personAt } from './example-org';
import { dayFromNow } from './example-records';
import { exampleSource } from './example-source';
import { openPage, openStage, type OpenPage, type Stage, type Wish } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

async function openSource(name: string, wish: Wish = {}): Promise<OpenPage> {
  const at = `/sources?source=group-${name}&on=${JIRA}`;
  const opened = await openPage(stage, { at, height: 1600, ...wish });
  await opened.page.getByRole('dialog').getByRole('heading', { name: 'Two edges' }).waitFor();
  return opened;
}

test('the list begins with most seats and tells overlap, outsiders, legacy and what was decided', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/sources' });
  await page.getByText('12 of 12 sources').waitFor();
  expect(await page.getByRole('columnheader', { name: 'Seats' }).getAttribute('aria-sort')).toBe(
    'descending',
  );
  const rows = page.getByRole('grid').locator('[data-row]');
  expect(await rows.nth(1).textContent()).toContain('Default group');
  expect(await rows.nth(1).textContent()).toContain('840 seatsalso in contractors');
  expect(await rows.nth(1).textContent()).toContain('Void');
  expect(await rows.nth(3).textContent()).toContain(`Intended${personAt(2).name!}`);
  const legacy = page.getByRole('row', { name: /legacy-jira-2017/ }).first();
  expect(await legacy.textContent()).toContain('Legacy');
  expect(await legacy.textContent()).toContain('155');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the keyboard alone opens a source and comes back to its row', async () => {
  const { page, close } = await openPage(stage, { at: '/sources' });
  await page.getByText('12 of 12 sources').waitFor();
  const row = (position: number): ReturnType<Page['locator']> => page.locator(`[data-row="${position}"]`);
  await row(0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'jira-users, Jira (northwind)' });
  await panel.waitFor();
  expect(hash(page)).toBe(`#/sources?source=group-jira-users&on=${JIRA}`);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => row(1).evaluate((line) => line === document.activeElement)).toBe(true);
  await close();
});

test('a source tells both edges, the rule, whom it is redundant for, all it grants, and why its decision is void', async () => {
  const { page, close, misdeeds } = await openSource('jira-users');
  const panel = page.getByRole('dialog');
  expect(await panel.locator('.figures').textContent()).toBe(
    'Seats3,280Only here1,004People3,510Inactive350SCIM inactive11External31',
  );
  await panel.getByText('Redundant for 840 people who also have contractors').waitFor();
  expect(await panel.locator('.edges').textContent()).toContain('always the organization’s');
  await panel.getByText('Rule and facts').click();
  await panel.getByText('checked Nov 20, 2026').waitFor();
  const granted = panel.getByRole('table', { name: 'Every product that the group grants' });
  expect(await granted.getByRole('row').count()).toBe(3);
  const entries = panel.getByRole('table', { name: 'How they came in' });
  expect(await entries.locator('tbody tr').allTextContents()).toEqual([
    'First use of the product3,4803,250',
    'Not known3030',
  ]);
  const domains = panel.getByRole('table', { name: 'E-mail domains' });
  expect(await domains.getByRole('row').count()).toBe(7);
  await panel.getByRole('button', { name: 'Show 1 more' }).click();
  expect(await domains.getByRole('row').count()).toBe(8);
  await panel.getByRole('heading', { name: 'The standing decision is void' }).waitFor();
  await panel.getByText('It holds 3,280 seats').waitFor();
  await panel.getByRole('button', { name: 'Jira Service Management (northwind)' }).click();
  await page.getByRole('dialog', { name: 'jira-users, Jira Service Management (northwind)' }).waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a source leads to the cases that come through its group, named by the group', async () => {
  const { page, close } = await openSource('contractors');
  await page.getByRole('button', { name: 'Open its cases' }).click();
  await page.getByText('Through group contractors').waitFor();
  expect(hash(page)).toContain('group=group-contractors');
  await page.getByRole('button', { name: 'Stop filtering by group contractors' }).click();
  await expect.poll(() => hash(page)).not.toContain('group=');
  await close();
});

test('a standing decision takes reason, steward, population, cap and day, and tells that a second person approves', async () => {
  const { page, app, close, misdeeds } = await openSource('legacy-jira-2017');
  const panel = page.getByRole('dialog');
  await panel.getByText('a local group from before the first scan, with no steward').waitFor();
  await panel.getByRole('button', { name: 'Intended' }).click();
  await panel.getByText('a second person has to approve it').waitFor();
  // 480 seats and a tenth.
  expect(await panel.getByLabel('Seats at most').inputValue()).toBe('528');
  await panel.getByRole('button', { name: 'Record standing decision' }).click();
  expect(await panel.getByText('This field is needed.').count()).toBe(2);
  await panel.getByLabel('Reason').fill('The old service desk still works in it.');
  await choosePerson(panel.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await panel.getByLabel(/^unmanaged/).uncheck();
  await panel.getByLabel('Every domain, also one to come').check();
  await panel.getByLabel('Review by').fill(dayFromNow(366));
  await panel.getByText(/Choose a day from tomorrow/).waitFor();
  await panel.getByLabel('Review by').fill(dayFromNow(180));
  await panel.getByRole('button', { name: 'Record standing decision' }).click();
  await panel.getByText('Proposed; somebody else has to approve it').waitFor();
  await panel
    .getByText(`For managed accounts of every domain, up to 528 seats. ${personAt(3).name!} answers for it.`)
    .waitFor();
  expect(app.asked.find(({ call }) => call === 'sources/intend')?.input).toEqual({
    source: { groupId: 'group-legacy-jira-2017', ari: JIRA },
    after: null,
    reason: 'The old service desk still works in it.',
    steward: personAt(3).accountId,
    population: { claimStatuses: ['managed'], domains: [] },
    cap: 528,
    expiresOn: dayFromNow(180),
  });
  // The list behind was asked again.
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /legacy-jira-2017.*Proposed/ }).waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('room for many more seats asks for a second person too, and the page says so while it is typed', async () => {
  const line = exampleSources().find(({ groupName }) => groupName === 'legacy-jira-2017')!;
  const { page, close } = await openSource('legacy-jira-2017', {
    replies: { 'sources/get': () => exampleSource({ ...line, seats: 50 }, []) },
  });
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Intended' }).click();
  const cap = panel.getByLabel('Seats at most');
  const told = panel.getByText(
    'Above 50 seats, or with room for more than 55, a second person has to approve it',
  );
  expect(await cap.inputValue()).toBe('55');
  expect(await told.count()).toBe(0);
  await cap.fill('56');
  await told.waitFor();
  await cap.fill('55');
  await told.waitFor({ state: 'detached' });
  await close();
});

test('a decision for nobody cannot be recorded', async () => {
  const { page, app, close } = await openSource('legacy-jira-2017');
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Intended' }).click();
  await panel.getByLabel(/^managed/).uncheck();
  await panel.getByLabel(/^unmanaged/).uncheck();
  await panel.getByText('Choose from one to ten, or every status.').waitFor();
  await panel.getByLabel('Reason').fill('Nobody.');
  await choosePerson(panel.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await panel.getByRole('button', { name: 'Record standing decision' }).click();
  expect(app.asked.some(({ call }) => call === 'sources/intend')).toBe(false);
  await close();
});

test('a redesign shows first whom it locks out, and is decided on exactly that list', async () => {
  const { page, app, close, misdeeds } = await openSource('jira-users');
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Redesign' }).click();
  const decide = panel.getByRole('button', { name: 'Decide this redesign' });
  const show = panel.getByRole('button', { name: 'Show what it would do' });
  expect(await decide.isDisabled()).toBe(true);
  await panel.getByRole('radio', { name: /^Stop being a default group/ }).check();
  await show.click();
  await panel.getByText('The group is no default here.').waitFor();
  expect(await decide.isDisabled()).toBe(true);
  await panel.getByRole('radio', { name: /^Make another group the default/ }).check();
  await panel.getByText('It can be decided only after you have seen what it would do.').waitFor();
  expect(await show.isDisabled()).toBe(true);
  await choose(panel.getByLabel('New default group'), 'project-atlas');
  await show.click();
  await panel.getByRole('heading', { name: '1,264 people lose access' }).waitFor();
  await panel.getByRole('heading', { name: '1,204 seats become free' }).waitFor();
  await panel.getByText('contractors: 840 seats').waitFor();
  await panel.getByText('the own roles of 34 of those listed').waitFor();
  await panel.getByRole('button', { name: 'and 1,256 more' }).click();
  await panel.getByText('and 1,214 more').waitFor();
  await panel.getByLabel('Reason').fill('Newcomers start in their project.');
  await decide.click();
  await panel.getByText('Make project-atlas the default instead').waitFor();
  expect(app.asked.find(({ call }) => call === 'sources/redesign')?.input).toMatchObject({
    source: { groupId: 'group-jira-users', ari: JIRA },
    change: { do: 'move-default', toGroupId: 'group-project-atlas' },
    losesAccessHash: 'hash-of-1264',
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a role is changed to one that is named; a group is split by population', async () => {
  const { page, app, close } = await openSource('everyone-emea');
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Redesign' }).click();
  const show = panel.getByRole('button', { name: 'Show what it would do' });
  await panel.getByRole('radio', { name: /^Change the role/ }).check();
  expect(await show.isDisabled()).toBe(true);
  await panel.getByLabel('To role').fill('atlassian/guest');
  await show.click();
  await panel.getByRole('heading', { name: '1,264 people lose access' }).waitFor();
  await panel.getByRole('radio', { name: /^Split the group/ }).check();
  await panel.getByLabel(/^gmail.com/).uncheck();
  await show.click();
  await panel.getByRole('heading', { name: '1,264 people lose access' }).waitFor();
  const asked = app.asked.filter(({ call }) => call === 'sources/simulate').map(({ input }) => input);
  expect(asked[0]).toMatchObject({
    change: { do: 'change-role', from: 'atlassian/user', to: 'atlassian/guest' },
  });
  expect(JSON.stringify(asked[1])).not.toContain('gmail.com');
  await close();
});

test('only a group whose owner nobody knows can be attested; any group gets a steward', async () => {
  const { page, app, close, misdeeds } = await openSource('everyone-emea');
  const panel = page.getByRole('dialog');
  expect(await panel.locator('.form-switch').getByRole('button').allTextContents()).toEqual([
    'Intended',
    'Redesign',
    'Steward',
  ]);
  await panel.getByRole('button', { name: 'Steward' }).click();
  await choosePerson(panel.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await panel.getByLabel('What the group is for').fill('Everybody in the region.');
  await panel.getByRole('button', { name: 'Record steward' }).click();
  await panel.getByText(`${personAt(3).name!} answers for the group.`).waitFor();
  expect(app.asked.find(({ call }) => call === 'sources/steward')?.input).toMatchObject({
    groupId: 'group-everyone-emea',
    after: null,
    steward: personAt(3).accountId,
  });
  const steward = panel.getByRole('button', { name: 'Steward', exact: true });
  await expect.poll(() => steward.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a source that somebody else decided meanwhile is looked at again without losing the form', async () => {
  const { page, app, close } = await openSource('everyone-emea', {
    replies: { 'sources/steward': () => failure('CONFLICT', 'Bruno named a steward a minute ago.') },
  });
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Steward' }).click();
  await panel.getByLabel('What the group is for').fill('Everybody in the region.');
  await panel.getByRole('button', { name: 'Record steward' }).click();
  await panel.getByText('Bruno named a steward a minute ago.').waitFor();
  const before = app.asked.filter(({ call }) => call === 'sources/get').length;
  await panel.getByRole('button', { name: 'Look again' }).click();
  await panel.getByText('Bruno named a steward a minute ago.').waitFor({ state: 'detached' });
  await expect.poll(() => app.asked.filter(({ call }) => call === 'sources/get').length).toBe(before + 1);
  expect(await panel.getByLabel('What the group is for').inputValue()).toBe('Everybody in the region.');
  await close();
});

test('who may only read is offered no form', async () => {
  const { page, close } = await openSource('project-atlas', {
    replies: { 'session/get': () => AUDITOR_SESSION },
    at: `/sources?source=group-project-atlas&on=${JIRA}&form=attest`,
  });
  const panel = page.getByRole('dialog');
  const forms = panel.locator('.form-switch').getByRole('button');
  expect(await forms.count()).toBe(4);
  for (const form of await forms.all()) expect(await form.isDisabled()).toBe(true);
  await panel.getByText('Your role lets you read, not decide.').waitFor();
  await close();
});
