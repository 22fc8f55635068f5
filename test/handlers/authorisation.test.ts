import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, type Call, type Caller, type Failure, type Output } from '../../src/contracts/api';
import { REGISTER_KINDS } from '../../src/contracts/records';
import type { JiraIntercept, RunningApp } from '../support/app';
import { INSTALLATION } from '../support/app';
import { moveInput, moveRecord, newestOn } from '../support/records';
import { accounts, betaJira, who, wiki } from '../support/review-org';
import {
  EVERY_CASE,
  keyInput,
  OKTA,
  saveKey,
  scan,
  setUpAndScan,
  startReviewApp,
  withApp,
} from '../support/set-up';
import { callsInOrder, callerOf, validInput, validInputs } from './valid-inputs';

const calls = Object.keys(api) as Call[];
let app: RunningApp;

beforeAll(async () => {
  app = await startReviewApp();
  await setUpAndScan(app);
});
afterAll(() => app.close());

/** What every call must leave as it is when it is refused. */
function traces(): unknown {
  return {
    stored: app.host.inspect(INSTALLATION).entries(),
    sent: app.front.sent.length,
    issues: app.org.world.issues().length,
    jira: app.jiraCalls.filter((call) => !call.path.startsWith('/rest/api/3/mypermissions')).length,
    queued: app.host.queueStats(INSTALLATION),
  };
}

async function saveKeys(): Promise<void> {
  await saveKey(app);
  const key = app.org.scimKeys.get(OKTA.idpId)!;
  await app.call('setup/save-scim-key', { scimDirectoryId: OKTA.idpId, key, expiresOn: null });
}

type Answer = { ok: true } | { ok: false; error: Failure };

/** Expects every call of the table to be refused, with nothing done and nothing told. */
async function expectRefusals(make: (call: Call, input: unknown) => Promise<unknown>): Promise<void> {
  const inputs = await validInputs(app);
  const before = traces();
  for (const call of calls) {
    const reply = await make(call, inputs[call]);
    expect(reply, call).toEqual({
      ok: false,
      error: { code: 'NOT_ALLOWED', message: expect.any(String) as string },
    });
    expect(JSON.stringify(reply), call).not.toMatch(/cloud-acme|org-k8q41a49|Celatum|group-/);
    expect(traces(), call).toEqual(before);
  }
}

const parts: readonly (readonly [who: string, accountId: string, callers: readonly Caller[]])[] = [
  ['the organization admin who became owner', who.owner, ['owner', 'site-admin']],
  ['a reviewer', who.reviewer, ['reviewer', 'site-admin']],
  ['finance', who.finance, ['finance', 'site-admin']],
  ['an auditor', who.auditor, ['auditor', 'site-admin']],
  ['an identity owner', who.identityOwner, ['identity-owner', 'site-admin']],
  ['a Jira admin without a role', who.jiraAdmin, ['site-admin']],
];

for (const [name, accountId, callers] of parts) {
  test(`${name} may make the calls of the call table that name him, and no other`, async () => {
    const session = await app.call('session/get', {}, accountId);
    for (const call of callsInOrder) {
      const named = callers.some((caller) => api[call].callers.includes(caller));
      // Everyone may try to save a key while nobody owns the app; here somebody does.
      const allowed = named && (call !== 'setup/save-org-key' || callers.includes('owner'));
      expect(session.mayCall.includes(call), call).toBe(allowed);
      const input = await validInput(app, call);
      const before = traces();
      const reply = (await app.invoke(call, input, accountId)) as Answer;
      if (allowed) {
        expect(reply, call).toMatchObject({ ok: true });
        if (call === 'scan/start' || call === 'queue/decide') await app.host.drainQueue();
        if (call === 'setup/forget-keys') await saveKeys();
      } else {
        expect(reply, call).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
        expect(traces(), call).toEqual(before);
      }
    }
  });
}

for (const [name, accountId] of [
  ['a plain user of this Jira', who.plain],
  ['the Jira admin of another site', who.beta],
  ['an account nobody knows', '712020:nobody'],
] as const) {
  test(`${name} is refused every call`, async () => {
    await expectRefusals((call, input) => app.invoke(call, input, accountId));
  });
}

