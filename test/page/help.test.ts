import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, type Call, isDeskCall } from '../../src/contracts/api';
import { ATLASSIAN_PAGES, PAGE_TITLES } from '../../src/contracts/atlassian-pages';
import { OWNERS } from '../../src/contracts/vocabulary';
import { foundingTable } from '../../src/decision/founding-table';
import { findingRules } from '../../src/decision/findings';
import { laneOfOwner } from '../../src/decision/lanes';
import { getHelp } from '../../src/usecases/get-help';
import { de } from '../../static/admin/src/texts/de';
import { en } from '../../static/admin/src/texts/en';
import { englishLeft } from '../support/english-left';
import { IDP, OWNER_SESSION } from './example-org';
import { openPage, openStage, type OpenPage, type Stage, type Wish } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** The help, opened; a panel is read best where all of it stands on the screen. */
async function openHelp(wish: Wish = {}, name = 'Help'): Promise<OpenPage> {
  const opened = await openPage(stage, { at: '/sources', height: 3600, ...wish });
  await opened.page.getByRole('button', { name, exact: true }).click();
  await opened.page.getByRole('dialog', { name, exact: true }).waitFor();
  return opened;
}

const AT_THE_DESK: Wish = {
  at: '/',
  look: { module: 'seatpath-desk' },
  replies: {
    'session/get': () => ({
      ...OWNER_SESSION,
      roles: ['identity-owner'],
      desk: { providers: [{ idpId: IDP, name: 'Okta' }], groups: [] },
      mayCall: (Object.keys(api) as Call[]).filter(isDeskCall),
    }),
  },
};

test('the help and the filters say in English what the rules say', () => {
  for (const { signal, title, verify, belongsTo, outcome, never } of foundingTable) {
    const parts = ['verify', 'belongs-to', 'outcome', 'never'] as const;
    const told = [en[`help.signal.${signal}`], ...parts.map((part) => en[`help.signal.${signal}.${part}`])];
    expect(told, signal).toEqual([title, verify, belongsTo, outcome, never]);
  }
  for (const owner of OWNERS) expect(en[`help.owner.${owner}`], owner).toBe(laneOfOwner[owner].because);
  for (const { finding, because } of findingRules)
    expect(en[`finding.${finding}.means`], finding).toBe(because);
});

test('every page that is listed is used by a rule, and every rule rests on a page that is listed', () => {
  // What a rule rests on beyond the list has no title: getHelp throws.
  const { references, signals, owners } = getHelp();
  expect(references.map(({ url }) => url)).toEqual(Object.values(ATLASSIAN_PAGES));
  for (const { url, usedFor } of references) expect(usedFor, url).not.toEqual([]);
  expect(api['help/get'].output.safeParse(getHelp()).success).toBe(true);
  expect(signals).toHaveLength(foundingTable.length);
  expect(owners.map(({ owner }) => owner)).toEqual(OWNERS);
});

