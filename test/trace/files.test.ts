import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DecisionsDocument } from '../../src/contracts/decisions';
import { anOrg, aGroup, aResource, aUser } from '../support/org-builder';
import { comparable } from '../oracle/comparable';
import { expectedDecisions } from '../oracle/brute-force';
import { demoOrg, smallOrg } from '../snapshot/support/worlds';
import { aFolder, decisionsIn, traceFile } from './support/command';
import { keyOrders } from './support/key-order';
import { parseCsv } from '../support/csv';

/** What a folder holds, however deep, as one text; `latin1`, so that every byte stands for itself. */
function everythingIn(dir: string): string {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('a complete trace: exit 0, a summary, and three whole files, the picture as the oracle has it', async () => {
  const dir = aFolder();
  const { code, stdout, stderr, out } = await traceFile(dir, smallOrg());
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Small world: 7 accounts');
  expect(stdout).toMatch(/Scan complete, \d+ requests/);
  expect(stdout).toContain(`Written to ${out}: decisions.json, decisions.csv, coverage.json`);
  expect(readdirSync(out).sort()).toEqual(['.seatpath', 'coverage.json', 'decisions.csv', 'decisions.json']);
  const decisions = decisionsIn(out);
  const oracle = expectedDecisions(smallOrg(), { inactiveDays: 90, deep: false });
  expect(JSON.stringify(comparable(decisions))).toBe(JSON.stringify(comparable(oracle)));
  expect(JSON.parse(readFileSync(join(out, 'coverage.json'), 'utf8'))).toEqual(decisions.scan);
});

test('decisions.json has its keys in the order of the contract, everywhere', async () => {
  const { out } = await traceFile(aFolder(), demoOrg());
  const text = readFileSync(join(out, 'decisions.json'), 'utf8');
  const orders = keyOrders(text);
  const only = (path: string): string => {
    expect([path, [...(orders.get(path) ?? [])]]).toEqual([path, [expect.any(String)]]);
    return [...orders.get(path)!][0]!;
  };
  expect(only('')).toBe('format app scan org resources anomalies cases');
  expect(only('app')).toBe('name version');
  expect(only('scan')).toBe('id startedAt finishedAt verdict reasons requests coverage');
  expect(only('scan.requests')).toBe('total retries rateLimited byEndpoint');
  expect(only('scan.coverage')).toBe('users groups memberships incompleteGroups scimDirectories');
  for (const what of ['users', 'groups', 'memberships'])
    expect(only(`scan.coverage.${what}`)).toBe('seen expected');
  expect(only('org')).toBe('id name');
  expect(only('resources[]')).toBe('ari typeKey name');
  expect(only('cases[]')).toBe(
    'accountId ari billable billableBecause identity lastActive inactive directChecked split signals freeing rows',
  );
  expect(only('cases[].identity')).toBe(
    'accountType accountStatus membershipStatus claimStatus managementSource scim',
  );
  expect(only('cases[].freeing')).toBe('edits byOwner');
  expect(only('cases[].rows[]')).toBe(
    'path owner rule because signal decision hold findings billable anomalies',
  );
  expect(only('cases[].rows[].path.idp')).toBe('scimDirectoryId scimGroupId');
  expect(orders.get('cases[].rows[].path')).toEqual(
    new Set(['via groupId groupName roles idp', 'via roles idp']),
  );
  const anomalyKeys = ['kind', 'groupId', 'accountId', 'ari', 'detail'];
  for (const order of orders.get('anomalies[]')!) {
    expect(order.split(' ')).toEqual(anomalyKeys.filter((key) => order.split(' ').includes(key)));
  }
  for (const path of [
    'cases[].freeing.byOwner',
    'scan.requests.byEndpoint',
    'scan.coverage.scimDirectories',
  ]) {
    for (const order of orders.get(path)!) expect(order).toBe(sortedWords(order, path));
  }
  const { cases } = DecisionsDocument.parse(JSON.parse(text));
  const ids = cases.map((one) => `${one.accountId}\n${one.ari}`);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});

/** Endpoint names hold a space, so their order is judged as a whole elsewhere. */
function sortedWords(order: string, path: string): string {
  return path.endsWith('byEndpoint') ? order : order.split(' ').sort().join(' ');
}

test('the same input gives the same bytes, but for what scan says of the run', async () => {
  const file = JSON.stringify(demoOrg());
  const [one, other] = await Promise.all([
    traceFile(aFolder(), file),
    traceFile(aFolder(), file, ['--concurrency', '1']),
  ]);
  expect([one.code, other.code]).toEqual([0, 0]);
  for (const name of ['decisions.csv', 'decisions.json']) {
    const [a, b] = [one, other].map(({ out }) => withoutRun(readFileSync(join(out, name), 'utf8')));
    expect(a === b, name).toBe(true);
  }
  const [a, b] = [one, other].map(({ out }) => decisionsIn(out).scan);
  expect(a!.id).not.toBe(b!.id);
});

function withoutRun(text: string): string {
  return text
    .replace(/"(id|startedAt|finishedAt)": "[^"]*"/g, '"$1": ""')
    .replace(/"requests": \{[^}]*\{[^}]*\}\s*\}/, '"requests": {}');
}

