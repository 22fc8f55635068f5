import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../src/contracts/api';
import { INSTALLATION, type RunningApp } from '../support/app';
import { storedWith } from '../support/canary';
import { refusal } from '../support/records';
import { betaJira, jira, who } from '../support/review-org';
import {
  EVERY_CASE,
  keyInput,
  OKTA,
  REVIEW,
  ROLES,
  saveKey,
  scan,
  setUpAndScan,
  startReviewApp,
} from '../support/set-up';

let app: RunningApp;
beforeEach(async () => {
  app = await startReviewApp();
});
afterEach(() => app.close());

const secrets = (): string[] =>
  app.host
    .inspect(INSTALLATION)
    .entries()
    .filter((entry) => entry.space === 'secret')
    .map((entry) => entry.key);

test('an organization admin who saves the first key becomes owner, and nothing was tried by a write', async () => {
  expect(await app.call('session/get', {})).toMatchObject({
    unclaimed: true,
    roles: [],
    capability: 'none',
  });
  const { setup, probes } = await saveKey(app);
  expect(probes.map(({ scope, granted }) => [scope, granted])).toEqual([
    ['read:orgs:admin', true],
    ['read:directories:admin', true],
    ['read:workspaces:admin', true],
    ['read:accounts:admin', true],
    ['read:groups:admin', true],
    ['read:events:admin', true],
  ]);
  expect(probes.filter(({ optional }) => optional).map(({ scope }) => scope)).toEqual(['read:events:admin']);
  expect(setup.roles).toEqual([{ accountId: who.owner, role: 'owner', idpId: null }]);
  expect(setup.keys).toMatchObject({ active: 'a', a: { savedBy: who.owner, scoped: true }, b: null });
  expect(await app.call('session/get', {})).toMatchObject({
    unclaimed: false,
    roles: ['owner'],
    capability: 'without-scim',
  });
  expect(app.org.requests.writes()).toEqual([]);
});

test('a Jira admin who does not administer the organization cannot claim the app with its key', async () => {
  const reply = await app.reply('setup/save-org-key', keyInput(app), who.jiraAdmin);
  expect(reply).toEqual(refusal('NOT_ORG_ADMIN'));
  expect(secrets()).toEqual([]);
  expect(await app.call('session/get', {})).toMatchObject({ unclaimed: true });
});

test('once somebody owns the app, another organization admin may not change its keys', async () => {
  await saveKey(app);
  app.org.world.apply({
    do: 'set-user',
    at: new Date(app.clock.now()).toISOString(),
    accountId: who.jiraAdmin,
    set: { platformRoles: ['atlassian/org-admin'] },
  });
  const reply = await app.reply('setup/save-org-key', keyInput(app, { slot: 'b' }), who.jiraAdmin);
  expect(reply).toEqual(refusal('NOT_ALLOWED', /Only an owner/));
});

test('a key without scopes is refused, and kept only where the owner insists; it is shown as such', async () => {
  const key = app.org.issueKey({ scopes: null });
  expect(await app.reply('setup/save-org-key', keyInput(app, { key }))).toEqual(refusal('KEY_UNSCOPED'));
  expect(secrets()).toEqual([]);
  const { setup } = await saveKey(app, { key, insistOnUnscoped: true });
  expect(setup.keys.a).toMatchObject({ scoped: false });
});

test('a key that lacks scopes is refused by their names', async () => {
  const key = app.org.issueKey({ scopes: ['read:orgs:admin', 'read:accounts:admin'] });
  const reply = await app.reply('setup/save-org-key', keyInput(app, { key }));
  expect(reply).toEqual(
    refusal('KEY_REFUSED', /read:directories:admin, read:workspaces:admin, read:groups:admin/),
  );
  expect(secrets()).toEqual([]);
});

