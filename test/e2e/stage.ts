import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { people } from '../../local/org/demo/people';
import { firstRun } from '../../local/start/first-run';
import { buildPageIfStale } from '../../local/start/page-build';
import { type Play, play } from '../../local/start/play';
import { setStage } from '../../local/start/stage';
import type { Stage } from '../../local/start/stage-type';
import { expectAccessible } from '../support/accessibility';
import { bringToRest } from '../support/at-rest';
import { launchChromium } from '../support/chromium';
import { parseCsv } from '../support/csv';
import { reloading } from '../support/reloading';

export const projectDir = resolve(__dirname, '../..');
const screens = resolve(projectDir, 'docs/screens');

interface Demo {
  readonly stage: Stage;
  readonly scene: Play;
}

/** The demo organization with the app installed, and nothing set up. */
async function playDemo(): Promise<Demo> {
  buildPageIfStale(projectDir);
  const stage = await setStage(null);
  const scene = await play({ stage, projectDir, dataDir: ':memory:', port: 0, live: null, jira: null });
  return { stage, scene };
}

/** The demo organization, as `npm start` puts it on: set up, with its first scan read and its first review open. */
async function setUpDemo(): Promise<Demo> {
  const { stage, scene } = await playDemo();
  await firstRun({
    host: scene.host,
    installationId: scene.host.installations[0]!.installationId,
    admin: stage.admin,
    orgId: stage.world.org.id,
    orgKey: scene.org.orgKey,
    scimKeys: scene.org.scimKeys,
    world: stage.world,
    identityOwner: people.identityOwner,
    roles: [{ accountId: people.reviewer, role: 'reviewer', idpId: null }],
    waits: true,
  });
  return { stage, scene };
}

/** What a test of a browser over the demo organization has before it begins. */
export interface Theatre extends Demo {
  readonly browser: Browser;
  /** The page of the local Jira. */
  readonly url: string;
  readonly nameOf: (accountId: string) => string;
  /** The page of the local Jira in a browser context of its own. */
  readonly open: () => Promise<Settings>;
}

/** A browser before the demo organization, for all tests of a file; gone after them. */
export const inTheDemo = (): (() => Theatre) => inTheatre(setUpDemo);

/** The same before anybody has set the app up. */
export const inTheBareDemo = (): (() => Theatre) => inTheatre(playDemo);

function inTheatre(putOn: () => Promise<Demo>): () => Theatre {
  let theatre: Theatre | null = null;
  beforeAll(async () => {
    const [browser, { stage, scene }] = await Promise.all([launchChromium(), putOn()]);
    const url = await scene.open();
    theatre = {
      ...{ browser, stage, scene, url },
      nameOf: (accountId) => stage.world.users.find((user) => user.accountId === accountId)!.name,
      open: () => openSettings(browser, url),
    };
  });
  afterAll(async () => {
    await theatre?.browser.close();
    await theatre?.scene.close();
  });
  return () => theatre!;
}

/** Makes the visitor somebody else. */
export const become = ({ page }: Settings, accountId: string): Promise<void> =>
  reloading(page, () => page.getByLabel('You are').selectOption(accountId));

/** Chooses the visitor’s language. */
export const readIn = ({ page }: Settings, language: string): Promise<void> =>
  reloading(page, () => page.getByLabel('Language').selectOption(language));

/** Presses a button that the local Jira has above every page for its clock. */
export const pressAbove = (page: Page, name: string): Promise<void> =>
  reloading(page, () => page.getByRole('button', { name }).click());

/** Moves the clock by a week and lets the day's tick do its work, until the review of that week is open. */
export async function nextWeek({ page, app }: Settings, week: string): Promise<void> {
  await pressAbove(page, 'Advance 1 week');
  await pressAbove(page, 'Run the daily tick now');
  const shown = async (): Promise<string | null> => {
    await page.reload();
    return app.getByRole('heading', { name: /^Review of/ }).textContent();
  };
  await expect.poll(shown, { timeout: 60_000, interval: 2_000 }).toContain(`Review of ${week}`);
  await app.getByText('Open', { exact: true }).first().waitFor();
}