test('without an account every call is refused, also where the page claims to be the owner', async () => {
  for (const context of [{}, { accountId: who.owner, installContext: 'ari:cloud:jira::site/cloud-acme' }]) {
    await expectRefusals((functionKey, payload) =>
      app.host.runFunction(INSTALLATION, 'resolver', {
        event: { call: { functionKey, payload }, context },
      }),
    );
  }
});

test('a page that claims to be the owner is answered as the person it really is', async () => {
  await expectRefusals((call, input) =>
    app.host.invoke(INSTALLATION, call, input, {
      accountId: who.plain,
      moduleKey: 'seatpath',
      context: { accountId: who.owner, cloudId: 'cloud-acme' },
    }),
  );
});

const json = (body: unknown, status = 200): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

const probes: Readonly<Record<string, () => Response | Promise<Response>>> = {
  'the status 500': () => json({ errorMessages: ['broken'] }, 500),
  'the status 401': () => json({ message: 'Unauthorized; scope does not match' }, 401),
  'a page of HTML': () => json('<html>ADMINISTER</html>'),
  nothing: () => json(''),
  'a list': () => json([{ permissions: { ADMINISTER: { havePermission: true } } }]),
  'a yes in words': () => json({ permissions: { ADMINISTER: { havePermission: 'true' } } }),
  'a yes as a number': () => json({ permissions: { ADMINISTER: { havePermission: 1 } } }),
  'no word on administering': () => json({ permissions: { ADMINISTER: {} } }),
  'another permission': () => json({ permissions: { CREATE_ISSUES: { havePermission: true } } }),
  'a plain no': () => json({ permissions: { ADMINISTER: { havePermission: false } } }),
  'a redirect': () => json({ permissions: { ADMINISTER: { havePermission: true } } }, 302),
  'an exception': () => Promise.reject(new TypeError('fetch failed')),
};

for (const [said, answer] of Object.entries(probes)) {
  test(`even the owner is refused while Jira answers the question for his permission with ${said}`, async () => {
    const intercept: JiraIntercept = ({ path }) => (path.includes('mypermissions') ? answer() : null);
    try {
      await expectRefusals((call, input) => {
        app.interceptJira(intercept);
        return app.invoke(call, input);
      });
    } finally {
      app.interceptJira(null);
    }
  });
}

test('a permission that Jira confirms only after the time is over brings nothing about', async () => {
  const inputs = await validInputs(app);
  for (const call of calls) {
    const before = traces();
    let sayYes: (answer: Response) => void = () => undefined;
    app.interceptJira(
      () =>
        new Promise((resolve) => {
          sayYes = resolve;
        }),
    );
    const failed = expect(app.invoke(call, inputs[call], callerOf(call))).rejects.toThrow(
      'did not end within 25 s',
    );
    await app.advance(100);
    await app.advance(25_000);
    await failed;
    app.interceptJira(null);
    sayYes(json({ permissions: { ADMINISTER: { havePermission: true } } }));
    await app.advance(1_000);
    expect(traces(), call).toEqual(before);
  }
});

test('who loses the administration of Jira is refused from the next call on', async () => {
  const other = await startReviewApp();
  try {
    await setUpAndScan(other);
    expect(await other.reply('cases/list', EVERY_CASE, who.reviewer)).toMatchObject({
      ok: true,
    });
    other.org.world.apply({
      do: 'remove-member',
      at: new Date(other.clock.now()).toISOString(),
      groupId: 'group-jira-admins',
      accountId: who.reviewer,
      by: who.owner,
    });
    expect(await other.reply('cases/list', EVERY_CASE, who.reviewer)).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    });
  } finally {
    await other.close();
  }
});

