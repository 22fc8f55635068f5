import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { servePage, type Look } from './page-server';
import { type Replies } from './replies';
import { createScriptedApp, type ScriptedApp } from './scripted-app';

export interface OpenPage {
  page: Page;
  context: BrowserContext;
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

/** Opens the built page in its own browser context, with its own server and its own scripted app. */
export async function openPage(browser: Browser, build: string, wish: Wish = {}): Promise<OpenPage> {
  const app = createScriptedApp(wish.replies ?? {});
  const server = await servePage(build, app, { mode: 'light', locale: 'en_US', ...wish.look });
  const context = await browser.newContext({
    viewport: { width: wish.width ?? 1440, height: wish.height ?? 1000 },
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
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
  const visit = async (address: string): Promise<void> => {
    await page.goto(`${server.origin}/#${address}`);
  };
  await visit(wish.at ?? '/');
  return {
    page,
    context,
    app,
    visit,
    misdeeds: async () => [
      ...seen,
      ...(await page.evaluate(() => (globalThis as unknown as { __refused: string[] }).__refused)),
    ],
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
