import { invoke, router, view } from '@forge/bridge';

/** What the page uses of the address bar: Jira's, reached through the bridge. */
export interface PageHistory {
  readonly location: { pathname: string; search: string; hash: string };
  push: (path: string) => void;
  replace: (path: string) => void;
  listen: (heard: (location: PageHistory['location']) => void) => unknown;
}

/** The only door to the platform; everything else in the page goes through it. */
export interface Platform {
  invoke: (call: string, input: object) => Promise<unknown>;
  /** Opens a page of Jira (a path) or of the web (an address) in a new tab. */
  open: (address: string) => void;
  /** Has Jira load the page anew, with the app as it is by now. */
  reload: () => void;
  locale: string;
  siteUrl: string | null;
  /** Which of the app's pages Jira shows; it decides what is drawn, never what is permitted. */
  moduleKey: string | null;
  history: PageHistory;
}

/** Asks Jira for theme, reader and address bar. The theme comes first: without it nothing has a colour. */
export async function connect(): Promise<Platform> {
  await view.theme.enable();
  const [context, history] = await Promise.all([view.getContext(), openHistory()]);
  return {
    invoke: async (call, input) => invoke<Record<string, unknown>>(call, input),
    open: (address) => void router.open(address).catch(() => undefined),
    reload: () => void router.reload().catch(() => undefined),
    locale: knownLocale(context.locale),
    siteUrl: context.siteUrl || null,
    moduleKey: context.moduleKey || null,
    history,
  };
}

/** Jira writes locales with an underscore (`en_US`), Intl with a hyphen. */
function knownLocale(told: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((told ?? 'en').replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Not every place that shows the page has an address bar to share; then the view lasts until a reload. */
async function openHistory(): Promise<PageHistory> {
  try {
    return await view.createHistory();
  } catch {
    return rememberOnly();
  }
}

function rememberOnly(): PageHistory {
  const location = { pathname: '/', search: '', hash: '' };
  const go = (path: string): void => {
    const [pathname = '/', search] = path.split('?');
    Object.assign(location, { pathname, search: search === undefined ? '' : `?${search}` });
  };
  return { location, push: go, replace: go, listen: () => undefined };
}
