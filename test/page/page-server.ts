import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { type ScriptedApp } from './scripted-app';

/** The strict policy that Forge gives an app without content permissions, without the hosts of Atlassian's. */
export const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export interface PageServer {
  origin: string;
  /** Puts a scripted app behind the page; returns the address where the page meets it. */
  add: (app: ScriptedApp, look: Look) => string;
  close: () => Promise<void>;
}

export interface Look {
  mode: 'light' | 'dark';
  locale: string;
  /** The module of manifest.yml that Jira shows; the admin page unless said otherwise. */
  module?: string;
}

interface Served {
  status: number;
  type: string;
  body: string | Buffer;
  /** Files of the build never change under one name; a browser that opens the page again keeps them. */
  keep?: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves a build of the page as Forge would, with a bridge in front and scripted apps behind it. */
export async function servePage(build: string): Promise<PageServer> {
  const apps: { app: ScriptedApp; look: Look }[] = [];
  const tokens = joinTokens();
  const server = createServer((request, response) => {
    void answer(request).then(({ status, type, body, keep = false }) => {
      response.writeHead(status, {
        'content-type': type,
        'content-security-policy': POLICY,
        'cache-control': keep ? 'max-age=3600, immutable' : 'no-store',
      });
      response.end(body);
    });
  });

  const answer = async (request: IncomingMessage): Promise<Served> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    const wanted = Number(searchParams.get('app'));
    const meant = apps[wanted];
    if (pathname === '/invoke' && meant !== undefined) {
      const { call, input } = JSON.parse(await textOf(request)) as { call: string; input: unknown };
      const reply = await meant.app.answer(call, input);
      return reply === null
        ? { status: 502, type: 'text/plain', body: '' }
        : { status: 200, type: 'application/json', body: JSON.stringify(reply) };
    }
    if (pathname === '/' && meant !== undefined) {
      const { mode, locale, module = 'seatpath' } = meant.look;
      const bridge = `<script src="/bridge.js" data-mode="${mode}" data-locale="${locale}" data-module="${module}" data-app="${wanted}"></script>`;
      const html = readFileSync(join(build, 'index.html'), 'utf8');
      return { status: 200, type: TYPES['.html']!, body: html.replace('<head>', `<head>${bridge}`) };
    }
    if (pathname === '/tokens.css') return { status: 200, type: TYPES['.css']!, body: tokens, keep: true };
    if (pathname === '/bridge.js') return file(join(import.meta.dirname, 'bridge.js'));
    if (pathname === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
    return file(join(build, pathname));
  };

  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const origin = originOf(server);
  return {
    origin,
    add: (app, look) => `${origin}/?app=${apps.push({ app, look }) - 1}`,
    close: () => stop(server),
  };
}

function file(path: string): Served {
  if (!existsSync(path)) return { status: 404, type: 'text/plain', body: '' };
  return {
    status: 200,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    body: readFileSync(path),
    keep: true,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The stylesheets that Jira's theming would add, joined. */
function joinTokens(): string {
  const load = createRequire(import.meta.url);
  const themes = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'];
  return themes
    .map(
      (name) =>
        load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`) as { default: string },
    )
    .map((theme) => theme.default)
    .join('\n');
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
