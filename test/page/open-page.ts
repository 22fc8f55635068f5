import { type BrowserContext, type Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { servePage, type Look, type PageServer } from './page-server';
import { type Replies } from './replies';
import { createScriptedApp, type ScriptedApp } from './scripted-app';
import { buildPage } from './served-build';

/** What the tests of one file share: a browser, and a server of the built page. Neither remembers a test. */
export interface Stage {
  context: BrowserContext;
  server: PageServer;
  close: () => Promise<void>;
}

export interface OpenPage {
  page: Page;
  app: ScriptedApp;
  /** Goes to another address inside the page, as a link from elsewhere would. */
  visit: (address: string) => Promise<void>;
  /** What must never happen on any view: refused styles or scripts, errors, requests elsewhere. */
  misdeeds: () => Promise<string[]>;
  close: () => Promise<void>;
}

export interface Wish {
  replies?: Partial<Replies>;
  /** The view to open, such as `/cases?owner=direct`. */
  at?: string;
  look?: Partial<Look>;
  width?: number;
  height?: number;
}

/** `timeZone` is that of the reader’s browser. */
export async function openStage(timeZone = 'Europe/Berlin'): Promise<Stage> {
  const [browser, build] = await Promise.all([launchChromium(), buildPage()]);
  const server = await servePage(build);
  const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: timeZone });
  return {
    context,
    server,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens the built page in a window of its own, with a scripted app of its own. */
export async function openPage({ context, server }: Stage, wish: Wish = {}): Promise<OpenPage> {
  const app = createScriptedApp(wish.replies ?? {});
  const address = server.add(app, { mode: 'light', locale: 'en_US', ...wish.look });
  const page = await context.newPage();
  await page.setViewportSize({ width: wish.width ?? 1440, height: wish.height ?? 1000 });
  page.setDefaultTimeout(10_000);
  const seen: string[] = [];
  page.on('console', (message) => {
    // A refused style is told twice: here and, with its cause, by the event below.
    const refused = message.text().includes('Content Security Policy');
    if ((message.type() === 'error' || message.type() === 'warning') && !refused) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:'))
      seen.push(request.url());
  });
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { __refused: refused });
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const visit = async (at: string): Promise<void> => {
    await page.goto(`${address}#${at}`);
  };
  await visit(wish.at ?? '/');
  return {
    page,
    app,
    visit,
    misdeeds: async () => [
      ...seen,
      ...(await page.evaluate(() => (globalThis as unknown as { __refused: string[] }).__refused)),
    ],
    close: () => page.close(),
  };
}