test('the key of another organization, an expired one and a made-up one are refused', async () => {
  for (const key of [
    app.org.issueKey({ orgId: 'org-of-somebody' }),
    app.org.issueKey({ expired: true }),
    'made-up-key',
  ]) {
    const reply = await app.reply('setup/save-org-key', keyInput(app, { key }));
    expect(reply).toEqual(refusal('KEY_REFUSED'));
    expect(JSON.stringify(reply)).not.toContain(key);
  }
  expect(await app.reply('setup/save-org-key', keyInput(app, { orgId: 'org-of-somebody' }))).toMatchObject({
    ok: false,
  });
  expect(secrets()).toEqual([]);
});

test('an organization API that does not answer, or asks to wait for minutes, is said to be unreachable', async () => {
  app.front.intercept(() => ({ status: 503 }));
  expect(await app.reply('setup/save-org-key', keyInput(app))).toEqual(
    refusal('ORG_UNREACHABLE', /Try again/),
  );
  app.front.intercept(() => ({ status: 429, headers: { 'Retry-After': '600' } }));
  expect(await app.reply('setup/save-org-key', keyInput(app))).toEqual(
    refusal('ORG_UNREACHABLE', /Try again/),
  );
  app.front.intercept(() => ({ status: 200, body: '<html>' }));
  expect(await app.reply('setup/save-org-key', keyInput(app))).toEqual(
    refusal('ORG_UNREACHABLE', /Try again/),
  );
  app.front.intercept(() => ({ status: 200, body: '{"data":7}' }));
  expect(await app.reply('setup/save-org-key', keyInput(app))).toEqual(refusal('ANSWER_NOT_UNDERSTOOD'));
  expect(secrets()).toEqual([]);
});

test('a second key goes into the other slot and is used from then on; its expiry counts down', async () => {
  await saveKey(app, { expiresOn: '2026-12-23' });
  expect((await app.call('setup/get', {})).keys).toMatchObject({ active: 'a', expiresInDays: 30 });

  const next = app.org.issueKey({});
  const { setup } = await saveKey(app, { slot: 'b', key: next, expiresOn: '2027-11-23' });
  expect(setup.keys).toMatchObject({ active: 'b', a: { expiresOn: '2026-12-23' }, expiresInDays: 365 });
  await scan(app);
  expect(app.front.sent.at(-1)!.key).toBe(next);

  await saveKey(app, { slot: 'a', expiresOn: '2026-12-01' });
  await app.call('scan/start', {});
  await app.host.drainQueue();
  expect(app.front.sent.at(-1)!.key).toBe(app.org.orgKey);
  await app.advance(10 * 86_400_000);
  expect((await app.call('setup/get', {})).keys.expiresInDays).toBe(-2);
});

test('forgetting the keys deletes them from storage, and a scan then says that none is stored', async () => {
  await setUpAndScan(app);
  await saveKey(app, { slot: 'b' });
  expect(secrets()).toHaveLength(3);
  const forgotten = await app.call('setup/forget-keys', {});
  expect(secrets()).toEqual([]);
  expect(forgotten.keys).toMatchObject({ active: null, a: null, b: null, scim: [] });
  expect(await app.reply('scan/start', {})).toEqual(refusal('KEY_MISSING', /Save one under Setup/));
  // What was found before stays, without names.
  const list = await app.call('cases/list', EVERY_CASE);
  expect(list.total).toBeGreaterThan(0);
  expect(list.lines.every((line) => line.person.name === null)).toBe(true);
});

