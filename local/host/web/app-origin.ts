import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import type { Manifest } from '../manifest';
import type { ClientCode } from './client-code';
import { buildPolicy } from './csp';
import { guardLoopback } from './guard';
import { html } from './html';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Under this the host's own files are found, beside the app's. */
export const hostFiles = '/__host';

/**
 * The origin of the app's page: the manifest's resource folders as they were built, under Forge's own policy, with the
 * bridge put before everything else in the head. It has no session and answers no calls.
 */
export function createAppOrigin(options: {
  manifest: Manifest;
  manifestPath: string;
  clientCode: ClientCode;
  theme: string;
  port: () => number;
  parentOrigin: () => string;
}): Hono {
  const { manifest, clientCode, theme, port, parentOrigin } = options;
  const root = dirname(resolve(options.manifestPath));
  const app = new Hono();
  app.use(guardLoopback(port));

  app.get(`${hostFiles}/bridge.js`, (context) =>
    context.body(clientCode.script('bridge-client'), 200, { 'content-type': types['.js'] ?? '' }),
  );
  app.get(`${hostFiles}/theme.css`, (context) =>
    context.body(theme, 200, { 'content-type': types['.css'] ?? '' }),
  );

  app.get('/:resource/*', (context) => {
    const resource = manifest.resources.get(context.req.param('resource'));
    if (resource === undefined) return context.notFound();
    const folder = resolve(root, resource);
    const asked = decodeURIComponent(new URL(context.req.url).pathname).split('/').slice(2).join('/');
    const file = resolve(folder, asked === '' ? 'index.html' : asked);
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile())
      return context.notFound();
    const type = types[extname(file)] ?? 'application/octet-stream';
    if (extname(file) !== '.html') return context.body(readFileSync(file), 200, { 'content-type': type });
    const page = readFileSync(file, 'utf8');
    return context.body(withBridge(page, parentOrigin()), 200, {
      'content-type': type,
      'content-security-policy': buildPolicy(page, manifest.permissions, parentOrigin()),
    });
  });

  return app;
}

function withBridge(page: string, parentOrigin: string): string {
  const script = html`<script src="${hostFiles}/bridge.js" data-parent="${parentOrigin}"></script>`.text;
  return /<head[^>]*>/i.test(page) ? page.replace(/<head[^>]*>/i, (head) => head + script) : script + page;
}

/** Where the page of a resource begins. @throws when its folder was not built. */
export function resourcePath(manifest: Manifest, manifestPath: string, key: string): string {
  const folder = manifest.resources.get(key);
  if (folder === undefined) throw new Error(`The manifest has no resource '${key}'.`);
  const index = join(dirname(resolve(manifestPath)), folder, 'index.html');
  if (!existsSync(index))
    throw new Error(`The resource '${key}' is not built: ${folder}/index.html is missing.`);
  return `/${key}/index.html`;
}
