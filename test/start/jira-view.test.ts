import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { play, type Play } from '../../local/start/play';
import { setStage } from '../../local/start/stage';
import { simulatedJira } from '../../local/start/simulated-jira';
import { people } from '../../local/org/demo/people';
import { expectAccessible } from '../support/accessibility';
import { adfProblems } from '../support/adf';
import { launchChromium } from '../support/chromium';
import { reloading } from '../support/reloading';

const words = (text: string, ...marks: object[]): object => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks }),
});
const paragraph = (...content: object[]): object => ({ type: 'paragraph', content });
const cell = (type: 'tableHeader' | 'tableCell', text: string): object => ({
  type,
  attrs: {},
  content: [paragraph(words(text))],
});
const heading = (level: number, text: string): object => ({
  type: 'heading',
  attrs: { level },
  content: [words(text)],
});
const adf = (...content: object[]): Record<string, unknown> => ({ type: 'doc', version: 1, content });

/** One of everything that an issue of the app may hold, and what would do harm if it were drawn as it is. */
const description = adf(
  heading(2, 'Please remove three accounts'),
  paragraph(
    words('Asked of '),
    { type: 'mention', attrs: { id: people.identityOwner, text: '' } },
    words(' until '),
    { type: 'date', attrs: { timestamp: String(Date.UTC(2026, 11, 1)) } },
    words(': '),
    { type: 'status', attrs: { text: 'asked', color: 'blue', localId: 'one' } },
    words(' '),
    { type: 'status', attrs: { text: 'done', color: 'green', localId: 'two' } },
    words(' '),
    { type: 'status', attrs: { text: 'refused', color: 'red', localId: 'three' } },
  ),
  {
    type: 'panel',
    attrs: { panelType: 'warning' },
    content: [
      paragraph(
        words('They keep a seat as long as '),
        words('all-staff', { type: 'code' }),
        words(' holds them.'),
      ),
    ],
  },
  ...['info', 'note', 'success', 'error'].map((panelType) => ({
    type: 'panel',
    attrs: { panelType },
    content: [paragraph(words(`A panel: ${panelType}`))],
  })),
  {
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', 'Account'), cell('tableHeader', 'State')] },
      {
        type: 'tableRow',
        content: [cell('tableCell', '<img src=x onerror=alert(1)>'), cell('tableCell', 'asked')],
      },
      {
        type: 'tableRow',
        content: [{ ...cell('tableCell', 'both of them'), attrs: { colspan: 2 } }],
      },
    ],
  },
  heading(3, 'How'),
  {
    type: 'orderedList',
    attrs: { order: 3 },
    content: [{ type: 'listItem', content: [paragraph(words('Open the directory'))] }],
  },
  {
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          paragraph(words('the page', { type: 'link', attrs: { href: 'https://example.com/groups' } })),
        ],
      },
      {
        type: 'listItem',
        content: [paragraph(words('a trap', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))],
      },
    ],
  },
  { type: 'codeBlock', attrs: { language: 'text' }, content: [words('group: all-staff\nif a < b')] },
);

let browser: Browser;
let scene: Play;
let url: string;
/** The issue that is looked at, and one made twice of it. */
let key: string;
let duplicate: string;