test('names of Object.prototype and other unknown names are no calls, and nothing comes back with the refusal', async () => {
  const names = [
    ...Object.getOwnPropertyNames(Object.prototype),
    ...['', ' ', 'length', 'name', 'prototype', 'define', 'session/get ', 'SESSION/GET', 'session', '*'],
    ...['session/get\u0000', 'setup/drop-everything', '../session/get', 'x'.repeat(10_000)],
  ];
  expect(names.length).toBeGreaterThanOrEqual(24);
  for (const name of names) {
    const before = traces();
    const reply = await app.invoke(name, { canary: 'payload-canary' });
    expect(reply, name).toEqual({
      ok: false,
      error: { code: 'UNKNOWN_CALL', message: 'Seatpath has no such call.' },
    });
    expect(traces(), name).toEqual(before);
  }
  for (const functionKey of [null, 7, ['session/get'], { toString: 'session/get' }]) {
    const reply = await app.host.runFunction(INSTALLATION, 'resolver', {
      accountId: who.owner,
      event: { call: { functionKey, payload: {} }, context: {} },
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
  }
});

/** Every copy of an input with one field, at any depth, put through `change`; undefined leaves the field out. */
function variants(input: unknown, change: (name: string) => unknown): [path: string, changed: unknown][] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input as Record<string, unknown>).flatMap(([name, value]) => {
    const replaced: Record<string, unknown> = { ...(input as Record<string, unknown>) };
    replaced[name] = change(name);
    const deeper = variants(value, change).map(([path, inner]): [string, unknown] => [
      `${name}.${path}`,
      Array.isArray(input)
        ? (input as unknown[]).map((old, i) => (String(i) === name ? inner : old))
        : { ...(input as Record<string, unknown>), [name]: inner },
    ]);
    return Array.isArray(input) ? deeper : [[name, replaced] as [string, unknown], ...deeper];
  });
}

/** Sends what a call cannot read, each by what is wrong with it, and expects that nothing comes of any. */
async function expectBadInput(
  call: Call,
  payloads: Iterable<[what: string, payload: unknown]>,
): Promise<number> {
  const before = traces();
  let tried = 0;
  for (const [what, payload] of payloads) {
    tried += 1;
    const reply = (await app.invoke(call, payload, callerOf(call))) as Answer;
    expect(reply, `${call}: ${what}`).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  }
  expect(traces(), call).toEqual(before);
  return tried;
}

test('a field that the call does not know, above all one that says who acts, is bad input', async () => {
  const inputs = await validInputs(app);
  const fields = ['recordedBy', 'accountId2', 'actor', 'caller', 'cloudId', 'installContext', 'roles2'];
  for (const call of calls) {
    const unknown = fields.filter((field) => !Object.hasOwn(inputs[call], field));
    await expectBadInput(
      call,
      unknown.map((field) => [field, { ...inputs[call], [field]: who.reviewer }]),
    );
  }
});

test('a field of the wrong type, or none, is bad input', async () => {
  const inputs = await validInputs(app);
  for (const call of calls) {
    const input = inputs[call];
    const wrongs = [{ constructor: { name: 'x' } }, undefined, Number.MAX_VALUE, [[]]];
    await expectBadInput(call, [
      ...wrongs.flatMap((wrong) =>
        variants(input, () => wrong).map(([path, payload]): [string, unknown] => [
          `${path} = ${JSON.stringify(wrong)}`,
          payload,
        ]),
      ),
      ...[[], 'text', 7, true, [input]].map((whole): [string, unknown] => ['no object', whole]),
    ]);
  }
});

test('a payload with __proto__ or constructor changes nothing anywhere', async () => {
  const inputs = await validInputs(app);
  for (const call of calls) {
    const payloads = ['__proto__', 'constructor', 'prototype'].map((key): [string, unknown] => {
      const text = JSON.stringify({ ...inputs[call], KEY: { owner: true, polluted: 1 } });
      return [key, JSON.parse(text.replace('"KEY"', `"${key}"`)) as unknown];
    });
    await expectBadInput(call, payloads);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }
});

const ID_FIELDS = new Set([
  ...['accountId', 'orgId', 'idpId', 'scimDirectoryId', 'projectKey', 'issueTypeId', 'groupId', 'ari'],
  ...['ownedBy', 'owners', 'assignee', 'steward', 'after', 'recordId', 'cycleId', 'itemId', 'batchId'],
  ...['cloudId', 'except', 'before'],
]);

test('an id that could leave its place in an address or a key is refused before anything is asked', async () => {
  const hostile = [
    ...['../../x', 'a/../b', '..', 'a/b', 'a\\b', 'a?b', 'a#b', 'a%2Fb', '%2e%2e', 'a;b', 'a&b', 'a b'],
    ...['a\r\nX-Injected: 1', 'a\n', '\na', 'a\u0000', 'a"b', "a'b", 'a`b', '" OR project = "OPS', ''],
    ...['\u202ea', 'ａｂｃ', 'x'.repeat(600)],
  ];
  let tried = 0;
  const inputs = await validInputs(app);
  for (const call of calls) {
    // The filters of the table are compared, and never sent or used as a key.
    if (call === 'cases/list' || call === 'exports/cases') continue;
    const payloads = hostile.flatMap((value) =>
      variants(inputs[call], () => value)
        .filter(([path]) => ID_FIELDS.has(path.split('.').at(-1)!))
        .map(([path, payload]): [string, unknown] => [`${path} = ${JSON.stringify(value)}`, payload]),
    );
    tried += await expectBadInput(call, payloads);
  }
  expect(tried).toBeGreaterThan(800);
});

