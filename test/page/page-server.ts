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
  close: () => Promise<void>;
}

export interface Look {
  mode: 'light' | 'dark';
  locale: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves a build of the page as Forge would, with a bridge in front and a scripted app behind it. */
export async function servePage(build: string, app: ScriptedApp, look: Look): Promise<PageServer> {
  const bridge = `<script src="/bridge.js" data-mode="${look.mode}" data-locale="${look.locale}"></script>`;
  const server = createServer((request, response) => {
    void answer(request).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY });
      response.end(body);
    });
  });

  const answer = async (
    request: IncomingMessage,
  ): Promise<{ status: number; type: string; body: string | Buffer }> => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    if (path === '/invoke') {
      const { call, input } = JSON.parse(await textOf(request)) as { call: string; input: unknown };
      const reply = await app.answer(call, input);
      return reply === null
        ? { status: 502, type: 'text/plain', body: '' }
        : { status: 200, type: 'application/json', body: JSON.stringify(reply) };
    }
    if (path === '/tokens.css') return { status: 200, type: TYPES['.css']!, body: tokens() };
    if (path === '/bridge.js') return file(join(import.meta.dirname, 'bridge.js'));
    if (path === '/') {
      const html = readFileSync(join(build, 'index.html'), 'utf8');
      return { status: 200, type: TYPES['.html']!, body: html.replace('<head>', `<head>${bridge}`) };
    }
    if (path === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
    return file(join(build, path));
  };

  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  return { origin: originOf(server), close: () => stop(server) };
}

function file(path: string): { status: number; type: string; body: string | Buffer } {
  if (!existsSync(path)) return { status: 404, type: 'text/plain', body: '' };
  return { status: 200, type: TYPES[extname(path)] ?? 'application/octet-stream', body: readFileSync(path) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The stylesheets that Jira's theming would add, joined. */
function tokens(): string {
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
