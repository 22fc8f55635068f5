import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { messageOf } from '../errors';
import type { Host } from '../host-types';
import { resourcePath } from './app-origin';
import { createBridgeApi } from './bridge-api';
import type { ClientCode } from './client-code';
import { guardLoopback } from './guard';
import { renderIssue } from './issue-page';
import type { Viewer, WebOptions } from './options';
import type { ManifestModule } from '../manifest';
import {
  isGlobal,
  modulePages,
  pathOf,
  renderMessagePage,
  renderModulePage,
  renderShell,
  type Frame,
} from './product-page';
import { createSessions, languages, type Locale } from './session';

const dayMs = 86_400_000;

const sessionSchema = z.strictObject({
  accountId: z.string().optional(),
  installationId: z.string().optional(),
  colorMode: z.enum(['light', 'dark']).optional(),
  locale: z.enum(Object.keys(languages) as Locale[]).optional(),
});
const daysSchema = z.strictObject({ days: z.number().int().min(1).max(366) });
/** `as`: an account that speaks in the visitor's place. */
const speaker = z.string().optional();
const transitionSchema = z.strictObject({ transition: z.string(), as: speaker });
const commentSchema = z.strictObject({ text: z.string().min(1).max(32_767), as: speaker });
const javascript = { 'content-type': 'text/javascript; charset=utf-8' };
const css = { 'content-type': 'text/css; charset=utf-8' };

/** The origin that plays the product: settings page with the app's frame, work items, clock and people. */
export function createProductOrigin(parts: {
  host: Host;
  options: WebOptions;
  clientCode: ClientCode;
  theme: string;
  port: () => number;
  appOrigin: () => string;
}): Hono {
  const { host, options, clientCode, theme, port, appOrigin } = parts;
  const { people, jiraView } = options;
  const [firstPerson] = people;
  const [firstInstallation] = host.installations;
  if (!firstPerson || !firstInstallation) throw new Error('The page needs a person and an installation.');
  const sessions = createSessions({
    accountId: firstPerson.accountId,
    installationId: firstInstallation.installationId,
    colorMode: 'light',
    locale: 'en_US',
  });
  const styles = readFileSync(join(import.meta.dirname, 'client', 'product.css'), 'utf8');
  const frameOf = (context: Context): Frame => ({ host, options, session: sessions.of(context) });
  const app = new Hono();

  app.use(guardLoopback(port));
  app.use(async (context, next) => {
    await next();
    context.res.headers.set(
      'content-security-policy',
      `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; ` +
        `frame-src ${appOrigin()}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });
  app.onError((error, context) => context.json({ error: messageOf(error) }, 400));

  app.get('/', (context) => {
    const [first] = modulePages(host);
    return first
      ? context.redirect(pathOf(first))
      : context.html(renderMessagePage(frameOf(context), 'This app has no page.'));
  });

  const showModule = (context: Context): Response | Promise<Response> => {
    const module = modulePages(host).find((one) => one.key === context.req.param('module'));
    if (!module) return context.html(renderMessagePage(frameOf(context), 'There is no such page.'), 404);
    // `@forge/bridge` names a module and not where it stands.
    if (context.req.path !== pathOf(module)) return context.redirect(pathOf(module));
    const path = resourcePath(host.manifest, options.manifestPath, module.resource ?? '');
    return context.html(renderModulePage(frameOf(context), { module, source: `${appOrigin()}${path}` }));
  };
  app.get('/jira/settings/apps/:module', showModule);
  app.get('/jira/apps/:module', showModule);

  // The addresses that pages have in the real product, for this app in its environment alone; what follows is the
  // app's own route.
  const leadTo = (module: ManifestModule | undefined, context: Context): Response | Promise<Response> => {
    const { installationId } = sessions.of(context);
    const installation = host.installations.find((one) => one.installationId === installationId);
    const [appId, environmentId] = [context.req.param('app'), context.req.param('environment')];
    if (!module || appId !== host.manifest.appId || environmentId !== installation?.environmentId)
      return context.html(renderMessagePage(frameOf(context), 'There is no such page.'), 404);
    const after = new URL(context.req.url).pathname.split(`/${environmentId}`)[1] ?? '';
    return context.redirect(`${pathOf(module)}${/[^/]/.test(after) ? `#${after}` : ''}`);
  };
  app.get('/jira/settings/apps/:app/:environment/*', (context) =>
    leadTo(
      modulePages(host).find((module) => !isGlobal(module)),
      context,
    ),
  );
  app.get('/jira/apps/:app/:environment/*', (context) => leadTo(modulePages(host).find(isGlobal), context));

  const whoSpeaks = async (key: string, as: string | undefined, viewer: Viewer): Promise<Viewer> => {
    if (as === undefined || as === viewer.accountId) return viewer;
    const issue = await jiraView.getIssue(key, viewer);
    if (issue?.speakers.some(({ accountId }) => accountId === as)) return { ...viewer, accountId: as };
    throw new Error('Nobody of that account can speak here.');
  };

  app.get('/browse/:key', async (context) => {
    const frame = frameOf(context);
    const key = context.req.param('key');
    const issue = await jiraView.getIssue(key, frame.session);
    if (!issue) return context.html(renderMessagePage(frame, `There is no work item ${key}.`), 404);
    const siteUrls = host.installations.map((one) => one.siteUrl);
    const content = renderIssue(issue, { siteUrls, visitor: frame.session.accountId });
    return context.html(renderShell(frame, { title: `${key} ${issue.summary}`, content }));
  });

  app.post('/host/issue/:key/transition', async (context) => {
    const { transition, as } = transitionSchema.parse(await context.req.json());
    const key = context.req.param('key');
    await jiraView.transition(key, transition, await whoSpeaks(key, as, sessions.of(context)));
    return context.json({});
  });

  app.post('/host/issue/:key/comment', async (context) => {
    const { text, as } = commentSchema.parse(await context.req.json());
    const key = context.req.param('key');
    await jiraView.comment(key, text, await whoSpeaks(key, as, sessions.of(context)));
    return context.json({});
  });

  app.post('/host/session', async (context) => {
    const change = sessionSchema.parse(await context.req.json());
    const known =
      (change.accountId === undefined || people.some((one) => one.accountId === change.accountId)) &&
      (change.installationId === undefined ||
        host.installations.some((one) => one.installationId === change.installationId));
    if (!known) return context.json({ error: 'There is no such person or site.' }, 400);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    sessions.change(sessions.of(context), given);
    return context.json({});
  });

  app.post('/host/clock', async (context) => {
    const { days } = daysSchema.parse(await context.req.json());
    await options.advance?.(days * dayMs);
    return context.json({ now: new Date(host.clock.now()).toISOString() });
  });

  app.post('/host/tick', async (context) => {
    await options.runDailyTick?.(sessions.of(context).installationId);
    return context.json({});
  });

  app.get('/host/now', (context) => context.json({ now: new Date(host.clock.now()).toISOString() }));
  app.get('/host/theme.css', (context) => context.body(theme, 200, css));
  app.get('/host/product.css', (context) => context.body(styles, 200, css));
  app.get('/host/client/:name', (context) => {
    const code = clientCode.module(context.req.param('name'));
    return code === undefined ? context.notFound() : context.body(code, 200, javascript);
  });

  const { timezone = 'UTC' } = options;
  app.route('/host/bridge', createBridgeApi({ host, sessions, timezone }));
  return app;
}
