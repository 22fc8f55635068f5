import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Misfit } from '../../src/contracts/evidence-views';
import { personAt, SCAN_ID } from './example-org';
import { openPage, openStage, type Stage } from './open-page';
import { evidenceReplies } from './evidence-replies';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('an opened record tells in words what it rests on, with the page of its rule and its links in the chain', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/records?kind=keep' });
  const open = page.getByRole('button', { name: /^Open the record and its evidence: / });
  await open.click();
  const panel = page.getByRole('dialog', { name: /^Keep: / });
  const evidence = panel.getByRole('region', { name: 'Evidence' });
  for (const words of [
    'Complete,',
    SCAN_ID,
    'externalSynced is true',
    'synced-group',
    'Billed: an active account with atlassian/user through the group “contractors”.',
    'atlassian/user',
    'Inactive seat',
    'Jun 1, 2026',
    'Active in SCIM',
    'None on this product',
    '2 links in the evidence chain',
    'Link 57',
    'c'.repeat(64),
  ])
    await evidence.getByText(words).first().waitFor();
  // What the app says of the seat begins with its state, and the way to here is not offered here.
  expect(await evidence.textContent()).not.toContain('Billed: Billed');
  expect(await panel.getByRole('button', { name: /^Open the record/ }).count()).toBe(0);
  const source = evidence.getByRole('link', { name: /Atlassian/ });
  expect(await source.getAttribute('href')).toContain('https://support.atlassian.com/');
  await evidence.getByText('checked Nov 20, 2026').waitFor();
  expect(new URL(page.url()).hash).toContain('record=keep-1');
  // An address leads there too, and closing it gives the focus back.
  await page.reload();
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await open.click();
  await page.keyboard.press('Escape');
  await expect.poll(() => open.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a standing decision rests on the numbers of its source, a protection on somebody’s word', async () => {
  const { page, close, visit } = await openPage(stage, { at: '/records?kind=intent&record=intent-1' });
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await evidence.getByText(/people, 2,580 seats/).waitFor();
  await evidence.getByText('Hash over').waitFor();
  await visit('/records?kind=protection&record=protection-1');
  await evidence.getByText(/^Rests on the word of .* and on no scan\.$/).waitFor();
  await close();
});

test('a record that is not in its register is said not to be there, with the way out', async () => {
  const { page, close, misdeeds } = await openPage(stage, { at: '/records?kind=keep&record=keep-99' });
  await page.getByRole('heading', { name: 'This register has no such record' }).waitFor();
  await page.getByRole('button', { name: 'Show the register' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/records?kind=keep');
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('the chain is checked piece by piece, also while another tab is looked at, and said to be unbroken', async () => {
  const { page, app, close, misdeeds } = await openPage(stage, { at: '/records' });
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await page.getByText('100 of 180 links checked').waitFor();
  await page.getByRole('progressbar', { name: 'Check of the evidence chain' }).waitFor();
  await page.getByRole('tab', { name: 'Sources' }).click();
  await page.getByText('12 of 12 sources').waitFor();
  await expect
    .poll(() => app.asked.filter(({ call }) => call === 'evidence/check').length, { timeout: 10_000 })
    .toBe(3);
  await page.getByRole('tab', { name: 'Records' }).click();
  await page
    .getByText(
      '120 records in 180 links, unbroken from Sep 7, 2026 to Nov 23, 2026. Each is stored as its last link says.',
    )
    .waitFor();
  expect(app.asked.filter(({ call }) => call === 'evidence/check').map(({ input }) => input)).toEqual([
    { at: null },
    { at: { of: 'links', sequence: 100, hash: 'a'.repeat(64) } },
    { at: { of: 'records', from: 0 } },
  ]);
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('what does not fit is named, and leads to its record', async () => {
  const broken = (misfit: Misfit) => ({
    of: 'links' as const,
    done: 40,
    total: 180,
    first: null,
    last: null,
    misfit,
    next: null,
  });
  const { page, app, close, misdeeds } = await openPage(stage, {
    at: '/records',
    replies: {
      'evidence/check': () =>
        broken({ what: 'link', sequence: 41, bound: { is: 'record', id: 'keep-1', kind: 'keep' } }),
    },
  });
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await page.getByRole('heading', { name: 'The chain does not hold' }).waitFor();
  await page.getByText(/^Link 41 is the first that does not fit/).waitFor();
  await page.getByRole('button', { name: 'Keep keep-1' }).click();
  await page.getByRole('dialog', { name: `Keep: ${personAt(0).name!}`, exact: false }).waitFor();
  await page.keyboard.press('Escape');
  app.script({ 'evidence/check': () => broken({ what: 'record', sequence: null, bound: null }) });
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText('What it binds cannot be read, or concerns another site.').waitFor();
  expect(await misdeeds()).toEqual([]);
  await close();
});

test('a check that a failure stopped goes on where it was', async () => {
  const { 'evidence/check': piece } = evidenceReplies();
  const { page, app, close } = await openPage(stage, {
    at: '/records',
    replies: {
      'evidence/check': (input) =>
        input.at === null ? piece(input) : failure('INTERNAL', 'Storage did not answer.'),
    },
  });
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await page.getByText('Stopped after 100 of 180 links').waitFor();
  app.script({ 'evidence/check': piece });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('The chain is unbroken').waitFor();
  expect(app.asked.filter(({ input }) => JSON.stringify(input) === '{"at":null}')).toHaveLength(1);
  await close();
});

test('where the chain does not hold, what fails for it leads to where it is checked', async () => {
  const { page, close } = await openPage(stage, {
    at: '/review',
    replies: { 'cycle/get': () => failure('EVIDENCE_BROKEN', 'The evidence chain does not hold.') },
  });
  await page.getByRole('heading', { name: 'The evidence chain does not hold' }).waitFor();
  await page.getByRole('button', { name: 'Go to “Records”' }).click();
  await page.getByRole('button', { name: 'Check the chain' }).waitFor();
  await close();
});
