import { expect, test } from 'vitest';
import type { Input, Output } from '../../src/contracts/api';
import type { ErrorCode } from '../../src/contracts/error-codes';
import type { IdentityProvider } from '../../src/contracts/settings';
import { ownershipRules } from '../../src/ownership/rules';
import { type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import type { OrgFile } from '../../local/org/org-file';
import { adfNodes, adfProblems, adfText } from '../support/adf';
import { INSTALLATION, type RunningApp } from '../support/app';
import { storedWith } from '../support/canary';
import { aGroup, anIdp } from '../support/org-builder';
import {
  chainOf,
  DAY,
  dayIn,
  expectChainHolds,
  newestOn,
  decisionsOf,
  refusal,
  registered,
  sha256,
  withFolder,
  withRecords,
} from '../support/records';
import { drain } from '../support/review';
import { accounts, jira, PERSONAL, reviewOrg, who, wiki } from '../support/review-org';
import { EVERY_CASE, OKTA, scan, setUpAndScan, withApp } from '../support/set-up';
import { grantOf, members, withGroups } from '../support/sources';

const routeOut: Input<'route-outs/record'> = {
  accountId: accounts.ada,
  ari: jira.ari,
  groupId: 'group-engineering',
  after: null,
  reason: 'Left the project in spring.',
};
const exception = (
  app: RunningApp,
  change: Partial<Input<'exceptions/record'>> = {},
): Input<'exceptions/record'> => ({
  row: { accountId: accounts.cem, ari: jira.ari, via: 'group', groupId: 'group-legacy' },
  after: null,
  class: 'contractor',
  reason: 'The contract runs until spring.',
  ownedBy: who.finance,
  expiresOn: dayIn(app, 30),
  dependency: 'The build of the old site.',
  ...change,
});

test('a route-out makes one issue for the identity owner, with the evidence, and is still there after a restart', async () => {
  await withFolder(async (dataDir) => {
    await withRecords(
      async (app) => {
        const before = await app.call('cases/get', { accountId: accounts.ada, ari: jira.ari });
        expect(before.rows.find(({ groupId }) => groupId === routeOut.groupId)?.handOver).toEqual({
          provider: 'Okta',
          assumed: false,
          asked: who.identityOwner,
          projectKey: 'IAM',
          groupFirst: false,
        });
        expect(before.people).toContainEqual({ accountId: who.identityOwner, name: 'Ido Celatum' });
        const record = await app.call('route-outs/record', routeOut, who.reviewer);
        expect(record).toMatchObject({
          kind: 'route-out',
          state: 'sent',
          idpId: OKTA.idpId,
          idpName: 'Okta',
          identityOwner: who.identityOwner,
          recordedBy: who.reviewer,
          reason: routeOut.reason,
          row: { accountId: accounts.ada, ari: jira.ari, via: 'group', groupId: 'group-engineering' },
          evidence: {
            owner: 'idp-owned',
            rule: expect.stringMatching(/\w/) as string,
            verdict: 'complete',
            groupName: 'engineering',
            roles: ['atlassian/user'],
            billable: true,
          },
        });
        const roles: unknown = JSON.parse(record.evidence.roleAssignments);
        expect(roles).toEqual([
          {
            resource: jira.ari,
            directory: 'directory-main',
            roles: [{ role: 'atlassian/user', methods: ['group_direct'] }],
          },
        ]);
        expect(Date.parse(record.evidence.roleAssignmentsReadAt)).toBeGreaterThan(
          Date.parse(record.evidence.scannedAt),
        );

        const [issue, ...more] = app.org.world.issues();
        expect(more).toEqual([]);
        expect(issue).toMatchObject({
          key: record.issueKey,
          creator: 'app-user:cloud-acme',
          assignee: who.identityOwner,
          labels: ['seatpath', `seatpath-${record.issueId!}`],
          project: { key: 'IAM' },
        });
        expect(Object.fromEntries(issue!.properties)).toEqual({
          seatpath: { intent: record.issueId, request: 'membership' },
        });
        expect(adfProblems(issue!.description)).toEqual([]);
        const words = adfText(issue!.description);
        const atProvider = ['ada@hidden.example', 'external-okta-ada'];
        for (const fact of [
          'engineering',
          'jira',
          'atlassian/user',
          routeOut.reason,
          'Okta',
          ...atProvider,
        ]) {
          expect(words).toContain(fact);
        }
        expect(adfNodes(issue!.description).filter(({ type }) => type === 'mention')).toMatchObject([
          { attrs: { id: accounts.ada } },
          { attrs: { id: who.reviewer } },
        ]);
        expect(storedWith(app.host, INSTALLATION, PERSONAL)).toEqual([]);

        await app.restart();
        const { lines } = await app.call('registers/list', { kind: 'route-out' }, who.auditor);
        expect(lines).toEqual([
          {
            record,
            version: 3,
            subject: {
              person: { accountId: accounts.ada, name: 'Ada Celatum' },
              product: 'jira',
              groupName: 'engineering',
              toGroupName: null,
              site: null,
            },
            inForce: true,
            moves: [],
            people: [
              { accountId: accounts.ada, name: 'Ada Celatum' },
              { accountId: who.reviewer, name: 'Rea Celatum' },
              { accountId: who.identityOwner, name: 'Ido Celatum' },
            ],
          },
        ]);
        const { rows } = await app.call('cases/get', { accountId: accounts.ada, ari: jira.ari });
        const routed = rows.filter((row) => row.records.length > 0);
        expect(routed).toMatchObject([{ groupId: 'group-engineering', records: [record], decided: true }]);
        const asked = { ...EVERY_CASE, filter: { ...EVERY_CASE.filter, ari: jira.ari } };
        const list = await app.call('cases/list', asked);
        const [ofAda, ...none] = list.lines.filter((line) => Object.keys(line.records).length > 0);
        expect(none).toEqual([]);
        expect(ofAda).toMatchObject({ person: { accountId: accounts.ada }, records: { 'route-out': 1 } });
        expect(ofAda!.paths.map(({ groupId, provider }) => [groupId, provider])).toEqual([
          ['group-engineering', 'Okta'],
          ['group-jira-users', null],
        ]);
        // A group that no directory names, and one that nobody syncs, are none of a provider’s.
        const others = list.lines.flatMap(({ paths }) => paths).filter(({ owner }) => owner !== 'idp-owned');
        expect(new Set(others.map(({ provider }) => provider))).toEqual(new Set([null]));
      },
      { dataDir },
    );
  });
});

test('asked twice, by two people and after the next scan, a route-out stays one record and one issue', async () => {
  await withRecords(async (app) => {
    const first = await app.call('route-outs/record', routeOut);
    expect(await app.call('route-outs/record', { ...routeOut, reason: 'Again.' }, who.reviewer)).toEqual(
      first,
    );
    await scan(app);
    expect(await app.call('route-outs/record', routeOut, who.reviewer)).toEqual(first);
    expect(app.org.world.issues()).toHaveLength(1);
    const chained = chainOf(app).links.map((link) => link.recordId);
    // Recorded, attached to its issue, sent.
    expect(chained.filter((id) => id === first.id)).toHaveLength(3);
  });
});

test('clicked many times at once, a route-out is one record and one issue', async () => {
  await withRecords(async (app) => {
    const replies = await Promise.all(
      [who.owner, who.reviewer, who.owner, who.reviewer].map((by) =>
        app.reply('route-outs/record', routeOut, by),
      ),
    );
    expect(replies.filter((reply) => reply.ok).length).toBeGreaterThan(0);
    for (const reply of replies.filter((one) => !one.ok)) expect(reply).toEqual(refusal('CONFLICT'));
    expect(app.org.world.issues()).toHaveLength(1);
    expect(decisionsOf(app)).toHaveLength(1);
  });
});

test('a second click while Jira is still busy with the first makes no second issue', async () => {
  await withRecords(async (app) => {
    let goOn: () => void = () => undefined;
    let arrived: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (arrived = resolve));
    const released = new Promise<void>((resolve) => (goOn = resolve));
    app.interceptJira(async ({ path, init }) => {
      if (init.method === 'POST' && path.endsWith('/rest/api/3/issue')) {
        arrived();
        await released;
      }
      return null;
    });
    const first = app.call('route-outs/record', routeOut);
    await there;
    expect(await app.call('route-outs/record', routeOut, who.reviewer)).toMatchObject({ state: 'ready' });
    goOn();
    const record = await first;
    expect(record.state).toBe('sent');
    expect(app.org.world.issues()).toHaveLength(1);
    expect(await app.call('route-outs/record', routeOut, who.reviewer)).toEqual(record);
  });
});

