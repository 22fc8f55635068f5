/* global document, fetch, location, window */
/*
 * Plays Jira's side of the bridge: theme, context, address bar, and calls to the app, which the
 * test's own server answers. Theme, locale, module and the app that is meant come as attributes of this script.
 */
(() => {
  const { mode, locale, app, module } = document.currentScript.dataset;
  const opened = (globalThis.__opened = []);

  const place = () => {
    const [pathname, search] = (location.hash.slice(1) || '/').split('?');
    return { pathname, search: search === undefined ? '' : `?${search}`, hash: '' };
  };
  const createHistory = () => {
    const listeners = [];
    const tell = () => listeners.forEach((heard) => heard(history.location));
    const go = (how) => (path) => {
      window.history[how](null, '', `#${path}`);
      history.location = place();
      tell();
    };
    const history = {
      location: place(),
      push: go('pushState'),
      replace: go('replaceState'),
      listen: (heard) => listeners.push(heard),
    };
    window.addEventListener('popstate', () => {
      history.location = place();
      tell();
    });
    return history;
  };

  const enableTheming = () =>
    new Promise((done, failed) => {
      const link = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: '/tokens.css',
        onload: () => done(),
        onerror: () => failed(new Error('no tokens')),
      });
      document.documentElement.dataset.colorMode = mode;
      document.documentElement.dataset.theme =
        'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';
      document.head.append(link);
    });

  const invoke = async ({ functionKey, payload }) => {
    const response = await fetch(`/invoke?app=${app}`, {
      method: 'POST',
      body: JSON.stringify({ call: functionKey, input: payload }),
    });
    if (!response.ok) throw new Error('the app did not answer');
    return response.json();
  };

  const calls = {
    enableTheming,
    createHistory,
    invoke,
    getContext: () => ({
      locale,
      siteUrl: 'https://example.atlassian.net',
      moduleKey: module,
      extension: { type: module === 'seatpath-desk' ? 'jira:globalPage' : 'jira:adminPage' },
    }),
    navigate: ({ url }) => opened.push(url),
    reload: () => location.reload(),
  };
  globalThis.__bridge = {
    callBridge: async (name, input) => {
      if (!(name in calls)) throw new Error(`the bridge has no ${name}`);
      return calls[name](input);
    },
  };
})();
