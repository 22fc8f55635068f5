import { startSimulatedOrg, type SimulatedOrg, type SimulatedOrgOptions } from '../../../local/org/server';
import type { OrgFile } from '../../../local/org/org-file';
import { smallOrg } from './small-org';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed body; `undefined` when there is none. */
  readonly body: Json;
}

/** The next page of a list; absent, null and empty all mean that there is none. */
export function nextOf(answer: Answer): string | undefined {
  const next: unknown = answer.body['links']?.['next'];
  return typeof next === 'string' && next !== '' ? next : undefined;
}

/** A field that holds a list, also where the field is named like a method of lists. */
export function listIn(answer: Answer, field: string): readonly Json[] {
  const list: unknown = answer.body[field];
  if (!Array.isArray(list)) throw new Error(`No list "${field}" in ${answer.text}`);
  return list as Json[];
}

/** A JSON value that tests look into without narrowing at every step; values at its leaves go through `String`. */
export type Json = { readonly [key: string]: Json } & readonly Json[];

export interface Send {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** Talks to a simulated organization as a program would. */
export interface OrgClient {
  readonly org: SimulatedOrg;
  /** `path` with `{org}` and `{dir}` put in. */
  send(method: string, path: string, send?: Send): Promise<Answer>;
  get(path: string, send?: Send): Promise<Answer>;
  post(path: string, body?: unknown, send?: Send): Promise<Answer>;
}

/** Starts an organization, runs the test, and closes it whatever happens. */
export async function withOrg(
  use: (client: OrgClient) => Promise<void>,
  { file = smallOrg(), options = {} }: { file?: OrgFile; options?: SimulatedOrgOptions } = {},
): Promise<void> {
  const org = await startSimulatedOrg(file, options);
  try {
    await use(clientOf(org, file));
  } finally {
    await org.close();
  }
}

export function clientOf(org: SimulatedOrg, file: OrgFile): OrgClient {
  const send = async (method: string, path: string, { body, key, headers }: Send = {}): Promise<Answer> => {
    const filled = path.replace('{org}', file.org.id).replace('{dir}', file.directories[0]?.id ?? '-');
    const response = await fetch(`${org.origin}${filled}`, {
      method,
      headers: {
        authorization: `Bearer ${key ?? org.orgKey}`,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  return {
    org,
    send,
    get: (path, options) => send('GET', path, options),
    post: (path, body, options) => send('POST', path, { ...options, body: body ?? {} }),
  };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined as unknown as Json;
  }
}

export const v2 = '/admin/v2/orgs/{org}/directories/{dir}';
export const v1 = '/admin/v1/orgs/{org}';

/** Walks a POST search to its end. */
export async function walkSearch(
  client: OrgClient,
  path: string,
  body: Record<string, unknown> = {},
): Promise<Json[]> {
  const found: Json[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.post(path, { ...body, ...(cursor === undefined ? {} : { cursor }) });
    if (page.status !== 200) throw new Error(`${path}: ${String(page.status)} ${page.text}`);
    found.push(...page.body['data']!);
    cursor = nextOf(page);
  } while (cursor !== undefined);
  return found;
}

/** A key without scopes: what writes need. */
export function masterKey(client: OrgClient): string {
  return client.org.issueKey({ scopes: null });
}
