import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jiraEndpoints } from '../../local/host/auth/scope-table';
import { judgeScopes } from '../../local/host/auth/scopes';
import { api } from '../../src/contracts/api';
import { endpoints } from '../../src/atlassian/endpoints';
import { keys } from '../../src/storage/keys';
import { INSTALLATION, type RunningApp } from '../support/app';
import { setUpAndScan, startReviewApp } from '../support/set-up';
import { callerOf, callsInOrder, validInput } from '../handlers/valid-inputs';
import { readManifestText, validateManifests } from './app-copy';

interface Module {
  readonly key: string;
  readonly title?: string;
  readonly function?: string;
  readonly resolver?: { readonly function: string };
  /** Of a function. */
  readonly handler?: string;
}

interface Manifest {
  readonly modules: Readonly<Record<string, readonly Module[]>>;
  readonly permissions: {
    readonly scopes: readonly string[];
    readonly external: { readonly fetch: Readonly<Record<string, readonly { address: string }[]>> };
  };
  readonly app: { readonly storage: { readonly entities: readonly { name: string }[] } };
}
const manifest = parse(readManifestText()) as Manifest;
const scopes = manifest.permissions.scopes;

/** Every write that Seatpath may make outside its own storage and queue (S6). */
const ALLOWED_WRITES: readonly string[] = [
  'POST /rest/api/3/issue',
  'PUT /rest/api/3/issue/{}',
  'POST /rest/api/3/issue/{}/comment',
  'POST /rest/api/3/issueLink',
];
/** POSTs that only read: searches. */
const READING_POSTS = [
  'POST /rest/api/3/search/jql',
  'POST /admin/v2/orgs/{orgId}/workspaces',
  'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search',
  'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search',
] as const;

let app: RunningApp;
beforeAll(async () => {
  app = await startReviewApp();
  await setUpAndScan(app);
  await handOverInBulk();
  // Every call of the call table once, so that every request the app can make has been made.
  for (const call of callsInOrder) {
    const reply = await app.invoke(call, await validInput(app, call), callerOf(call));
    expect(reply, call).toMatchObject({ ok: true });
  }
  await app.host.drainQueue();
  await app.host.fireSchedule('every-day', INSTALLATION);
});
afterAll(() => app.close());

/** A bulk whose rows are the identity provider's. */
async function handOverInBulk(): Promise<void> {
  const { cycleId } = await validInput(app, 'cycle/close');
  const { lines } = await app.call('queue/list', { part: 'queue', offset: 0, limit: 200 });
  const { item } = lines.find((line) => line.item.class === 'scim-inactive')!;
  await app.call('queue/decide', {
    cycleId,
    itemId: item.id,
    outcome: { do: 'free-seats' },
    except: [],
    reason: 'Left the organization.',
  });
  await app.host.drainQueue();
}

/** The Jira endpoints that were asked, by anybody or by the app itself, as the scope table spells them. */
function jiraEndpointsAsked(as: 'anybody' | 'app' = 'anybody'): { method: string; path: string }[] {
  const asked = new Map<string, { method: string; path: string }>();
  for (const { path, init } of app.jiraCalls.filter((call) => as === 'anybody' || call.as === as)) {
    const method = init.method ?? 'GET';
    const plainPath = path.split('?')[0]!;
    const rule = jiraEndpoints
      .filter((one) => one.method === method)
      .find((one) => new RegExp(`^${one.path.replaceAll('{}', '[^/]+')}$`).test(plainPath));
    expect(rule, `${method} ${plainPath}`).toBeDefined();
    asked.set(`${method} ${rule!.path}`, { method, path: rule!.path });
  }
  return [...asked.values()];
}

test('Atlassian’s own validation of the whole manifest has nothing against it, and finds what is wrong in others', () => {
  const broken: [good: string, bad: string, reason: RegExp][] = [
    ['handler: index.resolver', 'handler: nowhere.resolver', /nowhere/],
    ['- storage:app', '- no:such:scope', /no:such:scope/],
    ['path: static/admin/build', 'path: static/admin/nowhere', /nowhere/],
    ['function: scan-step', 'function: no-function', /no-function/],
    ['interval: day', 'interval: fortnight', /fortnight|interval/],
  ];
  const text = readManifestText();
  const [whole, ...others] = validateManifests([
    text,
    ...broken.map(([good, bad]) => text.replace(good, bad)),
  ]);
  expect(whole).toEqual({ success: true, errors: [] });
  others.forEach((verdict, i) => {
    const [, bad, reason] = broken[i]!;
    expect(verdict.success, bad).toBe(false);
    expect(verdict.errors.map((error) => error.message).join('\n'), bad).toMatch(reason);
  });
});

