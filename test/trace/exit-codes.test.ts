import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Faults } from '../../local/org/server';
import type { OrgFile } from '../../local/org/org-file';
import { traceOrg } from '../support/trace';
import { smallOrg } from '../snapshot/support/worlds';
import { aFile, aFolder, decisionsIn, type Ended, hasDecisions, trace, traceFile } from './support/command';
import { aLiveOrg, aServer, sourceAt } from './support/live';

const KEY = 'canary-key-8f3b1';
const ORG = 'GET /admin/v1/orgs/{orgId}';
const USERS = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search';
const GROUPS = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search';
const WORKSPACES = 'POST /admin/v2/orgs/{orgId}/workspaces';
const GROUP_ROLES = 'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments';
const USER_ROLES = 'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments';

/** Failed, in one line on standard error and with nothing written that looks like a result. */
function expectFailure({ code, stdout, stderr }: Ended, expected: number, out: string): void {
  expect([code, stdout], stderr).toEqual([expected, '']);
  expect(stderr).toMatch(/^trace: [^\n]+\n$/);
  expect(hasDecisions(out)).toBe(false);
}

const withFaults = (faults: Faults): OrgFile => smallOrg({ faults });

for (const [name, expected, message, makeKey] of [
  ['expired', 4, /\(401\): it is wrong, expired or revoked/, { expired: true }],
  [
    'without a scope',
    4,
    /\/orgs\/\{orgId\}\/workspaces: .*\(403\): the key lacks read:workspaces:admin/,
    { scopes: ['read:orgs:admin'] },
  ],
  ['of another organization', 4, /GET \/admin\/v1\/orgs\/\{orgId\}: .*\(403\)/, { orgId: 'org-other' }],
] as const) {
  test(`a key ${name}: exit ${expected}, and the line names the call`, async () => {
    const dir = aFolder();
    const { org } = await aLiveOrg(dir, smallOrg());
    const key = org.issueKey(makeKey);
    const out = join(dir, 'out');
    const ended = await trace([
      ...['--org-id', 'org-k8q41a49', '--org-key-file', aFile(dir, 'bad.key', key)],
      ...['--admin-url', org.origin, '--out', out],
    ]);
    expectFailure(ended, 4, out);
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toContain(key);
  });
}

test('an organization that is not there: exit 4, and the line says so', async () => {
  const dir = aFolder();
  const { org } = await aLiveOrg(dir, smallOrg());
  const out = join(dir, 'out');
  const key = aFile(dir, 'o.key', org.orgKey);
  const ended = await trace([
    '--org-id',
    'org-none',
    '--org-key-file',
    key,
    '--admin-url',
    org.origin,
    '--out',
    out,
  ]);
  expectFailure(ended, 4, out);
  expect(ended.stderr).toContain('GET /admin/v1/orgs/{orgId}');
});

for (const endpoint of [ORG, WORKSPACES, USERS, GROUPS, GROUP_ROLES]) {
  for (const status of [401, 403]) {
    test(`refused with ${status} on ${endpoint}: exit 4`, async () => {
      const { exitCode, decisions, message } = await traceOrg(smallOrg(), {
        faults: { fail: [{ endpoint, status }] },
      });
      expect([exitCode, decisions]).toEqual([4, null]);
      expect(message).toContain(`${endpoint}: `);
    });
  }
}

test('a refused SCIM key: exit 3, the directory failed, everything else as before', async () => {
  const dir = aFolder();
  const { source } = await aLiveOrg(dir, smallOrg());
  aFile(dir, 'scim-okta.key', 'wrong-key');
  const out = join(dir, 'out');
  const { code, stdout } = await trace([...source, '--out', out]);
  expect(code).toBe(3);
  expect(stdout).toContain('Scan partial');
  expect(stdout).toContain('SCIM directory scim-okta');
  const { scan, cases } = decisionsIn(out);
  expect(scan.verdict).toBe('partial');
  expect(scan.coverage.scimDirectories).toEqual({ 'scim-okta': 'failed' });
  expect(cases.map((one) => one.identity.scim)).toEqual(cases.map(() => 'unknown'));
  expect(JSON.parse(readFileSync(join(out, 'coverage.json'), 'utf8'))).toEqual(scan);
});

for (const [name, faults] of [
  ["one account's role assignments are refused", { fail: [{ endpoint: USER_ROLES, status: 403 }] }],
  ['a cursor repeats', { cursorRepeat: [{ endpoint: GROUPS }] }],
  ['a group is gone', { fail: [{ endpoint: GROUP_ROLES, status: 404, times: 1 }] }],
  ['a page has a hole', { wrongShape: [{ endpoint: 'GET *users/count', path: 'count', value: 99 }] }],
] as const) {
  test(`${name}: exit 3, with what is missing in the decisions`, async () => {
    const { exitCode, decisions, message } = await traceOrg(smallOrg(), {
      faults: faults as unknown as Faults,
      server: { pageSizeMax: 1 },
    });
    expect(exitCode, message).toBe(3);
    expect(decisions!.scan.verdict).toBe('partial');
    expect(decisions!.scan.reasons).not.toEqual([]);
  });
}

test('a partial trace of an org file: the process ends with 3, its reasons in the summary', async () => {
  const { code, stdout, out } = await traceFile(
    aFolder(),
    withFaults({ fail: [{ endpoint: 'GET /scim/*', status: 401 }] }),
    ['--json'],
  );
  expect(code).toBe(3);
  const { verdict, reasons } = JSON.parse(stdout) as { verdict: string; reasons: string[] };
  expect(verdict).toBe('partial');
  expect(reasons).toEqual(decisionsIn(out).scan.reasons);
});