/** Lets a route-out die at the moment Jira is asked to create the issue; before or after it has done so. */
async function dieAtIssue(app: RunningApp, issueIsMade: boolean): Promise<void> {
  let arrived: () => void = () => undefined;
  const there = new Promise<void>((resolve) => (arrived = resolve));
  app.interceptJira(async (call) => {
    if (call.init.method !== 'POST' || !call.path.endsWith('/rest/api/3/issue')) return null;
    if (issueIsMade) {
      const headers = new Headers(call.init.headers);
      headers.set('Authorization', `Bearer ${app.org.jiraToken('app')}`);
      await fetch(`${app.org.origin}/ex/jira/${call.installation.cloudId}${call.path}`, {
        ...call.init,
        headers,
      });
    }
    arrived();
    return new Promise(() => undefined);
  });
  void app.invoke('route-outs/record', routeOut).catch(() => undefined);
  await there;
  await app.restart();
  app.interceptJira(null);
}

for (const issueIsMade of [false, true]) {
  test(`a crash ${issueIsMade ? 'after' : 'before'} the issue is made ends in one record and one issue, and not before search can be trusted`, async () => {
    await withFolder(async (dataDir) => {
      await withRecords(
        async (app) => {
          await dieAtIssue(app, issueIsMade);
          expect(await registered(app, 'route-out')).toMatchObject([{ state: 'ready', issueKey: null }]);
          // Asked again at once, it neither fails nor makes another one.
          await app.advance(30_000);
          expect(await app.call('route-outs/record', routeOut)).toMatchObject({ state: 'ready' });
          expect(app.org.world.issues()).toHaveLength(issueIsMade ? 1 : 0);
          for (let looks = 0; looks < 6; looks += 1) {
            await app.advance(11 * 60_000);
            await drain(app);
          }
          const [record] = await registered(app, 'route-out');
          expect(record).toMatchObject({ state: 'sent', recordedBy: who.owner, reason: routeOut.reason });
          expect(app.org.world.issues().map((issue) => issue.key)).toEqual([record!.issueKey]);
          expect(decisionsOf(app)).toEqual([record]);
          expectChainHolds(app);
        },
        // Search knows of the issue only a minute later, as Jira's does.
        { dataDir, org: { jiraIndexLagMs: 60_000 } },
      );
    });
  });
}