test('no part of a key appears in a reply, in the log or in a stored document', async () => {
  const keys = [app.org.orgKey, app.org.scimKeys.get(OKTA.idpId)!];
  const words = keys.map((key) => key.slice(0, 12));
  const replies: unknown[] = [];
  const note = async (reply: Promise<Reply<unknown>>): Promise<void> => {
    replies.push(await reply);
  };
  await note(app.reply('setup/save-org-key', keyInput(app)));
  await note(
    app.reply('setup/save-scim-key', { scimDirectoryId: OKTA.idpId, key: keys[1]!, expiresOn: null }),
  );
  await note(
    app.reply('setup/save-scim-key', { scimDirectoryId: 'scim-else', key: keys[1]!, expiresOn: null }),
  );
  // The other side repeats the key in its refusal, or answers nonsense.
  for (const status of [400, 401, 403, 404, 500]) {
    app.front.intercept(({ key }) => ({ status, body: JSON.stringify({ message: `bad key ${key}` }) }));
    await note(app.reply('setup/save-org-key', keyInput(app)));
    await note(app.reply('setup/search-people', { text: keys[0]! }));
    await note(app.reply('scan/start', {}));
    await app.host.drainQueue(INSTALLATION, { until: app.clock.now() + 3_600_000 });
    await note(app.reply('scan/progress', {}));
  }
  app.front.intercept(null);
  await scan(app);
  for (const call of ['session/get', 'setup/get', 'scan/progress', 'cycle/get'] as const) {
    await note(app.reply(call, {}));
  }
  await note(app.reply('registers/list', { kind: 'route-out' }));
  await note(app.reply('cases/list', EVERY_CASE));
  const told = JSON.stringify(replies);
  const logged = JSON.stringify(app.host.inspect(INSTALLATION).logs);
  for (const word of words) {
    expect(told).not.toContain(word);
    expect(logged).not.toContain(word);
  }
  expect(storedWith(app.host, INSTALLATION, words)).toEqual([]);
  expect(secrets().length).toBeGreaterThan(0);
});

test('a SCIM key is tried by one read and belongs to its directory', async () => {
  await saveKey(app);
  const key = app.org.scimKeys.get(OKTA.idpId)!;
  const bad = { scimDirectoryId: OKTA.idpId, key: 'another-key', expiresOn: null };
  expect(await app.reply('setup/save-scim-key', bad)).toEqual(refusal('KEY_REFUSED'));
  const setup = await app.call('setup/save-scim-key', {
    scimDirectoryId: OKTA.idpId,
    key,
    expiresOn: '2027-01-01',
  });
  expect(setup.keys.scim).toEqual([
    {
      scimDirectoryId: OKTA.idpId,
      card: {
        savedAt: expect.any(String) as string,
        savedBy: who.owner,
        expiresOn: '2027-01-01',
        scoped: false,
      },
    },
  ]);
  expect((await app.call('session/get', {})).capability).toBe('full');
  await scan(app);
  const { coverage } = await app.call('scan/progress', {});
  expect(coverage?.scimDirectories).toEqual({ [OKTA.idpId]: 'read' });
  expect(app.org.requests.writes()).toEqual([]);
});

test('an identity provider is added, changed under its id, and removed', async () => {
  await saveKey(app);
  await app.call('setup/save-identity-provider', { identityProvider: OKTA });
  const entra = { ...OKTA, idpId: 'entra', name: 'Entra', kind: 'entra-nested' as const };
  await app.call('setup/save-identity-provider', { identityProvider: entra });
  const changed = { ...OKTA, name: 'Okta Workforce', deputy: who.finance, escalateTo: who.auditor };
  const both = await app.call('setup/save-identity-provider', { identityProvider: changed });
  expect(both.identityProviders.map((idp) => idp.name).sort()).toEqual(['Entra', 'Okta Workforce']);
  for (const named of [who.finance, who.auditor])
    expect(both.people.map((person) => person.accountId)).toContain(named);
  const one = await app.call('setup/remove-identity-provider', { idpId: 'entra' });
  expect(one.identityProviders).toEqual([changed]);
});

