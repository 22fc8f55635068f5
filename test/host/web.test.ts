import { cpSync, mkdtempSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProductCall } from '../../local/host/runtime/product';
import { PortTaken } from '../../local/host/web/port-taken';
import { startWeb, type IssueView, type Web } from '../../local/host/web/server';
import { launchChromium } from '../support/chromium';
import type { FixturePage } from './app/page/page';
import { acme, beta, fixtureManifest, startFixture, type Fixture } from './fixture';

declare const fixture: FixturePage;

interface Stage {
  browser: Browser;
  fixture: Fixture;
  web: Web;
  calls: ProductCall[];
  done: string[];
}

/** Of the app in its manifest, and of an installation that names no environment. */
const APP_ID = '11111111-2222-4333-8444-555555555555';
const ENVIRONMENT_ID = '00000000-0000-4000-8000-00000000de70';

const issue: IssueView = {
  key: 'SEAT-1',
  summary: 'Review <b>14 members</b>',
  type: 'Task',
  status: { name: 'To Do', category: 'new' },
  labels: ['seatpath'],
  assignee: 'ida',
  dueDate: '2026-12-01',
  description: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Why' }] },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'safe',
            marks: [
              {
                type: 'link',
                attrs: {
                  href: `https://acme.atlassian.net/jira/settings/apps/${APP_ID}/${ENVIRONMENT_ID}/cycle/7`,
                },
              },
            ],
          },
        ],
      },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'trap', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '<img src=x onerror=alert(1)>' },
          { type: 'mention', attrs: { id: 'ida', text: '@Ida' } },
        ],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [] },
              { type: 'tableCell', content: [] },
            ],
          },
        ],
      },
      { type: 'panel', attrs: { panelType: 'warning' }, content: [] },
      { type: 'codeBlock', content: [{ type: 'text', text: 'a < b' }] },
    ],
  },
  links: [],
  comments: [],
  transitions: [{ id: '31', name: 'Done' }],
  speakers: [
    { accountId: 'ann', displayName: 'Ann' },
    { accountId: 'ida', displayName: 'Ida' },
  ],
};

let stage: Stage;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatpath-web-'));
  cpSync(fixtureManifest, join(folder, 'manifest.yml'));
  await build({
    root: join(import.meta.dirname, 'app', 'page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'ui'), emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const calls: ProductCall[] = [];
  const done: string[] = [];
  const manifestPath = join(folder, 'manifest.yml');
  const host = await startFixture({
    manifestPath,
    products: async (call) => {
      calls.push(call);
      return Response.json({ accountId: typeof call.as === 'string' ? 'app' : call.as.accountId });
    },
  });
  const web = await startWeb(host.host, {
    manifestPath,
    people: [
      { accountId: 'ann', displayName: 'Ann', role: 'Jira admin' },
      { accountId: 'ida', displayName: 'Ida', role: 'Identity owner' },
    ],
    advance: host.advance,
    runDailyTick: async (installationId) => void done.push(`tick ${installationId}`),
    notice: 'Simulated organization',
    jiraView: {
      getIssue: async (key) => (key === issue.key ? issue : undefined),
      transition: async (key, id, who) => void done.push(`${key} ${id} ${who.accountId}`),
      comment: async (key, text, who) => void done.push(`${key} "${text}" ${who.accountId}`),
    },
  });
  stage = { browser: await launchChromium(), fixture: host, web, calls, done };
});

afterAll(async () => {
  await stage.browser.close();
  await stage.web.close();
  await stage.fixture.host.close();
});

interface Opened {
  page: Page;
  frame: Frame;
  origins: Set<string>;
}

/** A new visitor; notes every origin the browser talks to. */
async function visit(path = '/'): Promise<Opened> {
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  const origins = new Set<string>();
  page.on('request', (sent) => {
    const { origin } = new URL(sent.url());
    if (origin !== 'null') origins.add(origin);
  });
  await page.goto(`${stage.web.productUrl}${path}`);
  return { page, frame: path.startsWith('/browse') ? page.mainFrame() : await appFrame(page), origins };
}

async function appFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe#app')).contentFrame();
  if (!frame) throw new Error('The app has no frame.');
  await frame.waitForFunction(() => 'fixture' in globalThis);
  return frame;
}

