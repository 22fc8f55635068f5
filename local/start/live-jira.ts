import { createInterface } from 'node:readline/promises';
import type { ProductGateway } from '../host/runtime/product';
import type { LiveJira } from './settings';

/** Searches are reads, although they are posted. */
const READING_POST = /^\/rest\/api\/3\/search\//;

/**
 * Sends Jira calls to a real site as the owner of an API token. Every call that writes is shown on the
 * terminal first, and only sent when it is confirmed there; without a terminal none is.
 */
export function liveJira(jira: LiveJira): ProductGateway {
  const authorization = `Basic ${Buffer.from(`${jira.email}:${jira.token}`).toString('base64')}`;
  return async ({ product, path, init }) => {
    if (product !== 'jira') return refusal(404, 'Only Jira is there.');
    const method = init.method ?? 'GET';
    const reads = method === 'GET' || (method === 'POST' && READING_POST.test(path));
    if (
      !reads &&
      !(await confirmed(`${method} ${jira.url}${path}`, typeof init.body === 'string' ? init.body : ''))
    ) {
      return refusal(403, 'Not confirmed on the terminal where Seatpath was started.');
    }
    const headers = new Headers(init.headers);
    headers.set('Authorization', authorization);
    return fetch(`${jira.url}${path}`, { ...init, headers, redirect: 'manual' });
  };
}

function refusal(status: number, message: string): Response {
  return new Response(JSON.stringify({ errorMessages: [message], errors: {} }), { status });
}

async function confirmed(what: string, body: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    process.stdout.write(`\nSeatpath asks to write to Jira:\n  ${what}\n  ${body.slice(0, 400)}\n`);
    return /^y(es)?$/i.test((await terminal.question('Send it? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}