test('what a route-out still lacks is named, nothing is recorded, and the case view says the same', async () => {
  await withRecords(async (app) => {
    const lacking: [Partial<IdentityProvider>, RegExp][] = [
      [{ owners: [], deputy: null }, /identity owner of Okta/],
      [{ projectKey: null }, /Jira project and issue type for Okta/],
      [{ issueTypeId: null }, /Jira project and issue type for Okta/],
      [{ owners: [], projectKey: null }, /identity owner of Okta; Jira project and issue type/],
    ];
    for (const [change, message] of lacking) {
      await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, ...change } });
      expect(await app.reply('route-outs/record', routeOut)).toEqual(refusal('EVIDENCE_INCOMPLETE', message));
      const { rows } = await app.call('cases/get', { accountId: accounts.ada, ari: jira.ari });
      const row = rows.find((one) => one.groupId === routeOut.groupId)!;
      expect(row.missingForRouteOut.join('; ')).toMatch(message);
    }
    await app.call('setup/remove-identity-provider', { idpId: OKTA.idpId });
    expect(await app.reply('route-outs/record', routeOut)).toEqual(
      refusal('EVIDENCE_INCOMPLETE', /identity provider: set up/),
    );
    const other = { ...OKTA, idpId: 'another-idp' };
    await app.call('setup/save-identity-provider', { identityProvider: other });
    expect(await app.reply('route-outs/record', routeOut)).toEqual(refusal('EVIDENCE_INCOMPLETE'));
    expect(decisionsOf(app)).toEqual([]);
    expect(app.org.world.issues()).toEqual([]);

    // The deputy will do where there is no owner.
    const deputised = { ...OKTA, owners: [], deputy: who.finance };
    await app.call('setup/save-identity-provider', { identityProvider: deputised });
    expect(await app.call('route-outs/record', routeOut)).toMatchObject({ identityOwner: who.finance });
  });
});