/** Leaves what is open at the right; the address follows by way of the bridge, and a reload reads the address. */
export async function leavePanel({ page, app }: Settings): Promise<void> {
  const panel = app.getByRole('dialog');
  await panel.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await page.waitForURL(({ href }) => !/[?&](item|source|account)=/.test(decodeURIComponent(href)));
}

/** A picture of what is there when flags have left, and colours have changed that do so by and by. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  const frame = page.frames().at(-1)!;
  await frame.locator('[role=alert], .flag').first().waitFor({ state: 'hidden' });
  const painted = (): Promise<unknown> =>
    frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await painted();
  await bringToRest(frame);
  await painted();
  await page.screenshot({ path: `${screens}/${name}.png` });
}

/** Jira settings, with a note of everything that must not happen there. */
export interface Settings {
  readonly page: Page;
  readonly app: FrameLocator;
  readonly misdeeds: string[];
}

export async function openSettings(browser: Browser, url: string): Promise<Settings> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const misdeeds: string[] = [];
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const words = message.text();
    // Modal and drawer lock the scroll with a style that the policy refuses: no effect but the lock itself.
    const isScrollLock = /style-src/.test(words) && /inline style/i.test(words);
    if (message.type() === 'error' && !isScrollLock) misdeeds.push(`console: ${words}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const local = hostname === '127.0.0.1' || hostname === 'localhost';
    if (protocol !== 'data:' && protocol !== 'blob:' && !local) misdeeds.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, app: page.frameLocator('iframe'), misdeeds };
}

/** Leaves Jira; nothing may have happened there that must not. */
export async function close({ page, misdeeds }: Settings): Promise<void> {
  expect(misdeeds).toEqual([]);
  await page.context().close();
}

export const toTab = (app: FrameLocator, name: string): Promise<void> =>
  app.getByRole('tab', { name }).click();

/** Saves the key of the organization in the setup, which is open. */
export async function saveOrgKey(app: FrameLocator, { stage, scene }: Theatre): Promise<void> {
  const key = app.getByRole('region', { name: 'Organization key', exact: true });
  await key.getByLabel('Organization id').fill(stage.world.org.id);
  await key.getByLabel('API key').fill(scene.org.orgKey);
  await key.getByRole('button', { name: 'Save key and check it' }).click();
  await key.getByRole('table', { name: 'What the key may read' }).waitFor();
}

/** Opens somebody’s case on the main site’s Jira. */
export async function openCase({ app }: Settings, name: string): Promise<Locator> {
  await toTab(app, 'Cases');
  await app.getByRole('searchbox').fill(name);
  const row = app.getByRole('row', { name: new RegExp(`${name}.*Jira \\(harbourline`) });
  await row.first().click();
  const panel = app.getByRole('dialog', { name: new RegExp(name) });
  await panel.locator('.path').first().waitFor();
  return panel;
}

/** Fails where axe finds something in what the frame shows. */
export const expectFrameAccessible = ({ page }: Settings, what: string): Promise<void> =>
  expectAccessible(page.frames().at(-1)!, what);

/** The first number in what is told. */
export const numberIn = async (told: Locator): Promise<number> =>
  Number(/[\d,]+/.exec((await told.textContent()) ?? '')![0].replaceAll(',', ''));

/** What a button saves. */
export async function saved(page: Page, button: Locator): Promise<string> {
  const saving = page.waitForEvent('download');
  await button.click();
  return readFileSync(await (await saving).path(), 'utf8');
}

/** What a button saves, as lines of a CSV file. */
export const savedLines = async (page: Page, button: Locator): Promise<string[][]> =>
  parseCsv((await saved(page, button)).replace(/^\ufeff/, ''));
