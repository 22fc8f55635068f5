import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, type Call, type Caller, type Failure } from '../../src/contracts/api';
import type { JiraIntercept, RunningApp } from '../support/app';
import { INSTALLATION } from '../support/app';
import { accounts, betaJira, who } from '../support/review-org';
import { keyInput, saveKey, setUpAndScan, startReviewApp } from '../support/set-up';
import { validInputs } from './valid-inputs';

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

type Answer = { ok: true } | { ok: false; error: Failure };

/** Expects every call of the table to be refused, with nothing done and nothing told. */
async function expectRefusals(make: (call: Call, input: unknown) => Promise<unknown>): Promise<void> {
  const inputs = validInputs(app);
  for (const call of calls) {
    const before = traces();
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
    for (const call of calls) {
      const named = callers.some((caller) => api[call].callers.includes(caller));
      // Everyone may try to save a key while nobody owns the app; here somebody does.
      const allowed = named && (call !== 'setup/save-org-key' || callers.includes('owner'));
      expect(session.mayCall.includes(call), call).toBe(allowed);
      const before = traces();
      const reply = (await app.invoke(call, validInputs(app)[call], accountId)) as Answer;
      if (allowed) {
        expect(reply, call).toMatchObject({ ok: true });
        if (call === 'scan/start') await app.host.drainQueue();
        if (call === 'setup/forget-keys') await saveKey(app);
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
    app.interceptJira(intercept);
    try {
      await expectRefusals((call, input) => app.invoke(call, input));
    } finally {
      app.interceptJira(null);
    }
  });
}

test('a permission that Jira confirms only after the time is over brings nothing about', async () => {
  const inputs = validInputs(app);
  for (const call of calls) {
    const before = traces();
    let sayYes: (answer: Response) => void = () => undefined;
    app.interceptJira(
      () =>
        new Promise((resolve) => {
          sayYes = resolve;
        }),
    );
    const failed = expect(app.invoke(call, inputs[call])).rejects.toThrow('did not end within 25 s');
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
    expect(await other.reply('cases/list', validInputs(other)['cases/list'], who.reviewer)).toMatchObject({
      ok: true,
    });
    other.org.world.apply({
      do: 'remove-member',
      at: new Date(other.clock.now()).toISOString(),
      groupId: 'group-jira-admins',
      accountId: who.reviewer,
      by: who.owner,
    });
    expect(await other.reply('cases/list', validInputs(other)['cases/list'], who.reviewer)).toMatchObject({
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

async function expectBadInput(call: Call, payload: unknown, what: string): Promise<void> {
  const before = traces();
  const reply = (await app.invoke(call, payload)) as Answer;
  expect(reply, `${call}: ${what}`).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  expect(traces(), `${call}: ${what}`).toEqual(before);
}

test('a field that the call does not know, above all one that says who acts, is bad input', async () => {
  const inputs = validInputs(app);
  const fields = ['recordedBy', 'accountId2', 'actor', 'caller', 'cloudId', 'installContext', 'roles2'];
  for (const call of calls) {
    for (const field of fields) {
      await expectBadInput(call, { ...inputs[call], [field]: who.reviewer }, field);
    }
  }
});

test('a field of the wrong type, or none, is bad input', async () => {
  for (const call of calls) {
    const input = validInputs(app)[call];
    for (const wrong of [{ constructor: { name: 'x' } }, undefined, Number.MAX_VALUE, [[]]]) {
      for (const [path, payload] of variants(input, () => wrong)) {
        await expectBadInput(call, payload, `${path} = ${JSON.stringify(wrong)}`);
      }
    }
    for (const whole of [[], 'text', 7, true, [input]]) await expectBadInput(call, whole, 'no object');
  }
});

test('a payload with __proto__ or constructor changes nothing anywhere', async () => {
  for (const call of calls) {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const text = JSON.stringify({ ...validInputs(app)[call], KEY: { owner: true, polluted: 1 } });
      await expectBadInput(call, JSON.parse(text.replace('"KEY"', `"${key}"`)) as unknown, key);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  }
});

const ID_FIELDS = new Set(
  'accountId orgId idpId scimDirectoryId projectKey issueTypeId groupId ari ownedBy owners'.split(' '),
);

test('an id that could leave its place in an address or a key is refused before anything is asked', async () => {
  const hostile = [
    ...['../../x', 'a/../b', '..', 'a/b', 'a\\b', 'a?b', 'a#b', 'a%2Fb', '%2e%2e', 'a;b', 'a&b', 'a b'],
    ...['a\r\nX-Injected: 1', 'a\n', '\na', 'a\u0000', 'a"b', "a'b", 'a`b', '" OR project = "OPS', ''],
    ...['\u202ea', 'ａｂｃ', 'x'.repeat(600)],
  ];
  let tried = 0;
  for (const call of calls) {
    // The filters of the table are compared, and never sent or used as a key.
    if (call === 'cases/list') continue;
    for (const value of hostile) {
      for (const [path, payload] of variants(validInputs(app)[call], () => value)) {
        const field = path.split('.').at(-1)!;
        if (!ID_FIELDS.has(field)) continue;
        tried += 1;
        await expectBadInput(call, payload, `${path} = ${JSON.stringify(value)}`);
      }
    }
  }
  expect(tried).toBeGreaterThan(400);
});

test('bad input is told without repeating what was typed, so that a mistyped key stays unseen', async () => {
  const secret = 'ATCTT3-canary with a blank';
  const reply = await app.invoke('setup/save-org-key', { ...keyInput(app), key: secret });
  expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  expect(JSON.stringify(reply)).not.toContain('canary');
});

test('a Jira admin without a role sees the cases, sources, records and products of his own site only', async () => {
  const inputs = validInputs(app);
  const onBeta = {
    ...inputs['exceptions/record'],
    row: { accountId: accounts.cem, ari: betaJira.ari, via: 'group' as const, groupId: 'group-beta-users' },
  };
  await app.call('exceptions/record', onBeta);
  await app.call('exceptions/record', inputs['exceptions/record']);
  const views = async (accountId: string): Promise<Record<string, unknown>> => ({
    setup: await app.call('setup/get', {}, accountId),
    progress: await app.call('scan/progress', {}, accountId),
    cases: await app.call('cases/list', inputs['cases/list'], accountId),
    searched: await app.call(
      'cases/list',
      { ...inputs['cases/list'], filter: { ...inputs['cases/list'].filter, ari: betaJira.ari } },
      accountId,
    ),
    sources: await app.call('sources/list', inputs['sources/list'], accountId),
    exceptions: await app.call('exceptions/list', {}, accountId),
    routeOuts: await app.call('route-outs/list', {}, accountId),
  });
  const everywhere = await views(who.owner);
  for (const view of ['setup', 'cases', 'searched', 'sources', 'exceptions']) {
    expect(JSON.stringify(everywhere[view]), view).toContain(betaJira.ari);
  }
  const here = await views(who.jiraAdmin);
  for (const [view, shown] of Object.entries(here)) {
    expect(JSON.stringify(shown), view).not.toMatch(/cloud-beta|jira@beta|beta-users/);
  }
  expect(here['cases']).toMatchObject({ total: expect.any(Number) as number });
  expect((here['cases'] as { total: number }).total).toBeGreaterThan(5);
  expect((here['exceptions'] as { lines: unknown[] }).lines.length).toBeGreaterThan(0);

  const hidden = { accountId: accounts.cem, ari: betaJira.ari };
  expect(await app.reply('cases/get', hidden, who.owner)).toMatchObject({ ok: true });
  expect(await app.reply('cases/get', hidden, who.jiraAdmin)).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
});

test('an owner and a reviewer see one site only where the organization is out of scope', async () => {
  await app.call('setup/save-scope', { scope: 'site' });
  try {
    for (const accountId of [who.owner, who.reviewer, who.auditor]) {
      const list = await app.call('cases/list', validInputs(app)['cases/list'], accountId);
      expect(list.lines.map((line) => line.ari)).not.toContain(betaJira.ari);
      expect(list.products.map((product) => product.ari)).not.toContain(betaJira.ari);
    }
  } finally {
    await app.call('setup/save-scope', { scope: 'organization' });
  }
});