test('Google’s group of everybody has no membership that could end: it is not handed over, a group of some is', async () => {
  const google = { idpId: 'scim-google', name: 'Google', kind: 'google' as const };
  const synced = { externalSynced: true, managedBy: 'external' as const, grants: [grantOf(jira.ari)] };
  const world = withGroups(
    [
      aGroup('everybody', { name: 'All users from Google Workspace', ...synced }),
      aGroup('some', { name: 'Sales', ...synced }),
    ],
    [...members('everybody', 1), ...members('some', 1)],
  );
  await withRecords(
    async (app) => {
      await app.call('setup/remove-identity-provider', { idpId: OKTA.idpId });
      await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, ...google } });
      const handOver = (group: string) =>
        app.reply('route-outs/record', {
          ...{ accountId: `712020:${group}-1`, ari: jira.ari, groupId: `group-${group}` },
          ...{ after: null, reason: 'Left the project.' },
        });
      expect(await handOver('everybody')).toEqual(
        refusal('EVIDENCE_INCOMPLETE', /Google puts everybody into this group; redesign/),
      );
      expect(await handOver('some')).toMatchObject({ ok: true });
    },
    { world },
  );
});

test('a group whose members did not add up in the scan is not handed over', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    const group = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search';
    app.org.setFaults({ wrongShape: [{ endpoint: group, path: 'data.*.counts.users', value: 40 }] });
    const progress = await scan(app);
    expect(progress.coverage!.incompleteGroups).toContain(routeOut.groupId);
    expect(await app.reply('route-outs/record', routeOut)).toEqual(
      refusal('EVIDENCE_INCOMPLETE', /did not add up/),
    );
  });
});

test('a path that the identity provider does not own is never handed over', async () => {
  await withRecords(async (app) => {
    const paths: [string, string, string][] = [
      [accounts.ada, jira.ari, 'group-jira-users'],
      [accounts.cem, jira.ari, 'group-legacy'],
      [accounts.eve, wiki.ari, 'group-unsaid'],
      [who.owner, jira.ari, 'group-jira-admins'],
    ];
    for (const [accountId, ari, groupId] of paths) {
      const input = { ...routeOut, accountId, ari, groupId };
      expect(await app.reply('route-outs/record', input), groupId).toEqual(refusal('OUTCOME_NOT_PERMITTED'));
    }
    // A direct role is no path of a group at all.
    for (const change of [{ accountId: accounts.dot }, { ari: wiki.ari }, { groupId: 'group-none' }]) {
      expect(await app.reply('route-outs/record', { ...routeOut, ...change })).toEqual(refusal('NOT_FOUND'));
    }
    expect(decisionsOf(app)).toEqual([]);
    expect(app.org.world.issues()).toEqual([]);
  });
});