test('bad input is told without repeating what was typed, so that a mistyped key stays unseen', async () => {
  const secret = 'ATCTT3-canary with a blank';
  const reply = await app.invoke('setup/save-org-key', { ...keyInput(app), key: secret });
  expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  expect(JSON.stringify(reply)).not.toContain('canary');
});

/** Two sites of which every register holds something. */
async function recordEverywhere(other: RunningApp): Promise<void> {
  await setUpAndScan(other);
  const made = callsInOrder.filter((call) => /^[a-z-]+\/(record|intend|redesign|attest|steward)$/.test(call));
  expect(made).toHaveLength(14);
  for (const call of made) {
    expect(await other.invoke(call, await validInput(other, call), callerOf(call)), call).toMatchObject({
      ok: true,
    });
  }
  await other.call('setup/save-plans', await validInput(other, 'setup/save-plans'));
  const row = {
    accountId: accounts.cem,
    ari: betaJira.ari,
    via: 'group',
    groupId: 'group-beta-users',
  } as const;
  const exception = await validInput(other, 'exceptions/record');
  await other.call('exceptions/record', { ...exception, row, after: await newestOn(other, row) });
  const site = await validInput(other, 'sites/attest');
  await other.call('sites/attest', { ...site, cloudId: 'cloud-beta', after: null });
  const steward = await validInput(other, 'sources/steward');
  await other.call('sources/steward', { ...steward, groupId: 'group-beta-admins', after: null });
  // The cycle that is open knows the plans of both sites.
  await other.call('cycle/close', await validInput(other, 'cycle/close'));
  await validInput(other, 'cycle/close');
}

const OF_BETA = /cloud-beta|jira@beta|beta-users|beta-admins/;