test('the app is called as the person the session chose, and errors come back with the app’s words', async () => {
  const { page, frame } = await visit();
  expect(await frame.evaluate(() => fixture.bridge.invoke('whoami'))).toEqual({ accountId: 'ann' });
  const failure = await frame.evaluate(() =>
    fixture.bridge.invoke('fail').catch((error: unknown) => (error as Error).message),
  );
  expect(failure).toBe('There was an error invoking the function - the app failed on purpose');
  await page.selectOption('#person', 'ida');
  await page.waitForURL(`${stage.web.productUrl}/**`);
  await expect
    .poll(async () => (await appFrame(page)).evaluate(() => fixture.bridge.invoke('whoami')).catch(() => 0))
    .toEqual({ accountId: 'ida' });
  await page.context().close();
});

test('what the app asks at once is answered, however late the script of the page around it comes', async () => {
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  await page.route('**/host/client/frames', async (route) => {
    await new Promise((passed) => setTimeout(passed, 1_500));
    await route.continue();
  });
  await page.goto(stage.web.productUrl, { waitUntil: 'commit' });
  const answer = (await appFrame(page)).evaluate(() => fixture.bridge.invoke('whoami'));
  const waited = new Promise((passed) => setTimeout(passed, 5_000, 'not answered'));
  expect(await Promise.race([answer, waited])).toEqual({ accountId: 'ann' });
  await context.close();
});

test('two installations keep their own data, and the page can change between them', async () => {
  const { page, frame } = await visit();
  const count = (where: Frame) => where.evaluate(() => fixture.bridge.invoke('count', { step: 2 }));
  const first = (await count(frame)) as { total: number };
  expect(await count(frame)).toEqual({ total: first.total + 2 });
  await page.selectOption('#installation', beta.installationId);
  await expect
    .poll(async () =>
      (await appFrame(page)).evaluate(() => fixture.bridge.view.getContext()).catch(() => ({})),
    )
    .toMatchObject({ cloudId: beta.cloudId });
  expect(await count(await appFrame(page))).toEqual({ total: 2 });
  await page.context().close();
});

test('the context tells person, site, module, theme and locale', async () => {
  const { page, frame } = await visit();
  const context = await frame.evaluate(() => fixture.bridge.view.getContext());
  expect(context).toMatchObject({
    accountId: 'ann',
    cloudId: acme.cloudId,
    siteUrl: acme.siteUrl,
    moduleKey: 'page',
    locale: 'en-US',
    timezone: 'UTC',
    theme: { colorMode: 'light' },
    extension: { type: 'jira:adminPage' },
    license: { active: true },
  });
  await page.context().close();
});

test('the language that is chosen stays with the session, and the context tells it', async () => {
  const { page } = await visit();
  const locale = async (): Promise<unknown> =>
    (await appFrame(page))
      .evaluate(() => fixture.bridge.view.getContext())
      .then((context) => (context as { locale?: string }).locale)
      .catch(() => null);
  await page.selectOption('#language', 'Deutsch');
  await expect.poll(locale).toBe('de-DE');
  await page.reload();
  expect(await page.locator('#language').inputValue()).toBe('de_DE');
  expect(await locale()).toBe('de-DE');
  await page.context().close();
});

test('theming loads the design tokens and follows the theme switch', async () => {
  const { page, frame } = await visit();
  await frame.evaluate(() => fixture.bridge.view.theme.enable());
  const look = () =>
    frame.evaluate(() => ({
      mode: document.documentElement.dataset['colorMode'],
      background: getComputedStyle(document.body).backgroundColor,
    }));
  const light = await look();
  expect(light).toEqual({ mode: 'light', background: 'rgb(255, 255, 255)' });
  await page.click('#color-mode');
  await expect.poll(look).toMatchObject({ mode: 'dark' });
  expect((await look()).background).not.toBe(light.background);
  expect(await page.evaluate(() => document.documentElement.dataset['colorMode'])).toBe('dark');
  await page.context().close();
});

