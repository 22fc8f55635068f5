import type { Host } from '../host-types';
import type { ManifestModule } from '../manifest';
import { html, type Markup } from './html';
import type { Person, WebOptions } from './options';
import { languages, type Session } from './session';
import { themeNames } from './theme';

/** Everything around the app: what the visitor is, what time it is, and where one can go. */
export interface Frame {
  host: Host;
  options: WebOptions;
  session: Session;
}

export function modulePages(host: Host): ManifestModule[] {
  return host.manifest.modules.filter(
    (module) => module.resource !== undefined && module.resolver !== undefined,
  );
}

/** What the settings list: a page for `useAsConfig` is reached as “Configure” under Manage apps instead. */
function settingsPages(host: Host): ManifestModule[] {
  return modulePages(host).filter((module) => !isGlobal(module) && module.useAsConfig !== true);
}

/** Whether a page stands under “Apps” in the main navigation, for everybody, and not in Jira settings. */
export function isGlobal(module: ManifestModule): boolean {
  return module.type === 'jira:globalPage';
}

export function titleOf(module: ManifestModule): string {
  return typeof module.title === 'string' ? module.title : module.key;
}

export function pathOf(module: ManifestModule): string {
  return `/jira/${isGlobal(module) ? 'apps' : 'settings/apps'}/${module.key}`;
}

function choice(people: Person[], chosen: string): Markup[] {
  return people.map(
    (person) =>
      html`<option value="${person.accountId}" ${person.accountId === chosen ? html` selected` : ''}>
        ${person.displayName} – ${person.role}
      </option>`,
  );
}

function installationChoice({ host, session }: Frame): Markup {
  if (host.installations.length < 2) return html`<span class="site">${host.installations[0]?.siteUrl}</span>`;
  const sites = host.installations.map((one) => {
    const selected = one.installationId === session.installationId ? html` selected` : '';
    return html`<option value="${one.installationId}" ${selected}>${one.siteUrl}</option>`;
  });
  return html`<label
    >Site
    <select id="installation">
      ${sites}
    </select></label
  >`;
}

function languageChoice({ session }: Frame): Markup {
  const offered = Object.entries(languages).map(([locale, name]) => {
    const selected = locale === session.locale ? html` selected` : '';
    return html`<option value="${locale}" ${selected}>${name}</option>`;
  });
  return html`<label
    >Language
    <select id="language">
      ${offered}
    </select></label
  >`;
}

function clockControls({ host, options }: Frame): Markup {
  const moves = options.advance
    ? html`<button data-advance-days="1">Advance 1 day</button
        ><button data-advance-days="7">Advance 1 week</button>`
    : '';
  const tick = options.runDailyTick ? html`<button id="tick">Run the daily tick now</button>` : '';
  const now = new Date(host.clock.now()).toISOString();
  return html`<div class="clock">
    <time id="now" datetime="${now}">${now.slice(0, 16).replace('T', ' ')} UTC</time>${moves}${tick}
  </div>`;
}

function pageLinks(pages: readonly ManifestModule[], active: string | undefined): Markup {
  const links = pages.map((module) => {
    const current = module.key === active ? html` aria-current="page"` : '';
    return html`<li><a href="${pathOf(module)}" ${current}>${titleOf(module)}</a></li>`;
  });
  return html`<ul>
    ${links}
  </ul>`;
}

/** The main navigation: what every user of Jira is shown, where the app has such a page. */
function appsNavigation(pages: readonly ManifestModule[], active: string | undefined): Markup {
  if (pages.length === 0) return html``;
  return html`<nav aria-label="Apps">
    <h2>Apps</h2>
    ${pageLinks(pages, active)}
  </nav>`;
}

/** The product's shell around some content. Scripts and styles are files of this origin: the page has no inline code. */
export function renderShell(frame: Frame, page: { title: string; content: Markup; active?: string }): string {
  const { host, options, session } = frame;
  const other = session.colorMode === 'light' ? 'dark' : 'light';
  return html`<!doctype html>
    <html lang="en" data-color-mode="${session.colorMode}" data-theme="${themeNames}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/host/theme.css" />
        <link rel="stylesheet" href="/host/product.css" />
        <script type="module" src="/host/client/product-page"></script>
      </head>
      <body>
        <header class="top">
          <strong>Local Jira</strong>
          ${installationChoice(frame)}
          ${options.notice ? html`<span class="notice">${options.notice}</span>` : ''} ${clockControls(frame)}
          <label
            >You are
            <select id="person">
              ${choice(options.people, session.accountId)}
            </select></label
          >
          ${languageChoice(frame)}
          <button id="color-mode" data-to="${other}">${other === 'dark' ? 'Dark' : 'Light'} theme</button>
        </header>
        <div class="middle">
          <div class="side">
            ${appsNavigation(modulePages(host).filter(isGlobal), page.active)}
            <nav aria-label="Jira settings">
              <h2>Jira settings</h2>
              <h3>Apps</h3>
              ${pageLinks(settingsPages(host), page.active)}
            </nav>
            <form id="open-issue" role="search" aria-label="Work items">
              <label>Open work item <input name="key" autocomplete="off" /></label>
            </form>
          </div>
          <main>${page.content}</main>
        </div>
        <div id="flags" role="status" aria-live="polite"></div>
      </body>
    </html>`.text;
}

/**
 * The app's own page: a sandboxed frame of the other origin, as in the product. The page's script gives the frame its
 * address when it listens: what an app says before that would be heard by nobody.
 */
export function renderModulePage(frame: Frame, page: { module: ManifestModule; source: string }): string {
  const { module, source } = page;
  const title = titleOf(module);
  const content = html`<h1 class="crumb">Apps / ${title}</h1>
    <iframe
      id="app"
      title="${title}"
      data-source="${source}"
      data-module="${module.key}"
      data-resource="${module.resource}"
      sandbox="allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts"
    ></iframe>`;
  return renderShell(frame, { title: `${title} – Local Jira`, content, active: module.key });
}

export function renderMessagePage(frame: Frame, message: string): string {
  return renderShell(frame, { title: 'Local Jira', content: html`<h1>${message}</h1>` });
}
