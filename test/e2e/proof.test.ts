import type { FrameLocator, Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  close,
  expectFrameAccessible,
  inTheDemo,
  leavePanel,
  nextWeek,
  numberIn,
  openCase,
  openSettings,
  saved,
  toTab,
} from './stage';

/*
 * What was decided is taken back, proven and closed, through Jira’s frame and the real bridge, over the demo
 * organization. The tests share one organization and its first review: each goes on where the one before ended.
 */
const theatre = inTheDemo();

const DECIDED = 'They come back in January.';
const TAKEN_BACK = 'Meant for another group.';
const LEAVERS = /^4 seats of people inactive in SCIM, through jira-users-harbourline.*Jira \(/;

/** Opens one register of the records. */
async function openRegister(app: FrameLocator, name: string): Promise<void> {
  await toTab(app, 'Records');
  await app.getByRole('button', { name, exact: true }).click();
}

/** Keeps the seats of all who are in an item; gives their names. */
async function keepAll(item: Locator): Promise<string[]> {
  await item.getByText('4 people are in the decision.').waitFor();
  await item.getByRole('button', { name: 'Decide', exact: true }).click();
  await item.getByRole('radio', { name: /^Keep/ }).check();
  await item.getByLabel('Note').fill(DECIDED);
  await item.getByRole('button', { name: 'Decide for 4 people' }).click();
  await item.getByText('4 paths decided.').waitFor({ timeout: 20_000 });
  const results = item.getByRole('table', { name: 'What became of each path' });
  return results.getByRole('row').locator('td:first-child').allTextContents();
}

test('a bulk is taken back as a whole: each path is open again, each record says who and why, its address offers it no more', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await toTab(app, 'Review');
  const line = app.getByRole('row', { name: LEAVERS });
  await line.click();
  const item = app.getByRole('dialog');
  const names = await keepAll(item);
  expect(names).toHaveLength(4);
  await expect.poll(() => item.getByText('decided: Keep').count()).toBe(4);
  await expectFrameAccessible(settings, 'the result of a bulk');
  const ofTheBulk = page.url();
  expect(ofTheBulk).toContain('batch-');

  await item.getByRole('button', { name: 'Take back all of this' }).click();
  await item.getByLabel('Note').fill(TAKEN_BACK);
  await item.getByRole('button', { name: 'Take back 4 records' }).click();
  await item.getByText('4 records taken back.', { exact: true }).waitFor({ timeout: 20_000 });
  await expectFrameAccessible(settings, 'the result of taking a bulk back');
  expect(await item.getByText('decided: Keep').count()).toBe(0);

  // The address of the bulk itself, in another window as after a reload.
  const later = await openSettings(theatre().browser, ofTheBulk);
  for (const again of [false, true]) {
    if (again) await later.page.reload();
    await later.app.getByText('4 paths decided.').waitFor();
    await later.app.getByText('Since then, somebody took this decision back.').waitFor();
    expect(await later.app.getByRole('button', { name: 'Take back all of this' }).count()).toBe(0);
  }
  await expectFrameAccessible(later, 'a bulk that was taken back');
  await later.app.getByRole('button', { name: 'Show what became of that' }).click();
  await later.app.getByText('4 records taken back.', { exact: true }).waitFor();
  await close(later);

  await leavePanel(settings);
  expect(await line.textContent()).toMatch(/Open$/);
  await openRegister(app, 'Keeps');
  for (const name of names) {
    const told = await app.getByRole('row').filter({ hasText: name }).textContent();
    expect(told).toMatch(
      new RegExp(`Recorded [^:]+:\\d\\d [AP]M by Maren Voss.*Ended .* by Maren Voss: ${TAKEN_BACK}`),
    );
  }
  const panel = await openCase(settings, names[0]!);
  const path = panel.locator('.path', { hasText: 'jira-users-harbourline' });
  await path.getByText('Ended').first().waitFor();
  await path.getByRole('button', { name: 'Keep', exact: true }).waitFor();
  await close(settings);
}, 180_000);