test('a flag is shown by the product and closed by the app; its action calls back into the frame', async () => {
  const { page, frame } = await visit();
  await frame.evaluate(() => {
    const onClick = () => void (document.title = 'clicked');
    const flag = fixture.bridge.showFlag({
      id: 'f',
      title: 'Saved',
      type: 'success',
      actions: [{ text: 'Undo', onClick }],
    });
    Object.assign(globalThis, { flag });
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => frame.title()).toBe('clicked');
  await frame.evaluate(() =>
    (globalThis as unknown as { flag: { close: () => Promise<unknown> } }).flag.close(),
  );
  expect(await page.locator('[data-flag]').count()).toBe(0);
  await page.context().close();
});

test('the app’s route is kept behind the address of the page, back and forth, and survives a reload', async () => {
  const { page, frame } = await visit();
  await frame.evaluate(async () => {
    const history = await fixture.bridge.view.createHistory();
    const places: string[] = [];
    history.listen((location: { pathname: string }) => places.push(location.pathname));
    Object.assign(globalThis, { places });
    history.push('/cycle/2026-W48?owner=idp');
    history.push('/evidence');
  });
  await expect.poll(() => new URL(page.url()).hash).toBe('#/evidence');
  await page.goBack();
  const places = () => frame.evaluate(() => (globalThis as unknown as { places: string[] }).places);
  await expect.poll(places).toEqual(['/cycle/2026-W48', '/evidence', '/cycle/2026-W48']);
  expect(new URL(page.url()).hash).toBe('#/cycle/2026-W48?owner=idp');
  await page.reload();
  const again = await (
    await appFrame(page)
  ).evaluate(async () => {
    const { pathname, search } = (await fixture.bridge.view.createHistory()).location;
    return { pathname, search };
  });
  expect(again).toEqual({ pathname: '/cycle/2026-W48', search: '?owner=idp' });
  await page.context().close();
});

test('requestJira goes out as the person, with the scopes of the manifest', async () => {
  const { page, frame } = await visit();
  const read = await frame.evaluate(async () => {
    const response = await fixture.bridge.requestJira('/rest/api/3/myself');
    return { status: response.status, body: (await response.json()) as unknown };
  });
  expect(read).toEqual({ status: 200, body: { accountId: 'ann' } });
  expect(stage.calls.at(-1)).toMatchObject({ as: { accountId: 'ann' }, path: '/rest/api/3/myself' });
  const write = await frame.evaluate(async () => {
    const response = await fixture.bridge.requestJira('/rest/api/3/issue', { method: 'POST', body: '{}' });
    return response.status;
  });
  expect(write).toBe(401);
  await page.context().close();
});

test('a dialog has its own frame and context, shares events, and hands its result to its opener', async () => {
  const { page, frame } = await visit();
  await frame.evaluate(async () => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    await fixture.bridge.events.on('chosen', (payload) => heard.push(payload));
    const modal = new fixture.bridge.Modal({
      context: { row: 7 },
      onClose: (result: unknown) => heard.push(result),
    });
    await modal.open();
  });
  const inner = await (await page.waitForSelector('dialog iframe')).contentFrame();
  await inner!.waitForFunction(() => 'fixture' in globalThis);
  const context = await inner!.evaluate(() => fixture.bridge.view.getContext());
  expect(context.extension).toMatchObject({ modal: { row: 7 } });
  await inner!.evaluate(async () => {
    await fixture.bridge.events.emit('chosen', 'a');
    void fixture.bridge.view.close({ ok: true });
  });
  const heard = () => frame.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
  await expect.poll(heard).toEqual(['a', { ok: true }]);
  expect(await page.locator('dialog').count()).toBe(0);
  const refused = await frame.evaluate(() =>
    fixture.bridge.view.close().catch((error: unknown) => (error as Error).message),
  );
  expect(refused).toBe("this resource's view is not closable.");
  await page.context().close();
});

