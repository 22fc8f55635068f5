import { expect, test } from 'vitest';
import { people } from '../../local/org/demo/people';
import { groupIdOf } from '../../local/org/demo/structure';
import { close, inTheDemo, leavePanel, nextWeek, picture, pressAbove, type Settings } from './stage';

const GROUP = 'okta-eng-platform';

const theatre = inTheDemo();

const accountOf = (name: string): string =>
  theatre().stage.world.users.find((user) => user.name === name)!.accountId;

const runTick = ({ page }: Settings): Promise<void> => pressAbove(page, 'Run the daily tick now');

/** The line of a person on the board, read again until it says something. */
async function expectOnBoard({ page, app }: Settings, name: string, words: RegExp): Promise<void> {
  const told = async (): Promise<string | null> => {
    await page.reload();
    await app.getByRole('tab', { name: 'Handed over' }).click();
    return app.getByRole('row').filter({ hasText: name }).textContent();
  };
  await expect.poll(told, { timeout: 40_000, interval: 1_000 }).toMatch(words);
}

/** Hands over two people of the item, and leaves the others out; gives their names. */
async function handOver(settings: Settings): Promise<[string, string]> {
  const item = settings.app.getByRole('dialog');
  const boxes = item.getByRole('checkbox');
  await boxes.first().waitFor();
  const labels = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label') ?? ''));
  const names = labels.map((label) => /^Leave (.*) out of this decision$/.exec(label)![1]!);
  for (let n = 2; n < names.length; n += 1) await boxes.nth(n).check();
  await item.getByText('2 people are in the decision.').waitFor();
  await item.getByRole('button', { name: 'Decide', exact: true }).click();
  await item.getByLabel('Note').fill('Moved to another team in summer; nobody has opened Jira since.');
  await item.getByRole('button', { name: 'Decide for 2 people' }).click();
  await item.getByText('2 paths decided.').waitFor({ timeout: 20_000 });
  await leavePanel(settings);
  return [names[0]!, names[1]!];
}

/** What somebody sees of the issue who opens it in Jira. */
async function openIssue({ page }: Settings, issueKey: string): Promise<void> {
  await page.goto(new URL(`/browse/${issueKey}`, theatre().url).href);
  await page.getByRole('heading', { name: 'Whom it is about' }).waitFor();
}

test('two people handed over from the queue: one is confirmed gone, the other is not and stands in the queue again', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await app.getByRole('tab', { name: 'Review' }).click();
  await app.getByRole('heading', { name: 'Review of week 48, 2026' }).waitFor();
  await nextWeek(settings, 'week 49, 2026');

  // From the queue to the identity owner.
  await app.getByRole('row', { name: new RegExp(`inactive seats through ${GROUP}.*Jira \\(`) }).click();
  const [gone, kept] = await handOver(settings);
  await expectOnBoard(settings, gone, /Handed over/);
  const issueKey = (await app
    .getByRole('link', { name: /^IAM-\d+$/ })
    .first()
    .textContent())!;
  await picture(page, 'handed-over-light');

  // The identity owner takes one of them out at the provider, and says so of both.
  await openIssue(settings, issueKey);
  for (const words of [gone, kept, 'do not deactivate the account', 'Does this alone free the seat?'])
    await page.getByText(words).first().waitFor();
  theatre().scene.org.world.apply({
    at: new Date(theatre().scene.clock.now()).toISOString(),
    do: 'remove-member',
    accountId: accountOf(gone),
    groupId: groupIdOf(GROUP),
    by: 'Okta',
  });
  await page.getByLabel('Speak as').selectOption(people.identityOwner);
  await page.getByLabel('Comment').fill('All done');
  await page.getByRole('button', { name: 'Add comment' }).click();
  await page.getByText('All done', { exact: true }).waitFor();
  await page.goto(theatre().url);
  await runTick(settings);
  await expectOnBoard(settings, gone, /Said to be done/);

  // What was said is looked for, and only that confirms it.
  await pressAbove(page, 'Advance 1 day');
  await runTick(settings);
  await expectOnBoard(settings, gone, /Confirmed/);
  await expectOnBoard(settings, kept, /Still there/);
  await picture(page, 'handed-over-answered-light');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await picture(page, 'handed-over-answered-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();

  // Back in the queue, before everything else; the identity owner is told what was found.
  await app.getByRole('tab', { name: 'Review' }).click();
  await nextWeek(settings, 'week 50, 2026');
  await app.getByRole('row', { name: new RegExp(`1 seat through ${GROUP} is open again`) }).click();
  const item = app.getByRole('dialog');
  await item.getByText(kept).first().waitFor();
  expect(await item.getByText(gone).count()).toBe(0);
  await leavePanel(settings);
  await openIssue(settings, issueKey);
  await page.locator('.comments').getByText(kept).first().waitFor();
  expect(await page.locator('.comments').getByText(gone).count()).toBe(0);
  await picture(page, 'issue-answered-light');

  // Only the seat that is gone is a saving, and only after it has stayed gone.
  const expectSaving = async (name: string, state: string): Promise<void> => {
    await page.goto(theatre().url);
    await app.getByRole('tab', { name: 'Savings' }).click();
    const line = app.getByRole('row').filter({ hasText: name });
    await line.getByText(state, { exact: true }).waitFor();
  };
  await expectSaving(gone, 'Observed');
  await expectSaving(kept, 'Proposed');
  await picture(page, 'savings-light');
  for (const week of ['week 51, 2026', 'week 52, 2026']) {
    await app.getByRole('tab', { name: 'Review' }).click();
    await nextWeek(settings, week);
  }
  await expectSaving(gone, 'Settled');
  await expectSaving(kept, 'Proposed');

  await close(settings);
}, 240_000);