test('every function of the manifest is an export of src/index.ts and the other way round', async () => {
  const exported = Object.keys(await import('../../src/index')).sort();
  const functions = manifest.modules['function']!;
  expect(functions.map(({ handler }) => handler!.replace(/^index\./, '')).sort()).toEqual(exported);
  const used = Object.values(manifest.modules)
    .flat()
    .flatMap((module) => [module.function, module.resolver?.function].filter((one) => one !== undefined));
  expect([...new Set(used)].sort()).toEqual(functions.map(({ key }) => key).sort());
});

test('the desk is a page for everybody with a function of its own, and issues name it by its title', () => {
  const [desk, ...more] = manifest.modules['jira:globalPage']!;
  // Jira takes one such page of an app (jira-global-page, 2026-01-13).
  expect(more).toEqual([]);
  const admin = manifest.modules['jira:adminPage']!.map(({ resolver }) => resolver!.function);
  expect(admin).not.toContain(desk!.resolver!.function);
  expect(readFileSync('src/evidence/request-issue.ts', 'utf8')).toContain(`Apps, ${desk!.title}'`);
  expect(readFileSync('static/admin/src/start-page.tsx', 'utf8')).toContain(`'${desk!.key}'`);
});

test('the entities of the manifest are those that storage uses', () => {
  const stored = app.host.inspect(INSTALLATION).entries();
  const used = new Set(stored.map((entry) => entry.entity).filter((entity) => entity !== ''));
  expect([...used].sort()).toEqual(manifest.app.storage.entities.map(({ name }) => name).sort());
  expect(Object.keys(keys).length).toBeGreaterThan(5);
});

test('every scope is needed by a call that is made, and every call has its scope', () => {
  const asked = jiraEndpointsAsked();
  expect(asked.length).toBeGreaterThanOrEqual(6);
  for (const { method, path } of asked) {
    const call = { product: 'jira', method, path: path.replaceAll('{}', 'X-1') };
    expect(judgeScopes(call, new Set(scopes)), `${method} ${path}`).toEqual({ kind: 'allowed' });
    // Without some scope of the manifest it would be refused: no scope is there for nothing.
    expect(judgeScopes(call, new Set()).kind, `${method} ${path}`).toBe('missing');
  }
  for (const scope of scopes.filter((one) => one !== 'storage:app')) {
    const others = new Set(scopes.filter((one) => one !== scope));
    const missing = asked.filter(
      ({ method, path }) =>
        judgeScopes({ product: 'jira', method, path: path.replaceAll('{}', 'X-1') }, others).kind ===
        'missing',
    );
    expect(missing.length, scope).toBeGreaterThan(0);
  }
  expect(app.host.inspect(INSTALLATION).storage).toBeDefined();
  expect(app.host.recorder.list({ kind: 'refused' })).toEqual([]);
  expect(app.host.recorder.list({ kind: 'not-modelled' })).toEqual([]);
});

test('the app may reach one origin, from the backend only, and its page none', () => {
  expect(manifest.permissions.external).toEqual({
    fetch: { backend: [{ address: 'https://api.atlassian.com' }] },
  });
  expect(Object.keys(manifest.permissions).sort()).toEqual(['external', 'scopes']);
});

test('the only writes outside the app’s own storage are issues of its own and what is said on them', () => {
  const writes = jiraEndpointsAsked()
    .map(({ method, path }) => `${method} ${path}`)
    .filter((id) => !id.startsWith('GET ') && !(READING_POSTS as readonly string[]).includes(id));
  expect(writes).toContain('POST /rest/api/3/issue');
  expect(writes.filter((id) => !ALLOWED_WRITES.includes(id))).toEqual([]);
  // What the organization took for a change of its own: the issues, and nothing at the admin or SCIM APIs.
  const taken = app.org.requests
    .writes()
    .map((write) => write.endpoint.replace('/ex/jira/{cloudId}', '').replace(/\{[^}]+\}/g, '{}'));
  expect(taken.filter((id) => !ALLOWED_WRITES.includes(id))).toEqual([]);
  expect(taken.filter((id) => id === 'POST /rest/api/3/issue')).toHaveLength(app.org.world.issues().length);
});