test('decisions.csv has one line a row under its columns, with names and addresses, and no formula', async () => {
  const jira = aResource('jira', { name: '=HYPERLINK("https://evil.example.net")' });
  const org = anOrg({
    resources: [jira],
    groups: [
      aGroup('formula', {
        id: 'group-1',
        name: '=1+1',
        grants: [{ ari: jira.ari, roles: ['atlassian/user', 'atlassian/admin'] }],
      }),
      aGroup('quotes', {
        id: 'group-2',
        name: 'a "quoted", group\nof two lines',
        grants: [{ ari: jira.ari, roles: ['atlassian/user'] }],
      }),
      aGroup('at', {
        id: 'group-3',
        name: '@SUM(A1)',
        grants: [{ ari: jira.ari, roles: ['atlassian/guest'] }],
      }),
    ],
    users: [
      aUser('ada', {
        name: '+cmd|calc',
        email: '-ada@example.com',
        groups: ['group-1', 'group-2', 'group-3'],
      }),
      aUser('ben', { name: 'Bén 李 🙂', email: null, groups: ['group-2'] }),
      aUser('cem', { name: '\t=cmd', email: '\r@x', groups: ['group-1'] }),
    ],
  });
  const { code, out } = await traceFile(aFolder(), org);
  expect(code).toBe(0);
  const text = readFileSync(join(out, 'decisions.csv'), 'utf8');
  expect(text.startsWith('\ufeffaccountId,')).toBe(true);
  const [columns, ...lines] = parseCsv(text.slice(1));
  expect(columns!.join(', ')).toBe(
    'accountId, name, e-mail, ari, typeKey, resource, via, groupId, groupName, roles, owner, idp, decision, hold, findings, row billable, case billable, billableBecause, scim, lastActive, inactive, split',
  );
  const { cases } = decisionsIn(out);
  expect(lines).toHaveLength(cases.reduce((sum, one) => sum + one.rows.length, 0));
  for (const line of lines) {
    expect(line).toHaveLength(columns!.length);
    for (const cell of line) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
  const cells = (accountId: string, column: string): string[] =>
    lines.filter((line) => line[0] === accountId).map((line) => line[columns!.indexOf(column)]!);
  expect(cells('712020:ada', 'name')).toEqual(["'+cmd|calc", "'+cmd|calc", "'+cmd|calc"]);
  expect(cells('712020:ada', 'e-mail')[0]).toBe("'-ada@example.com");
  expect(cells('712020:ada', 'groupName')).toEqual(["'=1+1", 'a "quoted", group\nof two lines', "'@SUM(A1)"]);
  expect(cells('712020:ada', 'roles')[0]).toBe('atlassian/admin atlassian/user');
  expect(cells('712020:ben', 'name')).toEqual(['Bén 李 🙂']);
  expect(cells('712020:ben', 'e-mail')).toEqual(['']);
  expect(cells('712020:ada', 'case billable')).toEqual(['true', 'true', 'true']);
  expect(cells('712020:ada', 'row billable')).toEqual(['true', 'true', 'false']);
});

test('names and addresses stand in decisions.csv, and in no other file once the trace is done', async () => {
  const dir = aFolder();
  const { out } = await traceFile(dir, smallOrg());
  expect(readFileSync(join(out, 'decisions.csv'), 'utf8')).toContain('ada@example.com');
  expect(readFileSync(join(out, 'decisions.json'), 'utf8')).not.toContain('ada@example.com');
  expect(everythingIn(join(out, '.seatpath'))).not.toContain('ada@example.com');
});

test('--json prints one line of JSON and nothing else, --quiet nothing at all', async () => {
  const [json, quiet, both] = await Promise.all(
    [['--json'], ['--quiet'], ['--quiet', '--json']].map((more) => traceFile(aFolder(), smallOrg(), more)),
  );
  for (const { code, stdout, stderr, out } of [json!, both!]) {
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[^\n]+\n$/);
    const { cases, scan } = decisionsIn(out);
    expect(JSON.parse(stdout)).toMatchObject({
      org: { id: 'org-k8q41a49', name: 'Small world' },
      verdict: 'complete',
      reasons: [],
      accounts: 7,
      cases: cases.length,
      rows: cases.reduce((sum, one) => sum + one.rows.length, 0),
      seats: { billed: cases.filter((one) => one.billable === true).length, unknown: 0 },
      split: cases.filter((one) => one.split).length,
      requests: scan.requests.total,
    });
  }
  expect([quiet!.code, quiet!.stdout, quiet!.stderr]).toEqual([0, '', '']);
  expect(decisionsIn(quiet!.out).cases.length).toBeGreaterThan(0);
});