for (const [name, faults, message] of [
  [
    'broken beyond retry',
    { fail: [{ endpoint: USERS, status: 503 }] },
    /users\/search: answered 503, after 11 tries/,
  ],
  ['no answer', { rateReset: 1 }, /: no answer \([^)]+\), after \d+ tries/],
  ['half an answer', { truncate: 1 }, /: answered with a body that is not JSON, after 11 tries/],
  [
    'too many requests for ever',
    { fail: [{ endpoint: GROUPS, status: 429 }] },
    /groups\/search: answered 429.*after 11 tries/,
  ],
  [
    'a wrong shape',
    { wrongShape: [{ endpoint: USERS, path: 'data.2.accountId', value: 7 }] },
    /users\/search: .*data\[2\]\.accountId/,
  ],
  [
    'a list that is none',
    { wrongShape: [{ endpoint: GROUPS, path: 'data', value: {} }] },
    /groups\/search: .* at data:/,
  ],
  [
    'an id that is none',
    { wrongShape: [{ endpoint: GROUPS, path: 'data.0.id', value: '../x' }] },
    /role-assignments: .*groupId/,
  ],
  [
    'a wrong SCIM shape',
    { wrongShape: [{ endpoint: 'GET *Users', path: 'Resources.0.active', value: 'yes' }] },
    /Users: .*Resources\[0\]\.active/,
  ],
] as const) {
  test(`${name}: exit 5, and the line names the call${message.source.includes('data') ? ' and the field' : ''}`, async () => {
    const ended = await traceOrg(smallOrg(), { faults: faults as unknown as Faults });
    expect([ended.exitCode, ended.decisions], ended.message).toEqual([5, null]);
    expect(ended.message).toMatch(message);
    expect(ended.message).not.toContain('\n');
  });
}

test('a wrong shape ends the process with 5, and an earlier result is not left as that of this run', async () => {
  const dir = aFolder();
  mkdirSync(join(dir, 'out'));
  const files = ['decisions.json', 'decisions.csv', 'coverage.json'];
  for (const name of files) writeFileSync(join(dir, 'out', name), `earlier ${name}`);
  const faults = { wrongShape: [{ endpoint: ORG, path: 'data.id', value: null }] };
  const ended = await traceFile(dir, withFaults(faults));
  expectFailure(ended, 5, ended.out);
  expect(ended.stderr).toMatch(/GET \/admin\/v1\/orgs\/\{orgId\}: .*data\.id/);
  expect(
    readdirSync(ended.out)
      .filter((name) => !name.startsWith('.'))
      .sort(),
  ).toEqual(files.map((name) => `${name}.earlier`).sort());
  for (const name of files) {
    expect(readFileSync(join(ended.out, `${name}.earlier`), 'utf8')).toBe(`earlier ${name}`);
  }
  const next = await traceFile(dir, smallOrg());
  expect(next.code).toBe(0);
  expect(readdirSync(next.out).sort()).toEqual(['.seatpath', ...files].sort());
});

test.concurrent(
  'a port that nobody listens on: exit 5 within 60 s',
  async ({ expect: mine }) => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const dir = aFolder();
    const ended = await trace(sourceAt(dir, `http://127.0.0.1:${port}`));
    mine(ended.code).toBe(5);
    mine(ended.tookMs).toBeLessThan(60_000);
    mine(ended.stderr).toMatch(/^trace: [A-Z]+ \/admin\/\S+: no answer \(ECONNREFUSED\), after \d+ tries\n$/);
    mine(ended.stderr).not.toContain(KEY);
    mine(hasDecisions(join(dir, 'out'))).toBe(false);
  },
  90_000,
);

test.concurrent(
  'a page of HTML is asked for again, ten times, and then it is exit 5',
  async ({ expect: mine }) => {
    const dir = aFolder();
    const server = await aServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>');
    });
    const ended = await trace(sourceAt(dir, server.origin));
    mine(ended.code).toBe(5);
    mine(ended.stderr).toMatch(
      /^trace: [A-Z]+ \/admin\/\S+: answered with a body that is not JSON, after 11 tries\n$/,
    );
    const org = server.seen.filter(({ line }) => line === 'GET /admin/v1/orgs/org-1');
    mine(org).toHaveLength(11);
    mine(hasDecisions(join(dir, 'out'))).toBe(false);
  },
  120_000,
);

test('a redirect is an answer like any other: not followed, and the key stays here', async () => {
  const dir = aFolder();
  const elsewhere = await aServer((_, response) => response.end('{}'));
  const server = await aServer((request, response) => {
    response.writeHead(307, { location: `${elsewhere.origin}${request.url ?? ''}` }).end();
  });
  const ended = await trace(sourceAt(dir, server.origin));
  expectFailure(ended, 5, join(dir, 'out'));
  expect(ended.stderr).toContain('rejected (307)');
  expect(elsewhere.seen).toEqual([]);
  const lines = server.seen.map(({ line }) => line);
  expect(new Set(lines).size).toBe(lines.length);
});

test('the time that a 429 names is waited for', async () => {
  const dir = aFolder();
  let limited = 0;
  const server = await aServer((request, response) => {
    if (request.url === '/admin/v1/orgs/org-1' && limited++ === 0) {
      response.writeHead(429, { 'retry-after': '2' }).end('{}');
    } else response.writeHead(404).end('{}');
  });
  const ended = await trace(sourceAt(dir, server.origin));
  expect(ended.code).toBe(4);
  const [first, second] = server.seen.filter(({ line }) => line === 'GET /admin/v1/orgs/org-1');
  expect(second!.at - first!.at).toBeGreaterThanOrEqual(1_990);
});
