import type { FrameLocator, Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { groupIdOf } from '../../local/org/demo/structure';
import { close, expectFrameAccessible, inTheBareDemo, numberIn, openCase, saveOrgKey, toTab } from './stage';

/*
 * An app that nobody has set up yet, through Jira’s frame and the real bridge. The tests go one way from there, and
 * each begins where the one before ended.
 */
const theatre = inTheBareDemo();

/** Long enough that a look at a scan, a reload and a second look end before it does (ms for each request). */
const SLOW = 2_500;

/** The one thing to do in a tab that has nothing to show yet; its title says why. */
async function actionIn(app: FrameLocator, tab: string, title: string): Promise<Locator> {
  await toTab(app, tab);
  const empty = app.getByRole('tabpanel', { name: tab }).locator('.empty');
  await empty.getByRole('heading', { name: title }).waitFor();
  const actions = empty.getByRole('button');
  expect(await actions.count(), tab).toBe(1);
  return actions;
}

test('with nothing set up every view says so, and its one action leads to the setup', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  await app.getByText('No scan yet').waitFor();
  await app.getByText('Nothing can be traced until an organization key is saved.').waitFor();
  for (const tab of ['Overview', 'Review', 'Sources', 'Cases', 'Savings', 'Handed over']) {
    const missing =
      tab === 'Handed over' ? 'No identity provider is set up' : 'Seatpath has no organization key yet';
    const action = await actionIn(app, tab, missing);
    if (['Overview', 'Cases', 'Handed over'].includes(tab))
      await expectFrameAccessible(settings, `${tab}, not set up`);
    await action.click();
    await app.getByRole('tab', { name: 'Setup', selected: true }).waitFor();
    await app.getByLabel('Organization id').waitFor();
  }
  await close(settings);
}, 180_000);

test('with the key alone nothing is found yet, and the action is the scan: it says what it does, and a reload finds it at work', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  const { org } = theatre().scene;
  await toTab(app, 'Setup');
  await saveOrgKey(app, theatre());
  for (const tab of ['Overview', 'Sources', 'Savings']) await actionIn(app, tab, 'No scan has finished yet');
  await (await actionIn(app, 'Review', 'No review has begun yet')).click();
  await app.getByRole('tab', { name: 'Sources', selected: true }).waitFor();
  const start = await actionIn(app, 'Cases', 'No scan has finished yet');
  await expectFrameAccessible(settings, 'no scan yet');

  org.setFaults({ slow: [{ endpoint: '*', ms: SLOW }] });
  await start.click();
  const progress = app.getByRole('status').filter({ hasText: /requests?$/ });
  const requests = async (): Promise<number> => numberIn(progress.locator('.progress__requests'));
  await progress.getByText('Reading the organization').waitFor();
  await progress.getByText('Reading accounts and memberships').waitFor({ timeout: 20_000 });
  expect(await progress.textContent()).toMatch(/\d+ of \d+/);
  const asked = await requests();
  expect(asked).toBeGreaterThan(0);
  await page.reload();
  await progress.waitFor();
  expect(await requests()).toBeGreaterThanOrEqual(asked);
  expect(await app.getByRole('button', { name: 'Scanning' }).isDisabled()).toBe(true);
  await app.getByRole('progressbar', { name: /^Progress of the scan: / }).waitFor();
  await expectFrameAccessible(settings, 'a scan at work');
  org.setFaults({});
  await app.getByText('Complete', { exact: true }).waitFor({ timeout: 30_000 });
  expect(await progress.count()).toBe(0);
  await app.getByText(/^\d+ of \d+ cases$/).waitFor();
  await close(settings);
}, 180_000);

test('without SCIM keys and prices, what only they could tell is said to be unknown, never clear', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  const coverage = app.getByRole('group', { name: 'Last scan and its coverage' });
  await coverage.getByText('Without SCIM keys.').waitFor();
  expect(await coverage.textContent()).toContain('SCIM directoriesnone read');
  const standouts = app.getByRole('region', { name: 'What stands out' });
  const leavers = standouts
    .getByRole('listitem')
    .filter({ hasText: 'Nobody knows whether leavers are billed' });
  await leavers.getByText('No SCIM directory was read.').waitFor();
  const prices = standouts.getByRole('listitem').filter({ hasText: 'The next lower price' });
  await prices.getByText('No prices are known.').waitFor();
  expect(await standouts.getByText('100% read, no SCIM directory').count()).toBe(1);
  await expectFrameAccessible(settings, 'the overview of a half-configured app');
  await prices.getByRole('button', { name: 'Pools and prices' }).click();
  await app.getByRole('tab', { name: 'Savings', selected: true }).waitFor();
  await toTab(app, 'Overview');
  await leavers.getByRole('button', { name: 'Open setup' }).click();
  await app.getByRole('tab', { name: 'Setup', selected: true }).waitFor();

  // In the case of somebody whom the provider has deactivated, too.
  const leaver = theatre().stage.world.users.find(
    ({ scim, status, groups }) =>
      scim?.active === false && status === 'active' && groups.includes(groupIdOf('jira-users-harbourline')),
  )!;
  const panel = await openCase(settings, leaver.name);
  const facts = panel.getByRole('region', { name: 'Four facts, each for itself' });
  await facts.getByText('SCIM status unknown').waitFor();
  await facts
    .getByText('No SCIM directory was read, so the identity provider’s word is not known.')
    .waitFor();
  expect(await panel.getByText(/Inactive in SCIM|Active in SCIM|Not in SCIM/).count()).toBe(0);
  await close(settings);
}, 180_000);