/** A call to Jira as the app. */
async function asApp(method: string, path: string, body: unknown): Promise<unknown> {
  const installation = scene.host.installations[0]!;
  const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await simulatedJira(scene.org)({ product: 'jira', installation, as: 'app', path, init });
  if (!response.ok) throw new Error(await response.text());
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function newIssue(summary: string): Promise<string> {
  const made = await asApp('POST', '/rest/api/3/issue', {
    fields: {
      project: { key: 'IAM' },
      issuetype: { id: '10001' },
      summary,
      description,
      labels: ['seatpath', 'seatpath-route-1'],
      assignee: { accountId: people.identityOwner },
    },
  });
  return (made as { key: string }).key;
}

beforeAll(async () => {
  const stage = await setStage(null);
  browser = await launchChromium();
  scene = await play({
    stage: { ...stage, world: { ...stage.world, sites: stage.world.sites.slice(0, 1) } },
    projectDir: resolve(import.meta.dirname, '../..'),
    dataDir: ':memory:',
    port: 0,
    live: null,
    jira: null,
  });
  url = await scene.open();
  key = await newIssue('Remove three accounts from “all-staff” <now>');
  duplicate = await newIssue('Remove three accounts from “all-staff”');
  await asApp('POST', '/rest/api/3/issueLink', {
    type: { name: 'Duplicate' },
    inwardIssue: { key: duplicate },
    outwardIssue: { key },
  });
  await asApp('POST', `/rest/api/3/issue/${key}/comment`, {
    body: adf(paragraph(words('A week has passed.'))),
  });
});
afterAll(async () => {
  await browser.close();
  await scene.close();
});

async function open(which: string): Promise<{ page: Page; misdeeds: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const misdeeds: string[] = [];
  page.on('console', (message) => misdeeds.push(message.text()));
  page.on('pageerror', (error) => misdeeds.push(error.message));
  page.on('dialog', (dialog) => {
    misdeeds.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(new URL(`/browse/${which}`, url).href);
  return { page, misdeeds };
}

const issueNow = (which: string): ReturnType<typeof scene.org.world.issues>[number] =>
  scene.org.world.issues().find((one) => one.key === which)!;

test('the document of this test is one that Jira would take', () => {
  expect(adfProblems(description)).toEqual([]);
});

test('an issue is drawn as Jira draws it, and runs nothing that is in it', async () => {
  const { page, misdeeds } = await open(key);
  const text = (selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();
  expect(await text('main h1')).toEqual(['Remove three accounts from “all-staff” <now>']);
  expect(await text('main h2')).toEqual(['Description', 'Linked work items', 'Comments']);
  expect(await text('.adf h3')).toEqual(['Please remove three accounts']);
  expect(await text('.adf h4')).toEqual(['How']);
  const owner = scene.org.world.account(people.identityOwner)!.facts.name;
  expect(await text('.adf .mention')).toEqual([`@${owner}`]);
  expect(await page.locator('.adf time').getAttribute('datetime')).toBe('2026-12-01');
  expect((await text('.adf .status')).map((one) => one.toLowerCase())).toEqual(['asked', 'done', 'refused']);
  expect(await page.locator('.adf .lozenge-green').count()).toBe(1);
  expect(await text('.adf .panel')).toHaveLength(5);
  expect(await text('.adf td')).toEqual(['<img src=x onerror=alert(1)>', 'asked', 'both of them']);
  expect(await page.locator('.adf td').nth(2).getAttribute('colspan')).toBe('2');
  expect(await page.locator('.adf ol').getAttribute('start')).toBe('3');
  const links = page.locator('.adf a');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    'https://example.com/groups',
  ]);
  expect(await page.locator('.adf pre').textContent()).toBe('group: all-staff\nif a < b');
  expect(await text('.issue .label')).toEqual(['seatpath', 'seatpath-route-1', 'app']);
  expect(await page.locator('.adf img, .adf script, .unknown').count()).toBe(0);
  expect(misdeeds).toEqual([]);
  await page.close();
});

test('an issue that was made twice leads to the other one, and back', async () => {
  const { page } = await open(key);
  const links = page.locator('.links li');
  expect(await links.innerText()).toMatch(new RegExp(`^is duplicated by ${duplicate} Remove three accounts`));
  await links.getByRole('link').click();
  await page.waitForURL(`**/browse/${duplicate}`);
  expect(await page.locator('.links li').innerText()).toMatch(new RegExp(`^duplicates ${key} `));
  await page.close();
});

test('a person answers by hand: says something as somebody, and moves the issue', async () => {
  const { page, misdeeds } = await open(duplicate);
  const owner = scene.org.world.account(people.identityOwner)!.facts.name;
  expect(await page.getByRole('button', { name: /^(Start work|Done|Won't Do)$/ }).allInnerTexts()).toEqual([
    'Start work',
    'Done',
    "Won't Do",
  ]);
  await page.getByLabel('Speak as').selectOption(people.identityOwner);
  await page.getByLabel('Comment').fill('  They <b>need</b> it.  ');
  await reloading(page, () => page.getByRole('button', { name: 'Add comment' }).click());
  expect(issueNow(duplicate).comments.map(({ author, body }) => [author, body])).toEqual([
    [people.identityOwner, adf(paragraph(words('They <b>need</b> it.')))],
  ]);
  expect(await page.locator('.comments li').innerText()).toMatch(
    new RegExp(`^${owner} .*\\n*They <b>need</b> it\\.`),
  );

  await page.getByLabel('Speak as').selectOption(people.identityOwner);
  await page.getByLabel('Comment').fill('Service account.');
  await reloading(page, () => page.getByRole('button', { name: "Won't Do" }).click());
  const { status, resolution, comments, changes } = issueNow(duplicate);
  expect([status.name, resolution?.name, comments.length]).toEqual(["Won't Do", "Won't Do", 2]);
  expect(changes.map(({ by }) => by)).toEqual([people.identityOwner, people.identityOwner]);
  expect(await page.locator('.issue dl').innerText()).toContain("Resolution\nWon't Do");
  await reloading(page, () => page.getByRole('button', { name: 'Reopen' }).click());
  expect(issueNow(duplicate).resolution).toBeNull();
  // An empty comment is none.
  await reloading(page, () => page.getByRole('button', { name: 'Add comment' }).click());
  expect(issueNow(duplicate).comments).toHaveLength(2);
  expect(misdeeds).toEqual([]);
  await page.close();
});

test('what Jira refuses is said in its own words', async () => {
  const { page } = await open(duplicate);
  await page.getByLabel('Comment').fill('x'.repeat(32_767));
  await page.getByRole('button', { name: 'Add comment' }).click();
  await expect.poll(() => page.locator('.flag').innerText()).toContain('The entered text is too long.');
  expect(issueNow(duplicate).comments).toHaveLength(2);
  await page.close();
});

test('the issue is accessible in light and dark, wide and narrow', async () => {
  const { page } = await open(key);
  for (const width of [1200, 390]) {
    await page.setViewportSize({ width, height: 900 });
    // Nothing but tables and code scrolls sideways, each in its own box.
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([width, overflow]).toEqual([width, 0]);
    await expectAccessible(page, `${width} pixels`);
  }
  await page.close();
});
