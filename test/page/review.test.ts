import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CycleView } from '../../src/contracts/review-views';
import { AUDITOR_SESSION, NEVER_SCANNED, personAt } from './example-org';
import { OPEN_CYCLE, OPEN_REVIEW, OPENING } from './example-cycle';
import { openPage, openStage, type Stage } from './open-page';
import { failure, type Replies } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const header = (page: Page): ReturnType<Page['locator']> =>
  page.getByRole('region', { name: 'Review of week 48, 2026' });
const rowAt = (page: Page, position: number): ReturnType<Page['locator']> =>
  page.locator(`[data-row="${position}"]`);
const review = (change: Partial<CycleView>): Partial<Replies> => ({
  'cycle/get': () => ({ ...OPEN_REVIEW, ...change }),
});
/** The dialog's scroll lock adds a style, which the policy refuses; nothing else may be refused. */
const grave = (deeds: readonly string[]): string[] =>
  deeds.filter((deed) => !deed.startsWith('style-src-elem inline'));

test('the review tells its state, week, days, progress, sections, rows and seats', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review' });
  const words = header(page);
  await words.getByText('2 of 10 items decided').waitFor();
  const told = (await words.textContent()) ?? '';
  expect(told).toContain('Open');
  expect(told).toContain('Review day: Monday, November 23, 2026.');
  expect(told).toContain('The next: Monday, November 30, 2026.');
  expect(told).toContain(
    '5,820 of 7,056 seats (82%) have no default or local path that nobody has answered for.',
  );
  expect(told).toContain('What became of 7,780 paths with a finding');
  expect(told).toContain('covered by a standing decision5,310');
  expect(told).toContain('handed over120');
  expect(await words.getByRole('row').allTextContents()).toEqual([
    'SectionItemsUndecided',
    'Local paths43 undecided',
    'Default groups22 undecided',
    'Exceptions and holds11 undecided',
    'Billed seats32 undecided',
  ]);
  expect(await words.getByRole('link', { name: 'OPS-7' }).getAttribute('href')).toContain('/browse/OPS-7');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a section without an item has nothing to decide; one with all of them decided says so', async () => {
  const sections = OPEN_REVIEW.progress!.sections.map((section, at) => ({
    ...section,
    items: at === 0 ? 0 : section.items,
    undecided: 0,
  }));
  const { page, close } = await openPage(stage, {
    at: '/review',
    replies: review({ progress: { ...OPEN_REVIEW.progress!, sections } }),
  });
  const rows = header(page).getByRole('table').getByRole('row');
  await rows.nth(1).getByText('nothing to decide').waitFor();
  await rows.nth(2).getByText('all decided').waitFor();
  await close();
});

test('days are told by the clocks of the site, wherever the reader is', async () => {
  const { page, close } = await openPage(stage, {
    at: '/review',
    replies: review({ timeZone: 'Pacific/Honolulu' }),
  });
  await page.getByText('Review day: Sunday, November 22, 2026.').waitFor();
  await page.getByText('Time zone: Pacific/Honolulu.').waitFor();
  await close();
});

test('what changed since the last review adds up, step by step', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review' });
  await page.getByText('7,012 seats then, 7,056 now (+44)').click();
  const rows = await page.locator('.changed tbody tr').allTextContents();
  expect(rows).toEqual([
    'At the last review7,012',
    'JoinedIdP-owned+61',
    'JoinedDefault group+14',
    'Gained a pathLocal group+3',
    'LeftSeveral owners-26',
    'SuspendedIdP-owned-8',
    'Now7,056',
  ]);
  await page.getByText('12 seats are held by other owners than before:').waitFor();
  expect(await page.locator('.changed svg rect').count()).toBe(rows.length);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a standing decision found void is told with its reason and leads to its source', async () => {
  const { page, close } = await openPage(stage, { at: '/review' });
  await page.getByRole('heading', { name: '1 standing decision is void and open again' }).waitFor();
  await page.getByText('It holds 3,280 seats; it was decided for 2,838 at most.').waitFor();
  await page.getByRole('button', { name: 'jira-users on Jira (northwind)' }).click();
  await page.getByRole('dialog', { name: 'jira-users, Jira (northwind)' }).waitFor();
  await close();
});