test('a Jira admin without a role sees the cases, sources, review, records and products of his own site only', async () => {
  await withApp({}, async (other) => {
    await recordEverywhere(other);
    const views = async (accountId: string): Promise<Record<string, unknown>> => ({
      setup: await other.call('setup/get', {}, accountId),
      progress: await other.call('scan/progress', {}, accountId),
      cases: await other.call('cases/list', EVERY_CASE, accountId),
      searched: await other.call(
        'cases/list',
        { ...EVERY_CASE, filter: { ...EVERY_CASE.filter, ari: betaJira.ari } },
        accountId,
      ),
      sources: await other.call('sources/list', await validInput(other, 'sources/list'), accountId),
      cycle: await other.call('cycle/get', {}, accountId),
      queue: await other.call('queue/list', { part: 'queue', offset: 0, limit: 200 }, accountId),
      backlog: await other.call('queue/list', { part: 'backlog', offset: 0, limit: 200 }, accountId),
      ...Object.fromEntries(
        await Promise.all(
          REGISTER_KINDS.map(
            async (kind) => [kind, await other.call('registers/list', { kind }, accountId)] as const,
          ),
        ),
      ),
    });
    const everywhere = await views(who.owner);
    const onBeta = ['setup', 'cases', 'searched', 'sources', 'cycle', 'exception', 'keep', 'local-action'];
    for (const view of [...onBeta, 'redesign', 'protection', 'settings-attestation', 'stewardship']) {
      expect(JSON.stringify(everywhere[view]), view).toMatch(OF_BETA);
    }
    const here = await views(who.jiraAdmin);
    for (const [view, shown] of Object.entries(here)) {
      expect(JSON.stringify(shown), view).not.toMatch(OF_BETA);
    }
    expect(here['cases']).toMatchObject({ total: expect.any(Number) as number });
    expect((here['cases'] as { total: number }).total).toBeGreaterThan(5);
    const ofBoth = [
      'exception',
      'hold',
      'intent',
      'settings-attestation',
      'source-attestation',
      'stewardship',
    ];
    for (const view of ['queue', ...ofBoth]) {
      expect((here[view] as { lines: unknown[] }).lines.length, view).toBeGreaterThan(0);
    }
    // A group of the other site is none here, also for whoever knows the id of its record.
    const [steward] = (everywhere['stewardship'] as Output<'registers/list'>).lines;
    const end = { recordId: steward!.record.id, version: steward!.version, move: 'end' as const, note: '' };
    expect(await other.reply('records/move', end, who.jiraAdmin)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

test('what is on another site is not found by a Jira admin without a role, by its id either', async () => {
  await withApp({}, async (other) => {
    await setUpAndScan(other);
    const lists = await Promise.all(
      (['queue', 'backlog'] as const).map((part) =>
        other.call('queue/list', { part, offset: 0, limit: 200 }),
      ),
    );
    const items = lists.flatMap(({ lines }) => lines).filter(({ item }) => item.ari === betaJira.ari);
    expect(items.length).toBeGreaterThanOrEqual(4);
    const row = {
      accountId: accounts.cem,
      ari: betaJira.ari,
      via: 'group',
      groupId: 'group-beta-users',
    } as const;
    const planned = await other.call('local-actions/record', { row, after: null, reason: 'Left the team.' });
    await moveRecord(other, planned, 'approve', who.reviewer);
    const hidden: [Call, unknown][] = [
      ...items.map(({ item }): [Call, unknown] => ['queue/item', { itemId: item.id, offset: 0, limit: 10 }]),
      ['cases/get', { accountId: accounts.cem, ari: betaJira.ari }],
      ['cases/history', { accountId: accounts.cem, ari: betaJira.ari, before: null }],
      ['sources/get', { groupId: 'group-beta-users', ari: betaJira.ari }],
      ['records/move', await moveInput(other, planned, 'claim')],
    ];
    for (const [call, input] of hidden) {
      expect(await other.invoke(call, input, who.jiraAdmin), call).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
      expect(await other.invoke(call, input, who.auditor), call).toMatchObject({ ok: true });
    }
  });
});

test('where one site is in scope, its groups of unknown owner are in the queue of those who decide, and nothing of another site is', async () => {
  await withApp({}, async (other) => {
    await setUpAndScan(other);
    const unknown = async (by: string): Promise<Output<'queue/list'>['lines']> => {
      const { lines } = await other.call('queue/list', { part: 'queue', offset: 0, limit: 200 }, by);
      return lines.filter(({ item }) => item.class === 'unknown-source');
    };
    expect(await unknown(who.reviewer)).toHaveLength(1);
    await other.call('setup/save-scope', { scope: 'site' });
    const [line] = await unknown(who.reviewer);
    expect(line).toMatchObject({ groupName: 'unsaid', people: 1 });
    const input = { itemId: line!.item.id, offset: 0, limit: 10 };
    expect(await other.call('queue/item', input, who.reviewer)).toMatchObject({
      lines: [{ person: { accountId: accounts.eve }, ari: wiki.ari }],
    });
    const { lines } = await other.call('queue/list', { part: 'queue', offset: 0, limit: 200 }, who.reviewer);
    expect(JSON.stringify(lines)).not.toMatch(OF_BETA);
    // Granted on the other site only, the group is none of this one.
    const at = new Date(other.clock.now()).toISOString();
    const grant = { do: 'set-grant', at, groupId: 'group-unsaid' } as const;
    other.org.world.apply({ ...grant, ari: wiki.ari, roles: [] });
    other.org.world.apply({ ...grant, ari: betaJira.ari, roles: ['atlassian/user'] });
    await scan(other);
    expect(await unknown(who.reviewer)).toEqual([]);
    expect(await other.reply('queue/item', input, who.reviewer)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

test('an owner and a reviewer see one site only where the organization is out of scope', async () => {
  await app.call('setup/save-scope', { scope: 'site' });
  try {
    for (const accountId of [who.owner, who.reviewer, who.auditor]) {
      const list = await app.call('cases/list', EVERY_CASE, accountId);
      expect(list.lines.map((line) => line.ari)).not.toContain(betaJira.ari);
      expect(list.products.map((product) => product.ari)).not.toContain(betaJira.ari);
    }
  } finally {
    await app.call('setup/save-scope', { scope: 'organization' });
  }
});