test('addresses of the site lead to the local product; a script is not an address', async () => {
  const { page, frame } = await visit();
  const target = await frame.evaluate(async () => {
    const url = await fixture.bridge.router.getUrl({ target: 'issue', issueKey: 'SEAT-1' } as never);
    return url?.href ?? '';
  });
  expect(target).toBe('https://acme.atlassian.net/browse/SEAT-1');
  const refused = await frame.evaluate(() =>
    fixture.bridge.router.navigate('javascript:alert(1)').catch((error: unknown) => (error as Error).message),
  );
  expect(refused).toContain('Not an address');
  await frame.evaluate((url) => void fixture.bridge.router.navigate(url), target);
  await page.waitForURL(`${stage.web.productUrl}/browse/SEAT-1`);
  await page.context().close();
});

test('what the page does not model is refused and recorded', async () => {
  const { page, frame } = await visit();
  const refused = await frame.evaluate(() => {
    const { __bridge } = globalThis as unknown as {
      __bridge: { callBridge: (op: string) => Promise<unknown> };
    };
    return __bridge.callBridge('openRovo').catch((error: unknown) => (error as Error).message);
  });
  expect(refused).toContain("'openRovo'");
  expect(stage.fixture.host.recorder.list({ service: 'bridge' }).map((remark) => remark.what)).toContain(
    'openRovo',
  );
  await page.context().close();
});

test('the page runs under Forge’s policy without a violation, and talks to the two local origins alone', async () => {
  const { page, frame, origins } = await visit();
  await frame.evaluate(async () => {
    await fixture.bridge.view.theme.enable();
    await fixture.bridge.invoke('whoami');
  });
  expect(await frame.evaluate(() => fixture.violations)).toEqual([]);
  await frame.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => frame.evaluate(() => fixture.violations)).toEqual(['style-src-elem inline']);
  expect([...origins].sort()).toEqual([stage.web.appOrigin, stage.web.productUrl].sort());
  const response = await fetch(`${stage.web.appOrigin}/ui/index.html`);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`frame-ancestors ${stage.web.productUrl}`);
  expect(policy).not.toMatch(/report-uri|unsafe-inline/);
  await page.context().close();
});

test('a work item is drawn without running what is in it; its buttons act as whom one chose', async () => {
  const { page } = await visit('/browse/SEAT-1');
  expect(await page.textContent('main h1')).toBe('Review <b>14 members</b>');
  const links = await page
    .locator('.adf a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual([`/jira/settings/apps/${APP_ID}/${ENVIRONMENT_ID}/cycle/7`]);
  expect(await page.locator('.adf img').count()).toBe(0);
  expect(await page.textContent('.adf .mention')).toBe('@Ida');
  expect(await page.textContent('.adf pre')).toBe('a < b');
  // Each of the two reloads the page; what comes next waits until it has.
  const moved = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Done' }).click();
  await moved;
  expect(stage.done).toContain('SEAT-1 31 ann');
  await page.getByLabel('Comment').fill('Looked at it');
  const commented = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Add comment' }).click();
  await commented;
  expect(stage.done).toContain('SEAT-1 "Looked at it" ann');
  await page.getByLabel('Speak as').selectOption({ label: 'Ida' });
  await page.getByLabel('Comment').fill('Gone');
  const answered = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Done' }).click();
  await answered;
  expect(stage.done.slice(-2)).toEqual(['SEAT-1 "Gone" ida', 'SEAT-1 31 ida']);
  const missing = await page.goto(`${stage.web.productUrl}/browse/NO-1`);
  expect(missing?.status()).toBe(404);
  await page.context().close();
});

test('nobody is spoken for who cannot speak there', async () => {
  const { page } = await visit('/browse/SEAT-1');
  const before = [...stage.done];
  const answers = await page.evaluate(async () => {
    const sent = [
      fetch('/host/issue/SEAT-1/comment', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'x', as: 'eve' }),
      }),
      fetch('/host/issue/SEAT-1/transition', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ transition: '31', as: 'eve' }),
      }),
    ];
    return Promise.all(sent.map(async (one) => (await one).text()));
  });
  for (const answer of answers) expect(answer).toContain('Nobody of that account can speak here.');
  expect(stage.done).toEqual(before);
  await page.context().close();
});