test('every row offers what its owner permits and no other outcome', async () => {
  await withRecords(async (app) => {
    const outcomes = async (accountId: string, ari: string): Promise<Record<string, readonly string[]>> => {
      const { rows } = await app.call('cases/get', { accountId, ari });
      return Object.fromEntries(rows.map((row) => [row.row.owner, row.outcomes]));
    };
    expect(await outcomes(accounts.ada, jira.ari)).toEqual({
      'idp-owned': ['route-out', 'exception', 'hold', 'keep'],
      'default-group': ['local-removal', 'default-redesign', 'exception', 'hold', 'keep'],
    });
    expect(await outcomes(accounts.cem, jira.ari)).toEqual({
      'local-group': ['local-removal', 'exception', 'hold', 'keep'],
    });
    expect(await outcomes(accounts.eve, wiki.ari)).toEqual({ unknown: ['hold'] });
    expect(await outcomes(accounts.dot, jira.ari)).toEqual({
      direct: ['local-removal', 'exception', 'hold', 'keep'],
    });
  });
});

test('a membership that ended after the scan, or an account that is gone, is not handed over', async () => {
  await withRecords(async (app) => {
    app.org.world.apply({
      do: 'remove-member',
      at: new Date(app.clock.now()).toISOString(),
      groupId: 'group-engineering',
      accountId: accounts.ada,
      by: 'okta',
    });
    expect(await app.reply('route-outs/record', routeOut)).toEqual(
      refusal('NOT_FOUND', /no longer in this group/),
    );
    app.front.intercept(({ path }) =>
      path.includes('/users/search') ? { status: 200, body: '{"data":[],"links":{}}' } : null,
    );
    expect(await app.reply('route-outs/record', { ...routeOut, accountId: accounts.ben })).toEqual(
      refusal('NOT_FOUND', /no longer in this group/),
    );
    app.front.intercept(null);
    app.org.setFaults({ hideGroupsExpand: true });
    expect(await app.reply('route-outs/record', { ...routeOut, accountId: accounts.ben })).toEqual(
      refusal('EVIDENCE_INCOMPLETE', /groups as they are now/),
    );
    expect(decisionsOf(app)).toEqual([]);
  });
});

test('evidence that cannot be read now keeps the record from being made', async () => {
  await withRecords(async (app) => {
    const forced: [number, string, ErrorCode][] = [
      [403, '{}', 'KEY_REFUSED'],
      [503, '{}', 'ORG_UNREACHABLE'],
      [200, '{"data":{}}', 'ANSWER_NOT_UNDERSTOOD'],
    ];
    for (const [status, body, code] of forced) {
      app.front.intercept(({ path }) => (path.includes('/role-assignments') ? { status, body } : null));
      expect(await app.reply('route-outs/record', routeOut)).toEqual(refusal(code));
      expect(await app.reply('exceptions/record', exception(app))).toEqual(refusal(code));
    }
    expect(decisionsOf(app)).toEqual([]);
  });
});