test('--now, --inactive-days and --deep mean what they say', async () => {
  const org = smallOrg();
  const [later, longer, deep] = await Promise.all([
    traceFile(aFolder(), org, ['--now', '2027-11-23T09:00:00Z']),
    traceFile(aFolder(), org, ['--inactive-days', '2']),
    traceFile(aFolder(), org, ['--deep']),
  ]);
  for (const [ended, settings] of [
    [later, { inactiveDays: 90, now: '2027-11-23T09:00:00Z', deep: false }],
    [longer, { inactiveDays: 2, deep: false }],
    [deep, { inactiveDays: 90, deep: true }],
  ] as const) {
    expect(comparable(decisionsIn(ended.out))).toEqual(comparable(expectedDecisions(org, settings)));
  }
});

test('odd worlds are traced like any other: nothing claimed, an unknown role, fields the API leaves out', async () => {
  const jira = aResource('jira');
  const odd = anOrg({
    domains: [],
    resources: [jira],
    groups: [
      aGroup('odd', {
        externalSynced: null,
        managedBy: null,
        grants: [{ ari: jira.ari, roles: ['atlassian/never-heard-of'] }],
      }),
      aGroup('plain', {
        grants: [{ ari: jira.ari, roles: ['atlassian/user'], defaultRole: 'atlassian/user' }],
      }),
    ],
    users: [aUser('ada', { groups: ['group-odd'] }), aUser('ben', { email: null, groups: ['group-plain'] })],
  });
  delete odd.users[0]!.addedToOrg;
  const empty = anOrg();
  const [one, none] = await Promise.all([traceFile(aFolder(), odd), traceFile(aFolder(), empty)]);
  expect([one.code, none.code]).toEqual([0, 0]);
  expect(comparable(decisionsIn(one.out))).toEqual(
    comparable(expectedDecisions(odd, { inactiveDays: 90, deep: false })),
  );
  expect(decisionsIn(none.out).cases).toEqual([]);
});