test('a link to the settings page, as it is written on the real site, opens the app at that route', async () => {
  const { page } = await visit('/browse/SEAT-1');
  await page.click('.adf a');
  const frame = await appFrame(page);
  expect(page.url()).toBe(`${stage.web.productUrl}/jira/settings/apps/page#/cycle/7`);
  const route = await frame.evaluate(
    async () => (await fixture.bridge.view.createHistory()).location.pathname,
  );
  expect(route).toBe('/cycle/7');
  for (const other of [`an-app/${ENVIRONMENT_ID}`, `${APP_ID}/an-environment`]) {
    const missing = await page.goto(`${stage.web.productUrl}/jira/settings/apps/${other}/cycle/7`);
    expect(missing?.status(), other).toBe(404);
  }
  await page.context().close();
});

test('the clock can be moved and the daily tick run from the page', async () => {
  const { page } = await visit('/browse/SEAT-1');
  const before = stage.fixture.clock.now();
  await page.getByRole('button', { name: 'Advance 1 week' }).click();
  await expect.poll(() => stage.fixture.clock.now()).toBe(before + 7 * 86_400_000);
  await page.waitForLoadState();
  await page.getByRole('button', { name: 'Run the daily tick now' }).click();
  await expect.poll(() => stage.done).toContain(`tick ${acme.installationId}`);
  await page.context().close();
});

/** A request with headers a browser would not let a page set. */
function send(
  path: string,
  options: { method?: string; headers: Record<string, string>; body?: string },
): Promise<number> {
  const { port } = new URL(stage.web.productUrl);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, ...options }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

test('another Host name, another Origin and a form post are turned away', async () => {
  const { host } = new URL(stage.web.productUrl);
  const json = { 'content-type': 'application/json' };
  const post = (headers: Record<string, string>) =>
    send('/host/session', { method: 'POST', headers: { host, ...headers }, body: '{"accountId":"ida"}' });
  expect(await send('/', { headers: { host: 'evil.invalid' } })).toBe(403);
  expect(await post({ ...json, origin: 'http://evil.invalid' })).toBe(403);
  expect(await post({ ...json, origin: stage.web.appOrigin })).toBe(403);
  expect(await post(json)).toBe(403);
  expect(
    await post({ origin: stage.web.productUrl, 'content-type': 'application/x-www-form-urlencoded' }),
  ).toBe(403);
  expect(await post({ ...json, origin: stage.web.productUrl, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await post({ ...json, origin: stage.web.productUrl })).toBe(200);
});

test('the app’s origin gives out its resource folder and nothing beside it', async () => {
  const status = async (path: string) => (await fetch(`${stage.web.appOrigin}${path}`)).status;
  expect(await status('/ui/index.html')).toBe(200);
  expect(await status('/ui/..%2fmanifest.yml')).toBe(404);
  expect(await status('/ui/%2e%2e/manifest.yml')).toBe(404);
  expect(await status('/other/index.html')).toBe(404);
});

test('a port that is taken is named, with what to do', async () => {
  const port = Number(new URL(stage.web.productUrl).port);
  const jiraView = {
    getIssue: async () => Promise.resolve(undefined),
    transition: async () => Promise.resolve(),
    comment: async () => Promise.resolve(),
  };
  const options = {
    manifestPath: fixtureManifest,
    people: [],
    jiraView,
    notice: '',
    ports: { product: port },
  };
  const refused = await startWeb(stage.fixture.host, options).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PortTaken);
  expect(String(refused)).toContain(`port ${port} cannot be opened (EADDRINUSE): end what listens there`);
});
