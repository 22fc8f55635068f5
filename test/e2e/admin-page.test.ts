import { expect, test } from 'vitest';
import { people, situations } from '../../local/org/demo/people';
import { choose, choosePerson } from '../page/choose';
import { become, close, inTheDemo, leavePanel, numberIn, openCase, savedLines, toTab } from './stage';

/*
 * What an administrator does on the page beside the weekly review, through Jira’s frame and the real bridge, over
 * the demo organization. The tests share one organization: each is about people or groups of its own.
 */
const theatre = inTheDemo();

test('day one: what stands out and a band of the picture lead to exactly their seats', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  const standouts = app.getByRole('region', { name: 'What stands out' });
  const leavers = standouts.getByRole('heading', { name: /people the identity provider has deactivated/ });
  const seats = Number(/([\d,]+) seats/.exec((await leavers.textContent())!)![1]);
  expect(seats).toBeGreaterThan(0);
  await standouts.getByRole('button', { name: 'Show these cases' }).click();
  await expect.poll(() => app.locator('.count').textContent()).toContain(`${seats} billed seats`);
  await page.goBack();

  // By the pointer, on the curve itself.
  const band = app.locator('path.band--open').first();
  const bandSeats = Number(/: ([\d,]+) seats/.exec((await band.textContent())!)![1]!.replaceAll(',', ''));
  await band.scrollIntoViewIfNeeded();
  const inFrame = await band.evaluate((path: SVGPathElement) => {
    const length = path.getTotalLength();
    const points = Array.from({ length: 50 }, (_, part) =>
      path.getPointAtLength((length * part) / 50).matrixTransform(path.getScreenCTM()!),
    );
    // Where no other band lies over it.
    const { x, y } = points.find((point) => document.elementFromPoint(point.x, point.y) === path)!;
    return { x, y };
  });
  const frame = (await page.locator('iframe').boundingBox())!;
  await page.mouse.click(frame.x + inFrame.x, frame.y + inFrame.y);
  await expect.poll(() => app.locator('.count').textContent()).toContain(`${bandSeats} billed seats`);
  await close(settings);
});

test('from the overview to a first route-out it takes six presses and one sentence', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  await app.getByRole('heading', { name: 'What stands out' }).waitFor();
  await toTab(app, 'Cases');
  await app.getByText('Views', { exact: true }).click();
  await app.getByRole('button', { name: 'Unused, through synced groups' }).click();
  await app.locator('[data-row="0"]').click();
  const path = app.getByRole('dialog').locator('.path', { hasText: 'IdP-owned' }).first();
  await path.getByRole('button', { name: 'Hand over' }).click();
  await path.getByLabel('Reason').fill('Not used for half a year.');
  await path.getByRole('button', { name: 'Hand over' }).click();
  await path
    .getByText(/Handed over to/)
    .first()
    .waitFor();
  await path.getByRole('link', { name: /^IAM-\d+$/ }).waitFor();
  await close(settings);
});

test('all that a view leaves is decided but one, survives a reload, and the file has exactly the filtered cases', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await toTab(app, 'Cases');
  const bar = app.getByRole('region', { name: 'Chosen cases' });
  await app.getByRole('button', { name: /^Never active/ }).click();
  const count = app.locator('.count');
  const narrowed = (): Promise<string | null> => count.textContent();
  await expect.poll(narrowed).toMatch(/^(\d+) of (?!\1)\d+ cases/);
  const local = app.getByRole('button', { name: /^Local group/ });
  const matched = await numberIn(local);
  expect(matched).toBeGreaterThan(2);
  await local.click();
  await expect.poll(narrowed).toMatch(new RegExp(`^${matched} of `));
  const lines = await savedLines(page, app.getByRole('button', { name: 'Save as CSV' }));
  const header = lines.findIndex((line) => line.includes('Account id') || line.includes('accountId'));
  expect(lines.length - header - 1).toBeGreaterThanOrEqual(matched);

  await app.getByRole('checkbox', { name: /^Choose all / }).check();
  await app.locator('[data-row="0"]').getByRole('checkbox').uncheck();
  await bar.getByRole('button', { name: 'Decide', exact: true }).click();
  await bar.getByRole('radio', { name: /^Keep/ }).check();
  await bar.getByLabel('Note').fill('Looked at with the team leads.');
  await bar.getByRole('button', { name: `Decide ${matched - 1} cases` }).click();
  await bar.getByText(/\d+ paths? decided\./).waitFor({ timeout: 40_000 });
  await page.reload();
  await bar.getByText(/\d+ paths? decided\./).waitFor();
  await toTab(app, 'Records');
  await app.getByRole('button', { name: 'Keeps', exact: true }).click();
  await app.getByText('Looked at with the team leads.').first().waitFor();
  await close(settings);
}, 120_000);