test('as the app only its own issues are looked for and created: digests, and what is handed over', () => {
  const asked = jiraEndpointsAsked('app').map(({ method, path }) => `${method} ${path}`);
  expect(asked).toEqual(expect.arrayContaining(['POST /rest/api/3/issue', 'POST /rest/api/3/search/jql']));
  const created = app.org.world.issues();
  const byApp = created.filter((issue) => issue.creator.startsWith('app-user:'));
  const intentOf = (issue: (typeof created)[number]): string =>
    (Object.fromEntries(issue.properties)['seatpath'] as { intent: string }).intent.replace(/[-\d].*/, '');
  expect([...new Set(byApp.map(intentOf))].sort()).toEqual(['cycle', 'request']);
  expect(created.filter((issue) => !byApp.includes(issue))).toEqual([]);
  // And the deployment document names them; that it names no others holds test/atlassian/jira-calls.test.ts.
  const table = readFileSync('docs/operate.md', 'utf8').split('\n');
  const named = table.flatMap((line) =>
    /^\|[^|]*\|([^|]*)\|[^|]*the app[^|]*\|/.test(line) ? [...line.matchAll(/`([A-Z]+ \/rest[^`]+)`/g)] : [],
  );
  const spelled = named.map((match) => match[1]!.replace(/\{[^}]+\}/g, '{}'));
  expect(asked.filter((id) => !spelled.includes(id))).toEqual([]);
});

test('no endpoint that Seatpath knows deletes an account, changes a membership or writes to SCIM', () => {
  const ids = Object.values(endpoints).map((endpoint) => endpoint.id);
  for (const { id, method, path } of Object.values(endpoints)) {
    expect(['GET', 'POST']).toContain(method);
    if (method === 'POST') expect(READING_POSTS).toContain(id);
    if (path.startsWith('/scim/')) expect(method, id).toBe('GET');
    expect(path, id).not.toMatch(/memberships|lifecycle|manage|delete|suspend|restore|invite/);
  }
  // And everything that was sent is on that list.
  const patterns = ids.map(
    (id) => new RegExp(`^${id.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/?]+')}$`),
  );
  expect(app.front.sent.length).toBeGreaterThan(20);
  for (const { method, path } of app.front.sent) {
    const sent = `${method} ${path.split('?')[0]!}`;
    expect(
      patterns.some((pattern) => pattern.test(sent)),
      sent,
    ).toBe(true);
  }
});

test('no scope lets the app manage, administer or delete, and no call table entry is named for it', () => {
  for (const scope of scopes) {
    expect(scope).toMatch(/^(read:jira-user|read:jira-work|write:jira-work|storage:app)$/);
    expect(scope).not.toMatch(/^(manage|delete|admin)|:(group|user)-write/);
  }
  for (const call of Object.keys(api)) expect(call).not.toMatch(/delete|suspend|deactivate|provision/);
});

test('the source acts as the app in four places only, and changes things by POST alone, but for its own issues', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(sources.length).toBeGreaterThan(80);
  const actingAsApp: string[] = [];
  for (const file of sources) {
    const text = readFileSync(`src/${file}`, 'utf8');
    if (/\bjiraAsApp\b/i.test(text)) actingAsApp.push(file);
    // The file for Okta lists calls that an identity owner may make; it is text, and nothing here sends it.
    if (file !== 'evidence/request-files.ts') expect(text, file).not.toMatch(/['"`](PATCH|DELETE)['"` ]/);
    if (file !== 'atlassian/jira.ts') expect(text, file).not.toMatch(/['"`]PUT['"` ]/);
    if (file === 'atlassian/forge-transport.ts') continue;
    expect(text, file).not.toMatch(/\basUser\(|requestJira/);
    expect(text, file).not.toMatch(/\basApp\b/);
  }
  const bound = ['app.ts', 'usecases/ports.ts'];
  const handingOver = [
    'comment-requests',
    'deliver-request',
    // Reads where the site is, for the link to the desk.
    'describe-request',
    'find-duplicates',
    'find-owners',
    'read-requests',
  ];
  // Reads again what an identity owner agreed to in a comment.
  const agreeing = 'usecases/overrides/permit-override.ts';
  const users = [
    'usecases/review/digest.ts',
    agreeing,
    // Asks beforehand, by reads alone, whether the app will be let.
    'usecases/setup/check/ask-as-app.ts',
    ...handingOver.map((name) => `usecases/route-outs/${name}.ts`),
  ];
  expect(actingAsApp.sort()).toEqual([...bound, ...users].sort());
});