test('while Jira refuses the issue the record is kept unsent, with Jira’s words, and sent by the next try', async () => {
  await withRecords(async (app) => {
    app.interceptJira(({ path, init }) =>
      init.method === 'POST' && path.endsWith('/rest/api/3/issue')
        ? Response.json({ errors: { summary: 'A field is required.' } }, { status: 400 })
        : null,
    );
    expect(await app.reply('route-outs/record', routeOut)).toEqual(
      refusal('JIRA_REFUSED', /recorded, but its issue is not there yet.*A field is required/),
    );
    expect((await registered(app, 'route-out')).map((record) => record.state)).toEqual(['ready']);
    app.interceptJira(null);
    const sent = await app.call('route-outs/record', routeOut, who.reviewer);
    expect(sent).toMatchObject({ state: 'sent', recordedBy: who.owner });
    expect(app.org.world.issues().map((issue) => issue.key)).toEqual([sent.issueKey]);
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '[click](javascript:alert(1)) *bold* {color:red} |x|',
  '=HYPERLINK("http://x")',
  '@everyone [~accountid:712020:olga]',
  '\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f\u061c',
  'a\u0000b\u001b[31mred\u0007',
  `${'x'.repeat(253)}😀😀`,
  '😀'.repeat(400),
  'n'.repeat(5_000),
  ' ',
];

test('names that are markup, direction marks or too long stay text in the issue', async () => {
  for (const name of HOSTILE) {
    const world = JSON.parse(JSON.stringify(reviewOrg())) as OrgFile;
    world.groups.find((group) => group.id === routeOut.groupId)!.name = name;
    world.resources.find((resource) => resource.ari === jira.ari)!.name = name;
    await withRecords(
      async (app) => {
        const provider = { ...OKTA, name: name.trim() === '' ? 'Okta' : name.slice(0, 80) };
        await app.call('setup/save-identity-provider', { identityProvider: provider });
        const reason = name.trim() === '' ? 'None.' : name.slice(0, 1000);
        await app.call('route-outs/record', { ...routeOut, reason });
        const issue = app.org.world.issues()[0]!;
        const { siteUrl, environmentId } = app.host.installations[0]!;
        const desk = `${siteUrl}/jira/apps/${app.host.manifest.appId}/${environmentId}`;
        const pages = ownershipRules.map(({ source }) => source);
        expect(adfProblems(issue.description)).toEqual([]);
        for (const node of adfNodes(issue.description)) {
          const known = ['doc', 'paragraph', 'heading', 'bulletList', 'listItem', 'text', 'mention'];
          expect([...known, 'table', 'tableRow', 'tableHeader', 'tableCell']).toContain(node.type);
          for (const { type, attrs } of node.marks ?? []) {
            expect(['strong', 'link']).toContain(type);
            // Links lead to the desk and to the page of a rule, whatever a name says.
            if (type === 'link') expect([desk, ...pages]).toContain(attrs?.href);
          }
          if (node.type === 'mention') expect([accounts.ada, who.owner]).toContain(node.attrs?.['id']);
        }
        for (const words of [issue.summary, adfText(issue.description).replaceAll('\n', '')]) {
          // eslint-disable-next-line no-control-regex -- these are what must not be there
          expect(words).not.toMatch(/[\u0000-\u001f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
          expect(words).not.toMatch(/\p{Cs}/u);
        }
        expect(issue.summary.length).toBeLessThanOrEqual(255);
      },
      { world },
    );
  }
}, 120_000);

test('the whole reason stands in the issue, however long it may be', async () => {
  await withRecords(async (app) => {
    const reason = `${'word '.repeat(198)}to the end`;
    expect(reason).toHaveLength(1_000);
    await app.call('route-outs/record', { ...routeOut, reason });
    expect(adfText(app.org.world.issues()[0]!.description)).toContain(reason);
  });
});

test('a group that no provider is linked to goes to the only one there is, and the issue says it is assumed', async () => {
  const world = { ...reviewOrg(), identityProviders: [anIdp('okta', 'google')] };
  const withoutLink = {
    ...world,
    groups: world.groups.map((group) => {
      const { scim, ...rest } = group;
      return scim === undefined ? group : rest;
    }),
    users: world.users.map((user) => {
      const { scim, ...rest } = user;
      return scim === undefined ? user : rest;
    }),
  };
  await withRecords(
    async (app) => {
      await app.call('route-outs/record', routeOut);
      expect(adfText(app.org.world.issues()[0]!.description)).toContain(
        'Nothing read names the provider of this group; it is taken to be Okta.',
      );
    },
    { world: withoutLink },
  );
});

test('an exception is kept with its class, its owner, its last day and the evidence, and runs out after that day', async () => {
  await withRecords(async (app) => {
    const rowOf = {
      'service-account': { accountId: accounts.dot, ari: jira.ari, via: 'direct', groupId: null },
      'break-glass': { accountId: who.jiraAdmin, ari: jira.ari, via: 'group', groupId: 'group-jira-admins' },
      contractor: { accountId: accounts.cem, ari: jira.ari, via: 'group', groupId: 'group-legacy' },
      leave: { accountId: accounts.ada, ari: jira.ari, via: 'group', groupId: 'group-engineering' },
      other: { accountId: accounts.cem, ari: wiki.ari, via: 'group', groupId: 'group-wiki' },
    } as const;
    for (const kind of ['service-account', 'break-glass', 'contractor', 'leave', 'other'] as const) {
      const { after, ...input } = exception(app, { class: kind, row: rowOf[kind] });
      const record = await app.call('exceptions/record', { after, ...input }, who.reviewer);
      expect(record).toMatchObject({
        ...input,
        kind: 'exception',
        state: 'standing',
        supersedes: null,
        recordedBy: who.reviewer,
      });
      expect(JSON.parse(record.evidence.roleAssignments)).toMatchObject([{ resource: input.row.ari }]);
    }
    const lines = async (): Promise<Output<'registers/list'>['lines']> =>
      (await app.call('registers/list', { kind: 'exception' })).lines;
    const first = await lines();
    expect(first).toHaveLength(5);
    expect(first.map((line) => line.inForce)).not.toContain(false);
    expect(first[0]).toMatchObject({
      subject: { person: { name: 'Cem Celatum' }, product: 'confluence', groupName: 'wiki' },
      moves: ['end'],
    });
    expect(first[0]!.people).toContainEqual({ accountId: who.finance, name: 'Fin Celatum' });
    await app.advance(30 * DAY);
    expect((await lines()).map((line) => line.inForce)).not.toContain(false);
    await app.advance(DAY);
    expect((await lines()).map((line) => line.inForce)).not.toContain(true);
    expect(app.org.world.issues()).toEqual([]);
  });
});

test('an exception that ends today, has ended, or runs for more than 180 days is refused', async () => {
  await withRecords(async (app) => {
    for (const days of [0, -1, -400, 181, 4_000]) {
      const input = exception(app, { expiresOn: dayIn(app, days) });
      expect(await app.reply('exceptions/record', input), String(days)).toEqual(refusal('BAD_INPUT'));
    }
    for (const expiresOn of ['2026-02-30', 'tomorrow', '2026-13-01', '']) {
      expect(await app.reply('exceptions/record', exception(app, { expiresOn }))).toEqual(
        refusal('BAD_INPUT'),
      );
    }
    let after: string | null = null;
    for (const days of [1, 180]) {
      const input = exception(app, { expiresOn: dayIn(app, days), after });
      after = (await app.call('exceptions/record', input)).id;
    }
    expect(decisionsOf(app)).toHaveLength(2);
  });
});

test('an exception needs a path whose owner permits it', async () => {
  await withRecords(async (app) => {
    const unknown = {
      accountId: accounts.eve,
      ari: wiki.ari,
      via: 'group',
      groupId: 'group-unsaid',
    } as const;
    expect(await app.reply('exceptions/record', exception(app, { row: unknown }))).toEqual(
      refusal('OUTCOME_NOT_PERMITTED'),
    );
    const direct = { accountId: accounts.dot, ari: jira.ari, via: 'direct', groupId: null } as const;
    expect(await app.call('exceptions/record', exception(app, { row: direct }))).toMatchObject({
      row: direct,
    });
    for (const row of [
      { ...direct, via: 'group' as const },
      { ...direct, groupId: 'group-legacy' },
      { ...direct, accountId: '712020:nobody' },
    ]) {
      expect(await app.reply('exceptions/record', exception(app, { row }))).toEqual(refusal('NOT_FOUND'));
    }
  });
});

test('many records at once keep one chain that verifies, and every single change to it is found', async () => {
  await withRecords(async (app) => {
    const rows = [
      { accountId: accounts.cem, ari: jira.ari, via: 'group', groupId: 'group-legacy' },
      { accountId: accounts.dot, ari: jira.ari, via: 'direct', groupId: null },
      { accountId: accounts.ada, ari: jira.ari, via: 'group', groupId: 'group-jira-users' },
      { accountId: accounts.ben, ari: jira.ari, via: 'group', groupId: 'group-engineering' },
    ] as const;
    const replies = await Promise.all([
      ...rows.map((row) => app.reply('exceptions/record', exception(app, { row }))),
      app.reply('route-outs/record', routeOut),
      app.reply('route-outs/record', { ...routeOut, accountId: accounts.ben }),
    ]);
    for (const reply of replies.filter((one) => !one.ok)) expect(reply).toEqual(refusal('CONFLICT'));
    // Of the two decisions on the same row of ben's one is there, and none of the others is lost.
    const [, , ofAda, ofBen, , routedBen] = replies;
    expect(ofAda!.ok).toBe(true);
    expect([ofBen!.ok, routedBen!.ok].sort()).toEqual([false, true]);
    for (const row of rows.slice(0, 2)) {
      await app.call('exceptions/record', exception(app, { row, after: await newestOn(app, row) }));
    }
    expect(decisionsOf(app).filter(({ state }) => state === 'superseded')).toHaveLength(2);

    const { links, head } = chainOf(app);
    expect(links.map((link) => link.sequence)).toEqual(links.map((_, i) => i + 1));
    expect(links.length).toBeGreaterThanOrEqual(9);
    expectChainHolds(app);

    const broken = (changed: readonly ChainLink[], by = head): void =>
      expect(findBrokenLink(changed, by, sha256)).not.toBeNull();
    links.forEach((link, at) => {
      const put = (change: Partial<ChainLink>): void =>
        broken(links.map((one, i) => (i === at ? { ...one, ...change } : one)));
      broken(links.filter((_, i) => i !== at));
      broken([...links.slice(0, at), link, ...links.slice(at)]);
      if (at > 0) broken(links.map((one, i) => (i === at ? links[at - 1]! : i === at - 1 ? link : one)));
      put({ sequence: link.sequence + 1 });
      put({ recordId: `${link.recordId}x` });
      put({ previous: link.hash });
      put({ hash: link.previous });
      put({ body: ` ${link.body}` });
      for (let i = 0; i < link.body.length; i += 7) {
        const other = link.body[i] === 'a' ? 'b' : 'a';
        put({ body: link.body.slice(0, i) + other + link.body.slice(i + 1) });
        put({ body: link.body.slice(0, i) + link.body.slice(i + 1) });
      }
    });
    broken(links.slice(0, -1));
    broken([]);
    broken(links, { ...head, sequence: head.sequence + 1 });
    broken(links, { ...head, hash: links[0]!.hash });

    // Another spelling of the same JSON is found even where whoever wrote it hashed it anew.
    const rehash = (link: ChainLink, body: string): ChainLink => ({
      ...link,
      body,
      hash: sha256([link.sequence, link.previous, link.recordId, body].join('\n')),
    });
    const last = links.at(-1)!;
    const asItWas = rehash(last, last.body);
    expect(asItWas).toEqual(last);
    const respelled = rehash(last, ` ${last.body}`);
    broken([...links.slice(0, -1), respelled], { sequence: respelled.sequence, hash: respelled.hash });
    // Hashed anew and consistent in itself, it is found by any head noted before.
    const forged = rehash(last, last.body.replace(/"reason":"[^"]*"/, '"reason":"Another."'));
    expect(forged.body).not.toBe(last.body);
    broken([...links.slice(0, -1), forged]);
  });
});