test('a source that got another owner since the last review is told, and leads to itself', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review' });
  const told = page.getByRole('heading', {
    name: '1 source has another owner or default flag than at the last review',
  });
  await told.waitFor();
  await page.getByText('was IdP-owned; is Local group now').waitFor();
  expect(await misdeeds()).toEqual([]);
  await page.getByRole('button', { name: 'okta-marketing on Jira (northwind)' }).click();
  await expect.poll(() => hash(page)).toContain('okta-marketing');
  await close();
});

test('closing asks first and names what follows; what is undecided is carried over', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/review' });
  await header(page).getByRole('button', { name: 'Close this review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Close the review of week 48, 2026?' });
  await dialog.getByText('8 items are undecided. They are carried over to the next review.').waitFor();
  await dialog.getByText('Closing removes nothing from anybody.').waitFor();
  await dialog.getByText('A closed review can never change again.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(app.asked.some(({ call }) => call === 'cycle/close')).toBe(false);
  await header(page).getByRole('button', { name: 'Close this review' }).click();
  await dialog.getByRole('button', { name: 'Close this review' }).click();
  await page.getByText(`by ${personAt(0).name!}: 2 decided, 8 carried over.`).waitFor();
  expect(app.asked.find(({ call }) => call === 'cycle/close')?.input).toEqual({
    cycleId: OPEN_CYCLE.id,
    version: 3,
  });
  expect(await page.getByRole('button', { name: 'Close this review' }).count()).toBe(0);
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('a review that changed meanwhile is not closed: one looks again and closes what one sees', async () => {
  const { page, app, close } = await openPage(stage, {
    at: '/review',
    replies: { 'cycle/close': () => failure('CONFLICT', 'Bruno decided an item a minute ago.') },
  });
  await header(page).getByRole('button', { name: 'Close this review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Close this review' }).click();
  await dialog.getByText('Bruno decided an item a minute ago.').waitFor();
  app.script(
    review({ version: 4, progress: { ...OPEN_REVIEW.progress!, items: { total: 10, decided: 3 } } }),
  );
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await dialog.getByText('7 items are undecided.').waitFor();
  await close();
});

test('who may not decide is offered no way to close', async () => {
  const { page, close } = await openPage(stage, {
    at: '/review',
    replies: { 'session/get': () => AUDITOR_SESSION },
  });
  await header(page).waitFor();
  expect(await page.getByRole('button', { name: 'Close this review' }).count()).toBe(0);
  await close();
});

test('the queue lists items in rank order, each in one sentence; the backlog stands behind it', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review' });
  await page.getByText('10 items at the opening').waitFor();
  const cells = await page
    .getByRole('grid')
    .locator('[data-row] [role=gridcell]:nth-child(1)')
    .allTextContents();
  expect(cells).toEqual([
    '3 seats through legacy-jira-2017 are open again',
    '8 seats of people inactive in SCIM, through contractors',
    '12 inactive seats through legacy-jira-2017',
    '312 seats never used, through jira-users',
    '24 inactive seats through legacy-jira-2017 and other paths',
    'Who owns project-atlas? 1,880 seats',
    'Is legacy-jira-2017 intended? 480 seats',
    'Which domains and invitations does northwind.atlassian.net accept?',
    '5 dormant paths through legacy-jira-2017',
    '2 seats never used, seat age unknown, through direct roles',
  ]);
  expect(await rowAt(page, 1).textContent()).toContain('Decided');
  expect(await rowAt(page, 3).textContent()).toContain('40 of 312');
  const backlog = page.getByRole('button', { name: 'Backlog 120 open, 1,044 seats' });
  await backlog.click();
  await page.getByText('120 items at the opening').waitFor();
  expect(await backlog.getAttribute('aria-pressed')).toBe('true');
  expect(hash(page)).toBe('#/review?part=backlog');
  await page.reload();
  await page.getByText('120 items at the opening').waitFor();
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
  await expect.poll(() => rowAt(page, 119).textContent()).toContain('Is team-119 intended?');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the keyboard alone reaches an item, opens it and comes back to it', async () => {
  const { page, close } = await openPage(stage, { at: '/review' });
  await page.getByText('10 items at the opening').waitFor();
  await page.getByRole('button', { name: /^Backlog/ }).focus();
  await page.keyboard.press('Tab');
  expect(await rowAt(page, 0).evaluate((row) => row === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: '12 inactive seats through legacy-jira-2017' });
  await panel.waitFor();
  expect(hash(page)).toBe('#/review?item=item-inactive');
  expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => rowAt(page, 2).evaluate((row) => row === document.activeElement)).toBe(true);
  await close();
});

