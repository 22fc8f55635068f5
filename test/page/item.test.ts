import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rankBecause } from '../../src/review/queue/rank';
import { choose, choosePerson } from './choose';
import { AUDITOR_SESSION, JIRA, personAt } from './example-org';
import { dayFromNow } from './example-records';
import { OPEN_CYCLE } from './example-cycle';
import { SITE } from './example-queue';
import { openPage, openStage, type OpenPage, type Stage, type Wish } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const leaveOut = (page: Page, position: number): ReturnType<Page['locator']> =>
  page.getByRole('checkbox', { name: `Leave ${personAt(position).name!} out of this decision` });

async function openItem(itemId: string, wish: Wish = {}): Promise<OpenPage> {
  const opened = await openPage(stage, { at: `/review?item=${itemId}`, height: 1400, ...wish });
  await opened.page.getByRole('dialog').getByRole('heading', { name: 'Suggestion' }).waitFor();
  return opened;
}

test('an item says what it is, why it stands there, what is suggested, and whose the edits are', async () => {
  const { page, close, misdeeds } = await openItem('item-several');
  const panel = page.getByRole('dialog', {
    name: '24 inactive seats through legacy-jira-2017 and other paths',
  });
  await panel.getByText('Further down: each seat takes several edits').waitFor();
  await panel.getByText(rankBecause['inactive-more-edits']).waitFor();
  expect(await panel.locator('.figures').textContent()).toBe('People24Seats24Would free11Edits3');
  const person = panel.getByRole('row', { name: new RegExp(personAt(2).name!) });
  const told = (await person.textContent()) ?? '';
  expect(told).toContain('Over 180 days ago');
  expect(told).toContain('seat age unknown');
  expect(told).toContain('Local group legacy-jira-2017');
  expect(told).toContain('IdP-owned contractors');
  await panel.getByText('no longer in the last scan').waitFor();
  await panel.getByRole('button', { name: `Open the case of ${personAt(3).name!}` }).click();
  await page.getByRole('dialog', { name: `${personAt(3).name!}, Jira (northwind)` }).waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('everybody is in the decision but those left out; progress and a result for each path are shown', async () => {
  const { page, app, close, misdeeds } = await openItem('item-inactive');
  const panel = page.getByRole('dialog');
  await panel.getByText('12 people are in the decision.').waitFor();
  await leaveOut(page, 0).check();
  await leaveOut(page, 4).check();
  await panel.getByText('10 people are in the decision. 2 are left out.').waitFor();
  await panel.getByRole('button', { name: 'Decide', exact: true }).click();
  await panel.getByText('synced ones are handed over to the identity owner').waitFor();
  await panel.getByRole('button', { name: 'Decide for 10 people' }).click();
  await panel.getByText('This field is needed.').waitFor();
  await panel.getByLabel('Note').fill('Not seen for half a year.');
  await panel.getByRole('button', { name: 'Decide for 10 people' }).click();
  await panel.getByRole('progressbar').waitFor();
  expect(hash(page)).toBe('#/review?item=item-inactive&batch=batch-of-item-inactive');
  await panel.getByText('9 paths decided. 1 was refused.').waitFor();
  const results = panel.getByRole('table', { name: 'What became of each path' });
  expect(await results.getByRole('row').nth(1).textContent()).toBe(
    `${personAt(11).name!}legacy-jira-2017This account is protectedIt is an integration: *@bots.northwind.example.`,
  );
  expect(await results.getByText('Recorded').count()).toBe(9);
  expect(app.asked.find(({ call }) => call === 'queue/decide')?.input).toEqual({
    cycleId: OPEN_CYCLE.id,
    itemId: 'item-inactive',
    outcome: { do: 'free-seats' },
    except: [personAt(0).accountId, personAt(4).accountId],
    reason: 'Not seen for half a year.',
  });
  // The list behind has heard of it.
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page.locator('[data-row="2"]').textContent()).toContain('11 of 12');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a decision on many is found again by its address, and asked for at a pace', async () => {
  const { page, app, close } = await openItem('item-inactive');
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Decide', exact: true }).click();
  await panel.getByLabel('Note').fill('Not seen for half a year.');
  await panel.getByRole('button', { name: 'Decide for 12 people' }).click();
  await panel.getByText('11 paths decided.').waitFor();
  expect(app.asked.filter(({ call }) => call === 'batches/get').length).toBe(2);
  await page.reload();
  await panel.getByText('11 paths decided.').waitFor();
  await panel.getByRole('button', { name: 'Decide what is left' }).click();
  await panel.getByText('1 person is in the decision.').waitFor();
  expect(hash(page)).toBe('#/review?item=item-inactive');
  await close();
});

test('a decision on an item is taken back with a note: what stays is named, and a reload finds it', async () => {
  const { page, app, close, misdeeds, visit } = await openItem('item-inactive');
  const panel = page.getByRole('dialog');
  const open = panel.getByRole('button', { name: 'Take back all of this' });
  await panel.getByRole('button', { name: 'Decide', exact: true }).click();
  await panel.getByLabel('Note').fill('Not seen for half a year.');
  await panel.getByRole('button', { name: 'Decide for 12 people' }).click();
  await panel.getByText('11 paths decided.').waitFor();
  await open.click();
  await panel.getByRole('heading', { name: 'Take back this decision' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true);
  await open.click();
  await panel.getByRole('button', { name: 'Take back 11 records' }).click();
  await panel.getByText('This field is needed.').waitFor();
  await panel.getByLabel('Note').fill('The wrong group.');
  await panel.getByRole('button', { name: 'Take back 11 records' }).click();
  await panel.getByRole('progressbar').waitFor();
  await panel.getByText('5 of 11 records taken back.').waitFor();
  expect(hash(page)).toBe('#/review?item=item-inactive&batch=batch-of-item-inactive-taken-back');
  await panel.getByText('10 records taken back. 1 was refused.').waitFor();
  const results = panel.getByRole('table', { name: 'What became of each path' });
  expect(await results.getByRole('row').nth(1).textContent()).toContain(
    'Somebody else changed this meanwhileSomebody else decided this row meanwhile.',
  );
  expect(await results.getByText('Taken back').count()).toBe(10);
  expect(await open.count()).toBe(0);
  expect(app.asked.find(({ call }) => call === 'batches/take-back')?.input).toEqual({
    batchId: 'batch-of-item-inactive',
    reason: 'The wrong group.',
  });
  await page.reload();
  await panel.getByText('10 records taken back. 1 was refused.').waitFor();

  // At the address of the decision itself, only what stayed can still be taken back.
  const itsAddress = hash(page).replace('-taken-back', '');
  await visit(itsAddress.slice(1));
  await panel.getByText('11 paths decided.').waitFor();
  await open.click();
  await panel.getByRole('button', { name: 'Take back 1 record' }).waitFor();
  await page.keyboard.press('Escape');
  await panel.getByText('Since then, somebody took this decision back.').waitFor();
  await panel.getByRole('button', { name: 'Show what became of that' }).click();
  await panel.getByText('10 records taken back. 1 was refused.').waitFor();
  await panel.getByRole('button', { name: 'Decide what is left' }).click();
  expect(hash(page)).toBe('#/review?item=item-inactive');
  await panel.getByText('11 people are in the decision.').waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a case is opened from an item and leads back to it: who is left out stays so, and the focus is on the person', async () => {
  const { page, close, misdeeds } = await openItem('item-never');
  const panel = page.getByRole('dialog');
  const opener = (position: number): ReturnType<Page['locator']> =>
    panel.getByRole('button', { name: `Open the case of ${personAt(position).name!}`, exact: true });
  const isFocused = (position: number): Promise<boolean> =>
    opener(position).evaluate((button) => button === document.activeElement);
  await leaveOut(page, 41).check();
  await panel.getByRole('button', { name: 'Show 100 more' }).click();
  await leaveOut(page, 150).check();
  await panel.getByText('270 people are in the decision. 2 are left out.').waitFor();
  await opener(150).click();
  const open = page.getByRole('dialog', { name: `${personAt(150).name!}, Jira (northwind)` });
  await open.waitFor();
  expect(hash(page)).toBe(`#/review?item=item-never&account=${personAt(150).accountId}&on=${JIRA}`);
  await page.keyboard.press('Escape');
  await panel.getByText('270 people are in the decision. 2 are left out.').waitFor();
  await expect.poll(() => isFocused(150)).toBe(true);
  expect(await leaveOut(page, 150).isChecked()).toBe(true);
  expect(hash(page)).toBe('#/review?item=item-never');
  // Another tab, and the item opened anew: still left out, and nothing draws the focus into the list.
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Sources' }).click();
  await page.goBack();
  await page.locator('[data-row="3"]').click();
  await panel.getByText('270 people are in the decision. 2 are left out.').waitFor();
  expect(await isFocused(150)).toBe(false);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a reload keeps a case that was opened from an item, and closing it leads to the item', async () => {
  const { page, close } = await openItem('item-inactive');
  const name = personAt(3).name!;
  await page.getByRole('button', { name: `Open the case of ${name}`, exact: true }).click();
  await page.getByRole('dialog', { name: `${name}, Jira (northwind)` }).waitFor();
  await page.reload();
  await page.getByRole('dialog', { name: `${name}, Jira (northwind)` }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog', { name: '12 inactive seats through legacy-jira-2017' }).waitFor();
  await close();
});

test('who is protected says so, cannot be left out, and is counted where the rest is decided', async () => {
  const { page, close, misdeeds } = await openItem('item-dormant');
  const panel = page.getByRole('dialog');
  await panel
    .getByText('4 people are in the decision. 1 is protected: this decision passes them over.')
    .waitFor();
  const row = panel.getByRole('row', { name: new RegExp(personAt(4).name!) });
  await row.getByText('Protected: Integration').waitFor();
  expect(await row.getByRole('checkbox').count()).toBe(0);
  expect(await panel.locator('.protected-mark').count()).toBe(1);
  expect(await panel.getByRole('checkbox').count()).toBe(4);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('an exception for many asks once what an exception asks for', async () => {
  const { page, app, close, misdeeds } = await openItem('item-back');
  const panel = page.getByRole('dialog');
  await panel.getByText('The exception has ended.').waitFor();
  await panel.getByRole('button', { name: 'Decide', exact: true }).click();
  await panel.getByRole('radio', { name: /^Hold/ }).check();
  expect(await panel.getByLabel('At the latest on').inputValue()).toBe(dayFromNow(14));
  await panel.getByRole('radio', { name: /^Exception/ }).check();
  expect(await panel.getByLabel('Expires on').inputValue()).toBe(dayFromNow(90));
  await choose(panel.getByLabel('Class'), 'Contractor');
  await choosePerson(panel.getByLabel('Who answers for it'), 'dalia', personAt(3).name!);
  await panel.getByLabel('Note').fill('The project goes on.');
  await panel.getByRole('button', { name: 'Decide for 3 people' }).click();
  await panel.getByText('2 paths decided.').waitFor();
  expect(app.asked.find(({ call }) => call === 'queue/decide')?.input).toMatchObject({
    outcome: {
      do: 'exception',
      class: 'contractor',
      ownedBy: personAt(3).accountId,
      expiresOn: dayFromNow(90),
      dependency: '',
    },
    except: [],
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a refused decision keeps what was typed and tells the cure', async () => {
  const { page, close } = await openItem('item-inactive', {
    replies: { 'queue/decide': () => failure('CYCLE_NOT_OPEN', 'The review of week 48 was closed at 9:02.') },
  });
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Decide', exact: true }).click();
  await panel.getByLabel('Note').fill('Not seen for half a year.');
  await panel.getByRole('button', { name: 'Decide for 12 people' }).click();
  await panel.getByText('The review of week 48 was closed at 9:02.').waitFor();
  expect(await panel.getByLabel('Note').inputValue()).toBe('Not seen for half a year.');
  await close();
});

test('hundreds of people come a hundred at a time; who is decided already cannot be left out', async () => {
  const { page, app, close } = await openItem('item-never');
  const panel = page.getByRole('dialog');
  const people = panel.locator('.people tbody tr');
  await expect.poll(() => people.count()).toBe(100);
  expect(await people.first().textContent()).toContain('decided: Keep');
  expect(await people.first().getByRole('checkbox').count()).toBe(0);
  await panel.getByRole('button', { name: 'Show 100 more' }).click();
  await expect.poll(() => people.count()).toBe(200);
  await panel.getByRole('button', { name: 'Show 100 more' }).click();
  await panel.getByRole('button', { name: 'Show 12 more' }).click();
  await expect.poll(() => people.count()).toBe(312);
  expect(app.asked.filter(({ call }) => call === 'queue/item').length).toBe(4);
  await close();
});

test('an item about a source leads to the source with the form that is suggested, and back to the queue', async () => {
  const { page, close, misdeeds } = await openItem('item-source');
  await page.getByRole('button', { name: 'Open the source' }).click();
  const source = page.getByRole('dialog', { name: 'legacy-jira-2017, Jira (northwind)' });
  await source.getByRole('heading', { name: 'Redesign this source' }).waitFor();
  expect(hash(page)).toBe(`#/review?source=group-legacy-jira-2017&on=${JIRA}&form=redesign`);
  await page.reload();
  await source.getByRole('heading', { name: 'Redesign this source' }).waitFor();
  await source.getByRole('button', { name: 'Close' }).click();
  await source.waitFor({ state: 'detached' });
  expect(hash(page)).toBe('#/review');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a group whose owner nobody knows is attested on one of its products', async () => {
  const { page, app, close } = await openItem('item-unknown');
  await page.getByRole('button', { name: 'Jira (northwind), 1,880 seats' }).click();
  const source = page.getByRole('dialog', { name: 'project-atlas, Jira (northwind)' });
  await source.getByRole('radio', { name: /^An identity provider/ }).check();
  await choose(source.getByLabel('Identity provider', { exact: true }), 'Okta');
  await source.getByLabel('Evidence').fill('The team of Okta showed me the push group.');
  await source.getByRole('button', { name: 'Attest', exact: true }).click();
  await source.getByText('The identity provider writes the group').waitFor();
  expect(app.asked.find(({ call }) => call === 'sources/attest')?.input).toEqual({
    groupId: 'group-project-atlas',
    after: null,
    reason: 'The team of Okta showed me the push group.',
    says: 'idp',
    idpId: 'a1b2c3d4-scim',
    expiresOn: dayFromNow(365),
  });
  await close();
});

test('settings that no API tells are attested, beginning with what was said last', async () => {
  const { page, app, close, misdeeds } = await openItem('item-settings');
  const panel = page.getByRole('dialog');
  const domains = panel.getByLabel('Approved domains');
  expect(await domains.inputValue()).toBe('northwind.example, with access to Jira');
  await domains.fill('none');
  await panel.getByLabel('How you know').fill('Looked under Products, then User access, today.');
  await panel.getByRole('button', { name: 'Attest', exact: true }).click();
  await page.getByText('Settings attested').waitFor();
  expect(app.asked.find(({ call }) => call === 'sites/attest')?.input).toEqual({
    cloudId: SITE,
    after: 'settings-1',
    reason: 'Looked under Products, then User access, today.',
    approvedDomains: 'none',
    invitePolicy: 'Members may invite; an administrator approves.',
  });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('Escape leaves the form first and the item second', async () => {
  const { page, close } = await openItem('item-inactive');
  const panel = page.getByRole('dialog');
  const decide = panel.getByRole('button', { name: 'Decide', exact: true });
  await decide.click();
  await panel.getByLabel('Note').focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => decide.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await close();
});

test('who may only read is offered no decision; an item that is gone says so', async () => {
  const { page, close, visit } = await openItem('item-inactive', {
    replies: { 'session/get': () => AUDITOR_SESSION },
  });
  expect(await page.getByRole('button', { name: 'Decide', exact: true }).isDisabled()).toBe(true);
  await page.getByText('Your role lets you read the queue').waitFor();
  // Nobody to leave out of a decision that is not to be made: the people begin the table.
  await page.getByRole('dialog').getByRole('columnheader').first().getByText('Person').waitFor();
  await visit('/review?item=gone');
  await page.getByRole('dialog').getByText('This is no longer there').waitFor();
  await close();
});