test('each page of Atlassian’s that rules rest on is shown with its title and the day it was checked, and opens through Jira', async () => {
  const { page, close, misdeeds } = await openHelp();
  const list = page.getByRole('region', { name: 'Atlassian’s own pages' });
  await list.waitFor();
  for (const [key, url] of Object.entries(ATLASSIAN_PAGES)) {
    const row = list.getByRole('row').filter({ hasText: PAGE_TITLES[key as keyof typeof PAGE_TITLES] });
    expect(await row.getByRole('link').getAttribute('href')).toBe(url);
    expect(await row.getByRole('cell').last().textContent()).toBe('Nov 23, 2026');
  }
  await list.getByRole('link', { name: PAGE_TITLES.provisioning }).click();
  const opened = await page.evaluate(() => (globalThis as unknown as { __opened: string[] }).__opened);
  expect(opened).toEqual([ATLASSIAN_PAGES.provisioning]);
  // And so is each situation and each owner.
  for (const { signal, source } of foundingTable) {
    const told = page.getByRole('article', { name: en[`help.signal.${signal}`] });
    expect(await told.getByRole('link').getAttribute('href'), signal).toBe(source);
  }
  const owners = page.getByRole('region', { name: 'Who owns a path' });
  for (const owner of OWNERS) {
    const row = owners.getByRole('row').filter({ hasText: en[`help.owner.${owner}`] });
    expect(await row.getByRole('link').getAttribute('href'), owner).toBe(laneOfOwner[owner].source);
    expect(await row.getByRole('cell').first().textContent()).toBe(en[`lane.${laneOfOwner[owner].decision}`]);
  }
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('it is worked by the keyboard alone: opened, led through, left, with the focus where it was', async () => {
  const { page, close } = await openPage(stage, { at: '/sources' });
  const button = page.getByRole('button', { name: 'Help', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Help' });
  await panel.getByRole('heading', { name: 'Atlassian’s own pages' }).waitFor();
  expect(await panel.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  expect(await page.locator('#page').evaluate((one) => one.hasAttribute('inert'))).toBe(true);
  await panel.getByRole('button', { name: 'Atlassian’s own pages' }).focus();
  await page.keyboard.press('Enter');
  const title = panel.getByRole('heading', { name: 'Atlassian’s own pages' });
  expect(await title.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect.poll(() => title.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(700);
  await page.keyboard.press('Tab');
  expect(await panel.getByRole('link', { name: PAGE_TITLES.groups }).last().evaluate((one) => one === document.activeElement)).toBe(true); // prettier-ignore
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await page.locator('#page').evaluate((one) => one.hasAttribute('inert'))).toBe(false);
  await close();
});

test('the hour leads from tab to tab, says on which one the reader is, and leaves the page where he was', async () => {
  const { page, close } = await openHelp();
  const panel = page.getByRole('dialog', { name: 'Help' });
  const steps = panel.getByRole('region', { name: 'The weekly hour' });
  expect(await steps.locator('ol').getByRole('button').allTextContents()).toEqual(
    (['overview', 'review', 'sources', 'handed-over', 'savings'] as const).map((tab) => en[`tab.${tab}`]),
  );
  expect(await steps.locator('[aria-current=step]').textContent()).toMatch(/^SourcesYou are here/);
  for (const [tab, name] of [
    ['overview', 'Overview'],
    ['handed-over', 'Handed over'],
    ['setup', 'Setup'],
  ] as const) {
    await steps.getByRole('button', { name, exact: true }).click();
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe(`#/${tab}`);
    expect(await page.getByRole('tab', { name, exact: true }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await steps.locator('[aria-current=step]').getByText(name, { exact: true }).waitFor();
  }
  await panel.getByRole('button', { name: 'Close' }).click();
  expect(new URL(page.url()).hash).toBe('#/setup');
  await close();
});

test('where the rules do not arrive the week is still told, and they can be asked for again', async () => {
  const { page, app, close } = await openHelp({
    replies: { 'help/get': () => failure('INTERNAL', 'Seatpath could not do this.') },
  });
  await page.getByRole('heading', { name: 'The weekly hour' }).waitFor();
  app.script({ 'help/get': getHelp });
  await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'Atlassian’s own pages' }).waitFor();
  await close();
});

test('at the desk the help tells what is asked of an identity owner, and leads to no tab', async () => {
  const { page, app, close, misdeeds } = await openHelp(AT_THE_DESK);
  const panel = page.getByRole('dialog', { name: 'Help' });
  await panel.getByRole('region', { name: 'At your desk' }).getByText('Needs the access').waitFor();
  await panel.getByRole('region', { name: 'Atlassian’s own pages' }).waitFor();
  expect(await panel.getByRole('article').count()).toBe(foundingTable.length);
  for (const name of ['The weekly hour', 'What may be decided'])
    expect(await panel.getByRole('heading', { name }).count(), name).toBe(0);
  for (const tab of ['Overview', 'Review', 'Setup'])
    expect(await panel.getByRole('button', { name: tab, exact: true }).count(), tab).toBe(0);
  expect(app.asked.filter(({ call }) => !isDeskCall(call as Call))).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await misdeeds()).toEqual([]);
  await close();
});

test.each([
  ['the admin page', {}],
  ['the desk', AT_THE_DESK],
])('on %s it is German for a reader of German, and fits into 768 pixels', async (_, wish) => {
  const { page, close } = await openHelp(
    { ...wish, width: 768, look: { ...wish.look, locale: 'de_DE' } },
    'Hilfe',
  );
  const list = page.getByRole('region', { name: 'Atlassians eigene Seiten' });
  await list.getByText('23.11.2026').first().waitFor();
  expect(await englishLeft(page, de)).toEqual([]);
  const body = page.locator('.panel__body');
  expect(await body.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await close();
});