test('a link to an item restores it over the part of the queue that it stands in', async () => {
  const { page, close } = await openPage(stage, { at: '/review?part=backlog&item=item-backlog-3' });
  const panel = page.getByRole('dialog', { name: 'Is team-3 intended? 127 seats' });
  await panel.getByText('in the backlog').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: /^Backlog/ }).getAttribute('aria-pressed')).toBe('true');
  await page.goBack();
  await panel.waitFor();
  await close();
});

test('before the first review the page says when it comes; before the first scan it offers to scan', async () => {
  const none = review({ cycle: null, progress: null, earlier: [] });
  const { page, app, close } = await openPage(stage, { at: '/review', replies: none });
  await page.getByRole('heading', { name: 'No review has begun yet' }).waitFor();
  await page.getByText('due Monday, November 30, 2026 at 9:00 AM (Europe/Berlin)').waitFor();
  await page.getByRole('button', { name: 'Open the sources' }).click();
  await page.getByText('12 of 12 sources').waitFor();
  await page.goBack();
  app.script({
    'cycle/get': () => failure('NO_SNAPSHOT', 'No scan has finished yet.'),
    'scan/progress': () => NEVER_SCANNED,
  });
  await page.reload();
  await page.getByRole('heading', { name: 'No scan has finished yet' }).waitFor();
  await close();
});

test('an empty queue and an empty backlog say so, and lead to what is left to decide', async () => {
  const empty = { cycleId: OPEN_CYCLE.id, total: 0, seats: 0, freeable: 0, lines: [] };
  const { page, app, close } = await openPage(stage, {
    at: '/review',
    replies: { 'queue/list': () => empty },
  });
  await page.getByRole('heading', { name: 'Nothing to decide this week' }).waitFor();
  await page.getByRole('button', { name: 'Show the backlog' }).click();
  await page.getByRole('heading', { name: 'The backlog is empty' }).waitFor();
  await page.getByRole('button', { name: 'Show this week’s queue' }).click();
  await page.getByRole('heading', { name: 'Nothing to decide this week' }).waitFor();
  const backlog = { ...OPENING.backlog, items: 0 };
  app.script(review({ cycle: { ...OPEN_CYCLE, opening: { ...OPENING, backlog } } }));
  await page.reload();
  await page.getByRole('button', { name: 'Open the sources' }).click();
  await page.getByText('12 of 12 sources').waitFor();
  await close();
});

test('a lapsed, a partial, a first and a waiting review each say what they are', async () => {
  const lapsed = OPEN_REVIEW.earlier[1]!.cycle;
  const partial = {
    ...OPENING,
    verdict: 'partial' as const,
    reasons: ['SCIM directory b2: there is no such thing (404)'],
  };
  for (const [cycle, words] of [
    [{ ...lapsed, id: OPEN_CYCLE.id }, '11 undecided items were carried over; nothing was removed.'],
    [{ ...OPEN_CYCLE, opening: partial }, 'SCIM directory b2: there is no such thing (404)'],
    [{ ...OPEN_CYCLE, opening: { ...OPENING, baseline: true } }, 'This is the first review.'],
    [
      { ...OPEN_CYCLE, state: 'collecting' as const, opening: null },
      'This review is due and opens as soon as a scan has finished.',
    ],
  ] as const) {
    const { page, close } = await openPage(stage, { at: '/review', replies: review({ cycle }) });
    await header(page).getByText(words).waitFor();
    await close();
  }
});

