import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { people } from '../../local/org/demo/people';
import { choosePerson } from '../page/choose';
import { become, close, inTheDemo, leavePanel, nextWeek, picture, saved, type Settings } from './stage';

const theatre = inTheDemo();

/** Opens a source item of the queue and declares its source intended. */
async function intend(settings: Settings, item: RegExp, reason: string): Promise<void> {
  const { app } = settings;
  await app.getByRole('row', { name: item }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Open the source' }).click();
  const source = app.getByRole('dialog');
  await source.getByRole('heading', { name: 'This source is intended' }).waitFor();
  await source.getByLabel('Reason').fill(reason);
  const steward = theatre().nameOf(people.jiraAdmin);
  await choosePerson(source.getByLabel('Who answers for it'), steward.slice(0, 5), steward, app);
  await source.getByRole('button', { name: 'Record standing decision' }).click();
  await source.getByText(`${steward} answers for it.`).waitFor();
  await leavePanel(settings);
}

const queueCount = async (app: FrameLocator): Promise<number> => {
  const words = await app.getByRole('button', { name: /This week’s queue/ }).textContent();
  return Number(/(\d+) items?/.exec(words ?? '')?.[1] ?? 0);
};

test('a baseline and two weeks after it: sources decided, people decided in bulk, a review closed, the next ones shorter', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await app.getByRole('img', { name: /^Seats from people/ }).waitFor();
  await picture(page, 'overview-light');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await picture(page, 'overview-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await app.getByRole('region', { name: 'Seats in this week’s review' }).getByRole('button').click();
  await app.getByRole('heading', { name: 'Review of week 48, 2026' }).waitFor();
  expect(await queueCount(app)).toBeLessThanOrEqual(40);
  await picture(page, 'review-light');

  // The baseline: a small source stands at once, a large one waits for a second person.
  await intend(settings, /Is legacy-jira-2017 intended/, 'The old projects live in it until they move.');
  await app.getByRole('row', { name: /Is legacy-jira-2017 intended.*Decided/ }).waitFor();
  await intend(settings, /Is jira-users-harbourline intended.*Confluence/, 'Everybody writes in Confluence.');
  await become(settings, people.reviewer);
  await app.getByRole('tab', { name: 'Records' }).click();
  await app.getByRole('button', { name: 'Standing decisions', exact: true }).click();
  await app.getByRole('button', { name: 'Approve' }).click();
  const approval = app.getByRole('dialog', { name: 'Approve: Standing decision' });
  await approval.getByRole('button', { name: 'Approve' }).click();
  await approval.waitFor({ state: 'hidden' });
  await picture(page, 'standing-decisions-light');
  await app.getByRole('tab', { name: 'Review' }).click();
  await app.getByRole('row', { name: /Is jira-users-harbourline intended.*Confluence.*Decided/ }).waitFor();

  // People in one decision, one of them left out.
  await app.getByRole('row', { name: /4 seats of people inactive in SCIM.*Jira \(/ }).click();
  const item = app.getByRole('dialog');
  await item.getByText('4 people are in the decision.').waitFor();
  await item.getByRole('checkbox').first().check();
  await item.getByText('1 is left out.').waitFor();
  await item.getByRole('button', { name: 'Decide', exact: true }).click();
  await item.getByLabel('Note').fill('They left in spring; the seat was forgotten.');
  await picture(page, 'item-light');
  await item.getByRole('button', { name: 'Decide for 3 people' }).click();
  await item.getByText('3 paths decided.').waitFor({ timeout: 20_000 });
  await leavePanel(settings);
  await app.getByRole('row', { name: /4 seats of people inactive in SCIM.*3 of 4/ }).waitFor();

  // Closed for good, with what follows named.
  await app.getByRole('button', { name: 'Close this review' }).click();
  const closing = app.getByRole('dialog', { name: 'Close the review of week 48, 2026?' });
  await closing.getByText('10 items are undecided. They are carried over to the next review.').waitFor();
  await closing.getByRole('button', { name: 'Close this review' }).click();
  await app.getByText(/Closed .* by Beatriz Salgado: 2 decided, 10 carried over\./).waitFor();
  expect(await app.getByRole('button', { name: 'Close this review' }).count()).toBe(0);

  // What was decided and what became of each path leave the frame as files.
  const decisions = await saved(page, app.getByRole('button', { name: 'Decisions (CSV) of week 48, 2026' }));
  expect(decisions.match(/They left in spring; the seat was forgotten\./g)).toHaveLength(3);
  expect(decisions).toContain('The old projects live in it until they move.');
  const ledger = await saved(page, app.getByRole('button', { name: 'Ledger (CSV) of week 48, 2026' }));
  expect(ledger).toMatch(/^\ufeffReview,cycle-2026-W48\r\n/);
  expect(ledger).toContain('Closed by,Beatriz Salgado\r\n');
  expect(ledger).toMatch(/SHA-256 of the ledger,[0-9a-f]{64}\r\n/);

  // A week later: what was decided needs nobody, what was not is there again.
  await nextWeek(settings, 'week 49, 2026');
  expect(await queueCount(app)).toBeLessThanOrEqual(15);
  await app.getByText(/seats then, .* now/).click();
  await app
    .getByRole('row', { name: /1 seat of somebody inactive in SCIM.*Jira \(/ })
    .first()
    .waitFor();
  expect(await app.getByRole('row', { name: /legacy-jira-2017 intended/ }).count()).toBe(0);
  await picture(page, 'review-second-week-light');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await picture(page, 'review-second-week-dark');

  // And another: nobody closed this one, so it lapsed, and nothing was removed.
  await nextWeek(settings, 'week 50, 2026');
  await app.getByRole('row', { name: /week 49, 2026.*Lapsed/ }).waitFor();
  await app.getByRole('row', { name: /week 48, 2026.*Closed/ }).waitFor();
  expect(await queueCount(app)).toBeLessThanOrEqual(15);
  await close(settings);
}, 180_000);