test('a record is opened with the facts, the rule, the scan and the fingerprint that it rests on, and the chain of all holds', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await openRegister(app, 'Keeps');
  await app
    .getByRole('button', { name: /^Open the record and its evidence: / })
    .first()
    .click();
  const panel = app.getByRole('dialog', { name: /^Keep: / });
  const evidence = panel.getByRole('region', { name: 'Evidence' });
  await evidence.getByText('2 links in the evidence chain').waitFor();
  const told = (await evidence.textContent()) ?? '';
  for (const fact of [
    /ScanComplete, Nov 23, 2026/,
    /Owner thenDefault group/,
    /BecauseEveryone given this role on the product joins this group.*default-group/,
    /Seat thenBilled: an active account with atlassian\/user through the group “jira-users-harbourline”\./,
    /Findings thenSCIM inactive, billed/,
    /IdentityInactive in SCIM/,
    /checked Nov 23, 2026/,
  ])
    expect(told).toMatch(fact);
  const rule = evidence.getByRole('link', { name: 'Atlassian’s page' });
  expect(await rule.getAttribute('href')).toMatch(/^https:\/\/support\.atlassian\.com\//);
  // Recorded and ended: of each link its hash, and the hash of the one before it.
  const hashes = told.match(/[0-9a-f]{64}/g) ?? [];
  expect(new Set(hashes).size).toBe(4);
  await expectFrameAccessible(settings, 'a record with its evidence');
  await page.reload();
  await evidence.getByText(hashes[0]!).waitFor();
  await panel.press('Escape');
  await panel.waitFor({ state: 'hidden' });

  await app.getByRole('button', { name: 'Check the chain' }).click();
  await app.getByRole('heading', { name: 'The chain is unbroken' }).waitFor({ timeout: 30_000 });
  // Four keeps and what the first scan began; each was recorded and ended, a link each.
  const [records, links] = /(\d+) records? in (\d+) links, unbroken/
    .exec((await app.getByText(/unbroken from/).textContent())!)!
    .slice(1)
    .map(Number);
  expect(records).toBeGreaterThanOrEqual(4);
  expect(links! - records!).toBeGreaterThanOrEqual(4);
  await expectFrameAccessible(settings, 'the checked chain');
  await close(settings);
}, 180_000);

test('a review is closed after its question named what follows; a week later its address tells what the closing said', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await toTab(app, 'Review');
  const items = app.getByText(/^\d+ of \d+ items decided$/);
  const before = await numberIn(items);
  await app.getByRole('row', { name: LEAVERS }).click();
  await keepAll(app.getByRole('dialog'));
  await leavePanel(settings);
  await expect.poll(() => numberIn(items)).toBe(before + 1);
  const [decided, total] = (await items.textContent())!.match(/\d+/g)!.map(Number) as [number, number];
  const carried = total - decided;

  const closing = app.getByRole('dialog', { name: 'Close the review of week 48, 2026?' });
  const ask = async (): Promise<void> => {
    await app.getByRole('button', { name: 'Close this review' }).click();
    for (const follows of [
      `${carried} items are undecided. They are carried over to the next review.`,
      'Closing removes nothing from anybody.',
      'A closed review can never change again.',
    ])
      await closing.getByText(follows).waitFor();
  };
  await ask();
  await expectFrameAccessible(settings, 'the question before closing');
  await closing.getByRole('button', { name: 'Cancel' }).click();
  await closing.waitFor({ state: 'hidden' });
  await app.getByText('Open', { exact: true }).first().waitFor();
  await ask();
  await closing.getByRole('button', { name: 'Close this review' }).click();
  await app.getByRole('region', { name: 'Notifications' }).getByText('Review closed').waitFor();
  await expectFrameAccessible(settings, 'a closed review and the news of it');
  const said = app.getByText(/^Closed .* by Maren Voss:/);
  const closed = (await said.textContent())!;
  expect(closed).toMatch(new RegExp(`: ${decided} decided, ${carried} carried over\\.$`));

  await nextWeek(settings, 'week 49, 2026');
  const earlier = app.getByRole('row', { name: /week 48, 2026/ });
  const cells = await earlier.getByRole('cell').allTextContents();
  // Of the paths only those that stayed decided; of the decisions the one that was taken back too.
  expect(cells.slice(1, 4)).toEqual([decided, carried, 4].map(String));
  await earlier.getByRole('button', { name: 'week 48, 2026', exact: true }).click();
  await app.getByRole('columnheader', { name: 'How its paths ended' }).waitFor();
  await page.waitForURL(/cycle-2026-W48/);
  await page.reload();
  await app.getByRole('heading', { name: 'Review of week 48, 2026' }).waitFor();
  expect(await said.textContent()).toBe(closed);
  expect(await app.locator('.figures').textContent()).toBe(
    `Items decided${decided}Carried over${carried}Paths decided4Decisions2`,
  );
  await app.getByRole('heading', { name: `${total} items in its queue` }).waitFor();
  await app.getByRole('row', { name: LEAVERS }).getByText('kept: 4').waitFor();
  expect(await saved(page, app.getByRole('button', { name: /^Decisions \(CSV\)/ }))).toContain(DECIDED);
  await expectFrameAccessible(settings, 'a past review');
  await app.getByRole('button', { name: 'To this week’s review' }).click();
  await app.getByRole('heading', { name: 'Review of week 49, 2026' }).waitFor();
  await close(settings);
}, 180_000);