test('a default group is redesigned after it was seen whom that locks out, and a second person approves', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  await toTab(app, 'Sources');
  await app
    .getByRole('row', { name: /jira-users-harbourline.*Jira \(/ })
    .first()
    .click();
  const panel = app.getByRole('dialog');
  await panel.getByRole('button', { name: 'Redesign', exact: true }).click();
  await panel.getByRole('radio', { name: /^Revoke the grant/ }).check();
  expect(await panel.getByRole('button', { name: 'Decide this redesign' }).isDisabled()).toBe(true);
  await panel.getByRole('button', { name: 'Show what it would do' }).click();
  expect(await numberIn(panel.getByRole('heading', { name: /lose access$/ }))).toBeGreaterThan(0);
  await panel.getByLabel('Reason').fill('Everybody who works here is in a synced group.');
  await panel.getByRole('button', { name: 'Decide this redesign' }).click();
  await panel.getByText('Planned; somebody else has to approve it').waitFor();
  await leavePanel(settings);
  await become(settings, people.reviewer);
  await toTab(app, 'Records');
  await app.getByRole('button', { name: 'Redesigns', exact: true }).click();
  await app.getByRole('button', { name: 'Approve', exact: true }).click();
  const approval = app.getByRole('dialog', { name: /^Approve/ });
  await approval.getByRole('button', { name: 'Approve' }).click();
  await approval.waitFor({ state: 'hidden' });
  await app.getByRole('row', { name: /jira-users-harbourline.*Approved/ }).waitFor();
  await close(settings);
});

test('an edit by hand of synced access is refused until its owner agrees; a decision is taken back where it was made', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  const panel = await openCase(settings, theatre().nameOf(people.threePaths));
  const synced = panel.locator('.path', { hasText: 'IdP-owned' }).first();
  expect(await synced.getByRole('button', { name: 'Plan removal' }).count()).toBe(0);
  await synced.getByText('What an edit by hand would do').click();
  expect(await synced.textContent()).toMatch(/Does it last\?\s*No/);
  expect(await synced.getByRole('link', { name: 'Atlassian’s page' }).count()).toBeGreaterThan(1);
  await synced.getByRole('button', { name: 'Ask the identity owner' }).click();
  await synced.getByLabel('Reason').fill('The audit is on Friday.');
  await synced.getByRole('button', { name: 'Ask', exact: true }).click();
  await synced.getByText('An override was asked for: Proposed').waitFor();

  const local = panel.locator('.path', { hasText: 'Local group' }).first();
  await local.getByRole('button', { name: 'Keep' }).click();
  await local.getByLabel('Reason').fill('On the support rota.');
  await local.getByRole('button', { name: 'Keep', exact: true }).click();
  await local.getByText('In force').waitFor();
  await local.getByRole('button', { name: 'End' }).click();
  const taking = app.getByRole('dialog', { name: 'End: Keep' });
  await taking.getByLabel('Note').fill('Recorded on the wrong path.');
  await taking.getByRole('button', { name: 'End' }).click();
  await local.getByText('Ended').first().waitFor();
  await close(settings);
});

test('each step of the setup is tested against the organization and Jira; a key that is refused says what to do', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  await toTab(app, 'Setup');
  await app.getByRole('button', { name: 'Test all' }).click();
  const steps = app
    .getByRole('region', { name: 'Checklist', exact: true })
    .getByRole('listitem')
    .filter({
      has: app.getByRole('button', { name: /^Test/ }),
    });
  // A pattern, since plain words are found in any case, in “Not tested” too.
  await expect.poll(() => steps.filter({ hasText: /Tested/ }).count(), { timeout: 30_000 }).toBe(7);
  for (const step of ['Organization key', 'Last scan', 'Identity owners and Jira projects'])
    expect(await steps.filter({ hasText: step }).first().textContent(), step).toMatch(/Works|Partly|look/);

  const key = app.getByRole('region', { name: 'Organization key', exact: true });
  await key.getByLabel('API key').fill('ATCTT3xFfGN0-nobody-has-this-key');
  await key.getByRole('button', { name: 'Save key and check it' }).click();
  await key.getByRole('alert').waitFor();
  expect(await key.getByRole('alert').textContent()).toMatch(/refuse|not accept|organization/i);
  await close(settings);
});