test('the twenty-first identity provider or SCIM key is refused, and the app goes on with the twenty', async () => {
  await saveKey(app);
  for (let i = 1; i <= 20; i += 1) {
    await app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, idpId: `idp-${i}` } });
  }
  const more = { ...OKTA, idpId: 'idp-21' };
  expect(await app.reply('setup/save-identity-provider', { identityProvider: more })).toEqual(
    refusal('BAD_INPUT', /20/),
  );
  app.front.intercept(({ path }) =>
    path.startsWith('/scim/') ? { status: 200, body: '{"Resources":[],"totalResults":0}' } : null,
  );
  const scimKey = { key: 'scim-key-1', expiresOn: null };
  for (let i = 1; i <= 20; i += 1) {
    await app.call('setup/save-scim-key', { ...scimKey, scimDirectoryId: `scim-${i}` });
  }
  expect(await app.reply('setup/save-scim-key', { ...scimKey, scimDirectoryId: 'scim-21' })).toEqual(
    refusal('BAD_INPUT', /20/),
  );
  expect(secrets()).toHaveLength(21);
  const setup = await app.call('setup/get', {});
  expect(setup.identityProviders).toHaveLength(20);
  expect(setup.keys.scim).toHaveLength(20);
});

test('roles are given by an owner, the last owner stays, and identity owners speak for one provider', async () => {
  await saveKey(app);
  const setup = await app.call('setup/save-roles', { roles: [...ROLES] });
  expect(setup.roles).toEqual(ROLES);
  expect((await app.call('session/get', {}, who.reviewer)).roles).toEqual(['reviewer']);

  const withoutOwner = ROLES.filter((grant) => grant.role !== 'owner');
  expect(await app.reply('setup/save-roles', { roles: withoutOwner })).toEqual(
    refusal('BAD_INPUT', /owner must stay/),
  );
  for (const bad of [
    { accountId: who.finance, role: 'identity-owner' as const, idpId: null },
    { accountId: who.finance, role: 'finance' as const, idpId: OKTA.idpId },
  ]) {
    expect(await app.reply('setup/save-roles', { roles: [...ROLES, bad] })).toEqual(refusal('BAD_INPUT'));
  }
  expect((await app.call('setup/get', {})).roles).toEqual(ROLES);
  // Ownership handed over: the old owner is out at once.
  await app.call('setup/save-roles', { roles: [{ accountId: who.reviewer, role: 'owner', idpId: null }] });
  expect(await app.reply('setup/save-roles', { roles: [...ROLES] })).toEqual(refusal('NOT_ALLOWED'));
});

test('a product on a free plan bills nobody, and bills again once it is said to be paid', async () => {
  await setUpAndScan(app);
  const seats = async (): Promise<number> => {
    const filter = { ...EVERY_CASE.filter, ari: jira.ari };
    return (await app.call('cases/list', { ...EVERY_CASE, filter })).seats;
  };
  const before = await seats();
  expect(before).toBeGreaterThan(5);
  const setup = await app.call('setup/save-plans', { plans: [{ ari: jira.ari, plan: 'free' }] });
  expect(setup.plans).toEqual([{ ari: jira.ari, plan: 'free' }]);
  expect(await seats()).toBe(0);
  const one = await app.call('cases/get', { accountId: who.plain, ari: jira.ari });
  expect(one.case).toMatchObject({
    billable: false,
    billableBecause: expect.stringMatching(/free/i) as string,
  });
  await app.call('setup/save-plans', { plans: [{ ari: betaJira.ari, plan: 'free' }] });
  expect(await seats()).toBe(before);
});

test('review settings are kept; a time zone that does not exist is refused by its name', async () => {
  await saveKey(app);
  const review = {
    inactiveDays: 30,
    weekday: 'thursday' as const,
    timeZone: 'Europe/Berlin',
    activityShownAs: 'dates' as const,
    every: 'fortnight' as const,
    budget: 20,
    digest: { projectKey: 'OPS', issueTypeId: '10001', assignee: who.reviewer },
  };
  expect((await app.call('setup/get', {})).review).toEqual(REVIEW);
  const saved = await app.call('setup/save-review', { review });
  expect(saved.review).toEqual(review);
  expect(saved.people.map((person) => person.accountId)).toContain(who.reviewer);
  for (const timeZone of ['Mars/Olympus', 'Europe', "'; DROP"]) {
    expect(await app.reply('setup/save-review', { review: { ...review, timeZone } })).toEqual(
      refusal('BAD_INPUT', /is no time zone/),
    );
  }
  expect((await app.call('setup/get', {})).review).toEqual(review);
  expect((await app.call('session/get', {})).inactiveDays).toBe(30);
});