test('earlier reviews tell how they ended, and by whom', async () => {
  const { page, close } = await openPage(stage, { at: '/review' });
  const rows = page.getByRole('region', { name: 'Earlier reviews' }).getByRole('row');
  await rows.nth(1).waitFor();
  expect((await rows.allTextContents()).slice(1)).toEqual([
    `week 47, 2026Closed1323337,012Nov 16, 2026 by ${personAt(0).name!}Decisions (CSV)Ledger (CSV)`,
    'week 46, 2026Lapsed4113346,968Nov 9, 2026 by SeatpathDecisions (CSV)Ledger (CSV)',
    `week 45, 2026Closed1323356,924Nov 2, 2026 by ${personAt(0).name!}Decisions (CSV)Ledger (CSV)`,
  ]);
  await close();
});

test('a review is saved as files: its decisions at any time, its ledger once it has ended', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review', height: 1800 });
  const saved = async (button: ReturnType<Page['locator']>): Promise<[string, string]> => {
    const saving = page.waitForEvent('download');
    await button.click();
    const file = await saving;
    return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8').split('\r\n')[1]!];
  };
  const ledgers = page.getByRole('button', { name: /^Ledger/ });
  await page.getByRole('button', { name: 'Decisions (CSV) of week 48, 2026' }).waitFor();
  expect(await header(page).locator(ledgers).count()).toBe(0);
  expect(await saved(page.getByRole('button', { name: 'Decisions (CSV) of week 48, 2026' }))).toEqual([
    'seatpath-cycle-2026-W48-decisions.csv',
    'Zoë Ångström,decisions of cycle-2026-W48',
  ]);
  expect(await saved(page.getByRole('button', { name: 'Ledger (CSV) of week 46, 2026' }))).toEqual([
    'seatpath-cycle-2026-W46-ledger.csv',
    'Zoë Ångström,ledger of cycle-2026-W46',
  ]);
  await page.getByRole('button', { name: 'Close this review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close this review' }).click();
  await header(page).getByRole('button', { name: 'Ledger (CSV) of week 48, 2026' }).waitFor();
  expect(grave(await misdeeds())).toEqual([]);
  await close();
});

test('decisions that end before the next review are named by their registers, which are one click away', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review' });
  await page.getByRole('heading', { name: '3 decisions end before the next review' }).waitFor();
  await page.getByText('Exceptions: 2').waitFor();
  await page.getByRole('button', { name: 'Holds' }).click();
  await page.getByRole('region', { name: 'Holds' }).waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('an earlier review has an address of its own, with who closed it and how each of its items ended', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review' });
  await page.getByRole('button', { name: 'week 47, 2026', exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/review/cycle-2026-W47');
  await page.getByRole('heading', { name: 'Review of week 47, 2026' }).waitFor();
  await page.getByText(/^Closed Nov 16, 2026.* by .*: 13 decided, 2 carried over\.$/).waitFor();
  await page.getByText(/^Decided by /).waitFor();
  const items = page.getByRole('table', { name: '10 items in its queue' });
  await items.getByText('in the queue and undecided, carried over: 4').first().waitFor();
  await items.getByText('exception: 8').first().waitFor();
  await items.getByText('No path with a finding was left').first().waitFor();
  await items.getByText('Not told by the ledger').first().waitFor();
  // Nothing of it can be changed, and its files are there.
  expect(await page.getByRole('button', { name: 'Close this review' }).count()).toBe(0);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Ledger (CSV) of week 47, 2026' }).click();
  expect((await saving).suggestedFilename()).toBe('seatpath-cycle-2026-W47-ledger.csv');
  await page.reload();
  await items.waitFor();
  await page.getByRole('button', { name: 'To this week’s review' }).click();
  await page.locator('.grid--queue').waitFor();
  expect(new URL(page.url()).hash).toBe('#/review');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('an address of no review says so, and leads to the one of this week', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/review/cycle-1999-W01' });
  await page.getByRole('heading', { name: 'There is no such review' }).waitFor();
  await page.getByRole('button', { name: 'To this week’s review' }).click();
  await page.locator('.grid--queue').waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});