test('with prices the overview tells money, of what is settled alone', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  await toTab(app, 'Savings');
  await app.getByRole('button', { name: 'Record a pool' }).click();
  const form = app.locator('form').filter({ hasText: 'What is bought and billed together' });
  await form.getByLabel('Name').fill('Jira of Harbourline');
  await form.getByRole('checkbox', { name: 'Jira (harbourline)', exact: true }).check();
  await choose(form.getByLabel('Term', { exact: true }), 'Monthly', app);
  await form.getByLabel('First day of a period').fill('2026-11-01');
  await form.getByLabel('Currency').fill('EUR');
  await form.getByLabel('Price', { exact: true }).fill('7.50');
  await form.getByLabel('Read from').fill('Invoice 17');
  await form.getByLabel('As of').fill('2026-11-01');
  await form.getByLabel('Reason').fill('The prices of this year.');
  await form.getByRole('button', { name: 'Record pool' }).click();
  const pool = app.getByRole('article', { name: 'Jira of Harbourline', exact: true });
  await pool.getByText('Cost of a month').waitFor();
  await toTab(app, 'Overview');
  await app
    .getByText(/Worth, if these went/)
    .first()
    .waitFor();
  await close(settings);
});

test('a protected account is marked, and no bulk decision touches it', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  const robot = theatre().nameOf(situations.integrationReports);
  await toTab(app, 'Records');
  await app.getByRole('button', { name: 'Protections', exact: true }).click();
  await app.getByRole('button', { name: 'Protect an account' }).click();
  await choosePerson(app.getByLabel('Account', { exact: true }), robot.slice(0, 6), robot, app);
  await choose(app.getByLabel('Class'), 'Integration', app);
  await app.getByLabel('Reason').fill('It works by token, which nobody sees.');
  const steward = theatre().nameOf(people.jiraAdmin);
  await choosePerson(app.getByLabel('Who answers for it'), steward.slice(0, 5), steward, app);
  await app.getByRole('button', { name: 'Protect', exact: true }).click();
  await app.getByRole('row', { name: new RegExp(robot) }).waitFor();

  await toTab(app, 'Cases');
  await app.getByRole('searchbox').fill(robot);
  // A choice is forgotten when a filter changes: the search has to have come in.
  await app.getByText(/^[1-9] of \d+ cases$/).waitFor();
  await app.getByText('Protected: Integration').first().waitFor();
  await app.locator('[data-row="0"]').getByRole('checkbox').check();
  const bar = app.getByRole('region', { name: 'Chosen cases' });
  await bar.getByRole('button', { name: 'Decide', exact: true }).click();
  await bar.getByLabel('Note').fill('Nobody has seen it.');
  await bar.getByRole('button', { name: 'Decide 1 case' }).click();
  await bar.getByText('This account is protected').first().waitFor({ timeout: 20_000 });
  await close(settings);
});

test('every tab, light and dark, at 768 pixels: nothing is wider than the frame, and nothing is refused or asked elsewhere', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await page.setViewportSize({ width: 768, height: 1000 });
  for (const theme of ['Light theme', 'Dark theme']) {
    if (theme === 'Dark theme') await page.getByRole('button', { name: theme }).click();
    await app.getByRole('tab').first().waitFor();
    const tabs = await app.getByRole('tab').allTextContents();
    expect(tabs).toHaveLength(8);
    for (const tab of tabs) {
      await toTab(app, tab);
      await app.getByRole('tabpanel').locator('h2, [role=grid], table, .count, form').first().waitFor();
      const frame = page.frames().at(-1)!;
      expect(
        await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        tab,
      ).toBeLessThanOrEqual(0);
    }
  }
  await app.getByRole('button', { name: 'Help', exact: true }).click();
  await app.getByRole('dialog', { name: 'Help' }).getByRole('heading', { name: 'The weekly hour' }).waitFor();
  await close(settings);
});