test('two savers at once: what one saved is never lost, the other is told of the conflict', async () => {
  await saveKey(app);
  const ids = Array.from({ length: 8 }, (_, i) => `idp-${i}`);
  // All are let pass at the same moment, so that all have read the same settings.
  let letPass: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (letPass = resolve));
  let waiting = 0;
  app.interceptJira(async () => {
    waiting += 1;
    if (waiting === ids.length) letPass();
    await all;
    return Response.json({ permissions: { ADMINISTER: { havePermission: true } } });
  });
  const replies = await Promise.all(
    ids.map((idpId) => app.reply('setup/save-identity-provider', { identityProvider: { ...OKTA, idpId } })),
  );
  const saved = ids.filter((_, i) => replies[i]!.ok);
  const refused = replies.filter((reply) => !reply.ok);
  expect(saved.length).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  for (const reply of refused) expect(reply).toEqual(refusal('CONFLICT'));
  const setup = await app.call('setup/get', {});
  expect(setup.identityProviders.map((idp) => idp.idpId).sort()).toEqual(saved.sort());
});

test('of two who claim the app at once one becomes owner, and the key of the other is not in use', async () => {
  app.org.world.apply({
    do: 'set-user',
    at: new Date(app.clock.now()).toISOString(),
    accountId: who.jiraAdmin,
    set: { platformRoles: ['atlassian/org-admin'] },
  });
  const keys = { [who.owner]: app.org.orgKey, [who.jiraAdmin]: app.org.issueKey({}) };
  const claims = [who.owner, who.jiraAdmin].map(async (accountId, i) => ({
    accountId,
    reply: await app.reply(
      'setup/save-org-key',
      keyInput(app, { slot: i === 0 ? 'a' : 'b', key: keys[accountId] }),
      accountId,
    ),
  }));
  const results = await Promise.all(claims);
  const winners = results.filter(({ reply }) => reply.ok);
  expect(winners).toHaveLength(1);
  expect(results.find(({ reply }) => !reply.ok)!.reply).toEqual(refusal('CONFLICT'));
  const [{ accountId }] = winners as [(typeof winners)[number]];
  expect((await app.call('session/get', {}, accountId)).roles).toEqual(['owner']);
  expect(secrets()).toHaveLength(1);
  await app.call('scan/start', {}, accountId);
  await app.host.drainQueue();
  expect(app.front.sent.at(-1)!.key).toBe(keys[accountId]);
});

test('projects and issue types are those of the person; whether one takes issues is asked as the app, which creates them', async () => {
  await saveKey(app);
  const target = { projectKey: 'IAM', issueTypeId: '10001' };
  const standing = async (change: Partial<typeof target>): Promise<string> =>
    (await app.call('setup/test-issue-target', { ...target, ...change })).standing;
  expect(await standing({})).toBe('accepted');
  expect(await standing({ issueTypeId: '99' })).toBe('type-refused');
  expect(await standing({ projectKey: 'NONE' })).toBe('project-refused');
  const asApp = app.jiraCalls.filter((call) => call.as === 'app');
  expect(asApp).toHaveLength(3);
  expect((await app.call('setup/projects', {})).projects.map(({ key }) => key)).toEqual(['IAM', 'OPS']);
  expect((await app.call('setup/issue-types', { projectKey: 'IAM' })).issueTypes.length).toBeGreaterThan(0);
  expect(app.org.world.issues()).toEqual([]);
  expect(app.jiraCalls.map((call) => call.init.method).filter((method) => method !== 'GET')).toEqual([]);
  const asPerson = app.jiraCalls.filter((call) => !asApp.includes(call));
  expect(asPerson.every((call) => call.as !== 'app' && call.as.accountId === who.owner)).toBe(true);
});
