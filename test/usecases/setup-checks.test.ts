import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CheckParams, LastCheck, RemarkCode, SetupStep } from '../../src/contracts/setup-checks';
import type { OrgFileUser } from '../../local/org/org-file';
import type { RunningApp } from '../support/app';
import { poolInput } from '../support/money';
import { DAY, dayIn, refusal } from '../support/records';
import { jira, who } from '../support/review-org';
import { OKTA, REVIEW, ROLES, saveKey, scan, setUpAndScan, startReviewApp } from '../support/set-up';

let app: RunningApp;
beforeEach(async () => {
  app = await startReviewApp();
});
afterEach(() => app.close());

type Told = readonly [code: RemarkCode, params: CheckParams];

/** What a test of a step finds, and that it changed nothing at Atlassian. */
async function check(step: SetupStep): Promise<Told[]> {
  const before = app.jiraCalls.length;
  const { remarks } = await app.call('setup/check', { step });
  expect(app.org.requests.writes()).toEqual([]);
  const methods = app.jiraCalls.slice(before).map(({ init }) => init.method ?? 'GET');
  expect(methods.filter((method) => method !== 'GET')).toEqual([]);
  return remarks.map(({ code, params }) => [code, params]);
}

const codes = async (step: SetupStep): Promise<RemarkCode[]> => (await check(step)).map(([code]) => code);

const happen = (accountId: string, set: Partial<OrgFileUser>): void => {
  app.org.world.apply({
    do: 'set-user',
    at: new Date(app.clock.now()).toISOString(),
    accountId,
    set,
  });
};
const close = (accountId: string): void => {
  happen(accountId, { accountStatus: 'closed' });
};
const saveProvider = (change: Partial<typeof OKTA>): Promise<unknown> =>
  app.call('setup/save-identity-provider', { identityProvider: { ...OKTA, ...change } });
const jiraSilent = (part: string): void => {
  app.interceptJira(({ path }) => (path.includes(part) ? new Response('{}', { status: 503 }) : null));
};

test('every step can be tested before anything is set up, and what is not known is never called ok', async () => {
  // Somebody has to own the app to test it; without a key all the rest is unset.
  await saveKey(app);
  await app.call('setup/forget-keys', {});
  expect(await codes('org-key')).toEqual(['key-none']);
  expect(await codes('scan')).toEqual(['scan-none']);
  expect(await codes('owners')).toEqual(['owners-need-scan']);
  expect(await codes('roles')).toEqual(['roles-alone']);
  expect(await codes('prices')).toEqual(['prices-need-scan']);
  expect(await codes('review')).toEqual(['review-next', 'review-no-digest']);
  expect(await codes('scim')).toEqual(['scim-none']);
});

test('the state of a remark goes with its code, and the moment of a test is told', async () => {
  await saveKey(app);
  const before = app.clock.now();
  const told = await app.call('setup/check', { step: 'org-key' });
  // Before its result was kept, which takes time too.
  expect(Date.parse(told.at)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(told.at)).toBeLessThanOrEqual(app.clock.now());
  expect(told.remarks.map(({ code, state }) => [code, state])).toEqual([
    ['key-accepted', 'ok'],
    ['key-expiry-unknown', 'unknown'],
  ]);
});

test('nobody but an owner tests a step: a test asks with his keys', async () => {
  await setUpAndScan(app);
  const before = app.jiraCalls.length;
  for (const by of [who.reviewer, who.auditor, who.finance, who.jiraAdmin])
    expect(await app.reply('setup/check', { step: 'owners' }, by), by).toEqual(refusal('NOT_ALLOWED'));
  const asked = app.jiraCalls.slice(before).filter(({ path }) => !path.includes('mypermissions'));
  expect(asked).toEqual([]);
});

test('the organization key is asked for anew: accepted, near its end, past it, and revoked', async () => {
  const key = app.org.issueKey({ expiresAt: app.clock.now() + 50 * DAY });
  const day = dayIn(app, 40);
  await saveKey(app, { key, expiresOn: day });
  expect(await check('org-key')).toEqual([
    ['key-accepted', { name: 'Small world' }],
    ['key-expires', { day }],
  ]);
  await app.advance(10 * DAY);
  expect((await check('org-key')).at(-1)).toEqual(['key-expires-soon', { day, count: 30 }]);
  await app.advance(31 * DAY);
  expect(await codes('org-key')).toEqual(['key-accepted', 'key-expired']);
  await app.advance(10 * DAY);
  expect(await codes('org-key')).toEqual(['key-refused', 'key-expired']);
});

test('a key that lost scopes, sees no audit log or has no scopes at all is told by what it lacks', async () => {
  await saveKey(app);
  app.front.intercept(({ path }) => (path.includes('/groups/search') ? { status: 403 } : null));
  expect(await check('org-key')).toContainEqual(['key-scopes-missing', { names: ['read:groups:admin'] }]);
  app.front.intercept(({ path }) => (path.includes('/events-stream') ? { status: 403 } : null));
  expect(await codes('org-key')).toEqual(['key-accepted', 'key-audit-unread', 'key-expiry-unknown']);
  app.front.intercept(({ path }) => (path.includes('/events-stream') ? { status: 400 } : null));
  expect(await codes('org-key')).toEqual(['key-accepted', 'key-audit-untried', 'key-expiry-unknown']);
  app.front.intercept(({ path }) =>
    path.includes('/groups/search') ? { status: 200, body: '{"data":[],"links":{}}' } : null,
  );
  expect(await check('org-key')).toContainEqual(['key-scopes-untried', { names: ['read:groups:admin'] }]);
  app.front.intercept(null);
  const key = app.org.issueKey({ scopes: null });
  await saveKey(app, { key, insistOnUnscoped: true });
  expect(await codes('org-key')).toContain('key-unscoped');
});

test('a key that could not be tried is unknown, neither accepted nor refused', async () => {
  await saveKey(app);
  for (const [answer, code] of [
    [{ status: 503 }, 'key-untried'],
    [{ status: 429, headers: { 'Retry-After': '600' } }, 'key-untried'],
    [{ status: 200, body: '{"data":7}' }, 'key-not-understood'],
    [{ status: 404 }, 'key-no-organization'],
  ] as const) {
    app.front.intercept(() => answer);
    expect(await codes('org-key')).toEqual([code, 'key-expiry-unknown']);
  }
});

test('a scan: none, running, complete, old, failed', async () => {
  await saveKey(app);
  await app.call('scan/start', {});
  expect(await codes('scan')).toEqual(['scan-first-running']);
  await app.host.drainQueue();
  const [first] = await check('scan');
  expect(first).toEqual(['scan-complete', { at: expect.any(String) as string }]);
  await app.advance(8 * DAY);
  expect((await check('scan')).slice(1)).toEqual([['scan-old', { count: 8 }]]);
  app.front.intercept(() => ({ status: 401 }));
  await scan(app);
  expect(await codes('scan')).toEqual(['scan-failed', 'scan-complete', 'scan-old']);
});

test('a partial scan is told by what of it is missing', async () => {
  await saveKey(app);
  const scimDirectoryId = OKTA.idpId;
  const key = app.org.issueKey({ scimDirectoryId, expiresAt: app.clock.now() + DAY });
  app.front.intercept(({ path }) =>
    path.startsWith('/scim/') ? { status: 200, body: '{"Resources":[],"totalResults":0}' } : null,
  );
  await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
  app.front.intercept(({ path }) => {
    if (path.startsWith('/scim/')) return { status: 403 };
    if (path.endsWith('/users/count')) return { status: 200, body: '{"count":1000}' };
    if (path.endsWith('/groups/count')) return { status: 200, body: '{}' };
    return null;
  });
  await scan(app);
  const told = await check('scan');
  expect(told.map(([code]) => code)).toEqual([
    'scan-partial',
    'scan-accounts-missing',
    'scan-uncounted',
    'scan-directories-unread',
  ]);
  expect(told[1]![1]).toEqual({ count: 13, of: 1000 });
  expect(told[3]![1]).toEqual({ names: [scimDirectoryId] });
});

test('identity owners: a synced group without a provider, then a single owner, then a second one', async () => {
  await saveKey(app);
  await scan(app);
  expect(await check('owners')).toEqual([['owners-no-provider', { count: 1 }]]);
  await saveProvider({ owners: [], projectKey: null, issueTypeId: null });
  expect(await check('owners')).toEqual([
    ['owners-nobody', { name: 'Okta' }],
    ['owners-no-target', { name: 'Okta' }],
  ]);
  await saveProvider({});
  expect(await check('owners')).toEqual([
    ['owners-active', { name: 'Okta', people: [who.identityOwner] }],
    ['owners-alone', { name: 'Okta', people: [who.identityOwner] }],
    ['owners-target-accepted', { name: 'Okta', project: 'IAM' }],
  ]);
  await saveProvider({ deputy: who.finance });
  expect(await check('owners')).toEqual([
    ['owners-active', { name: 'Okta', people: [who.identityOwner, who.finance] }],
    ['owners-target-accepted', { name: 'Okta', project: 'IAM' }],
  ]);
});

test('identity owners whose accounts were closed are told, and so is that nobody is left', async () => {
  await setUpAndScan(app);
  await saveProvider({ deputy: who.finance });
  close(who.identityOwner);
  expect(await check('owners')).toEqual([
    ['owners-inactive', { name: 'Okta', people: [who.identityOwner] }],
    ['owners-active', { name: 'Okta', people: [who.finance] }],
    ['owners-alone', { name: 'Okta', people: [who.finance] }],
    ['owners-target-accepted', { name: 'Okta', project: 'IAM' }],
  ]);
  close(who.finance);
  expect((await check('owners'))[0]).toEqual([
    'owners-nobody-active',
    { name: 'Okta', people: [who.identityOwner, who.finance] },
  ]);
});

test('where the app may not create the issue is told by project and type, asked of Jira as the app', async () => {
  await setUpAndScan(app);
  await saveProvider({ issueTypeId: '99' });
  expect(await codes('owners')).toContain('owners-type-refused');
  await saveProvider({ projectKey: 'NONE' });
  expect(await codes('owners')).toContain('owners-target-refused');
  // The person may still; the app, which creates these issues, may not. The form says the same as the checklist.
  await saveProvider({});
  app.interceptJira(({ path, as }) =>
    path.includes('createmeta') && as === 'app' ? new Response('{}', { status: 403 }) : null,
  );
  const target = { projectKey: 'IAM', issueTypeId: '10001' };
  expect(await app.call('setup/test-issue-target', target)).toEqual({ standing: 'project-refused' });
  expect(await codes('owners')).toContain('owners-target-refused');
});

test('while Jira is silent, owners, targets and roles are unknown', async () => {
  await setUpAndScan(app);
  jiraSilent('/rest/api/3/user?');
  expect(await codes('owners')).toEqual(['owners-untried', 'owners-target-accepted']);
  expect(await codes('roles')).toEqual(['roles-untried']);
  jiraSilent('createmeta');
  expect(await codes('owners')).toEqual(['owners-active', 'owners-alone', 'owners-target-untried']);
});

test('a directory that was read and is not set up, and of several providers one that nothing links', async () => {
  await setUpAndScan(app);
  await app.call('setup/remove-identity-provider', { idpId: OKTA.idpId });
  await saveProvider({ idpId: 'google', name: 'Google', kind: 'google' });
  expect((await check('owners'))[0]).toEqual(['owners-directory-not-set-up', { name: OKTA.idpId }]);
  await saveProvider({});
  expect((await check('owners'))[0]).toEqual(['owners-unlinked', { name: 'Google' }]);
});

test('roles: alone, with a second who decides, and alone again when his account is closed', async () => {
  await saveKey(app);
  expect(await check('roles')).toEqual([['roles-alone', { people: [who.owner] }]]);
  await app.call('setup/save-roles', { roles: ROLES.filter(({ role }) => role !== 'reviewer') });
  expect(await codes('roles')).toEqual(['roles-alone']);
  await app.call('setup/save-roles', { roles: [...ROLES] });
  expect(await check('roles')).toEqual([['roles-second', { people: [who.owner, who.reviewer] }]]);
  close(who.reviewer);
  expect(await check('roles')).toEqual([
    ['roles-alone', { people: [who.owner] }],
    ['roles-inactive', { people: [who.reviewer] }],
  ]);
});

test('prices: none, some products in no pool, a pool without prices, and all known', async () => {
  await setUpAndScan(app);
  expect(await check('prices')).toEqual([['prices-none', { count: 3 }]]);
  const pool = await app.call('pools/save', poolInput());
  const all = await check('prices');
  expect(all.map(([code]) => code)).toEqual(['prices-no-pool', 'prices-known']);
  expect(all[0]![1].names).toHaveLength(2);
  expect(all[1]![1]).toEqual({ names: ['Jira of acme'] });
  const { lines } = await app.call('registers/list', { kind: 'pool' });
  const { record } = lines[0]!;
  if (record.kind !== 'pool') throw new Error('no pool');
  expect(pool.id).toBe(record.id);
  await app.call('pools/save', poolInput({ poolId: record.poolId, after: record.id, bands: [] }));
  expect(await check('prices')).toContainEqual(['prices-no-bands', { names: ['Jira of acme'] }]);
});

test('prices that end below the seats held, and quantities that nobody knows, are unknown', async () => {
  await setUpAndScan(app);
  await app.call('pools/save', poolInput({ name: 'Short', bands: [{ upTo: 2, price: 80_000 }] }));
  const annual = { term: 'annual', periodStart: '2026-01-31' } as const;
  await app.call('pools/save', poolInput({ name: 'Annual', ...annual }));
  await app.call('pools/save', poolInput({ name: 'Renewed', ...annual, purchased: 20, asOf: '2026-01-01' }));
  const told = new Map(await check('prices'));
  expect(told.get('prices-beyond')).toMatchObject({ name: 'Short' });
  expect(told.get('prices-quantity-unknown')).toEqual({ names: ['Annual'] });
  expect(told.get('prices-renewed-since')).toEqual({ name: 'Renewed', day: '2026-01-31' });
  expect(told.has('prices-known')).toBe(false);
});

test('a product on a free plan needs no price, and an owner of one site is told of that site alone', async () => {
  await setUpAndScan(app);
  await app.call('setup/save-plans', { plans: [{ ari: jira.ari, plan: 'free' }] });
  expect(await check('prices')).toEqual([['prices-none', { count: 2 }]]);
  await app.call('setup/save-scope', { scope: 'site' });
  expect(await check('prices')).toEqual([['prices-none', { count: 1 }]]);
});

test('the review: its next day in its time zone, and whether its digest would come', async () => {
  await saveKey(app);
  const review = { ...REVIEW, weekday: 'thursday' as const, timeZone: 'Europe/Berlin' };
  const digest = { projectKey: 'OPS', issueTypeId: '10001', assignee: who.reviewer };
  await app.call('setup/save-review', { review: { ...review, digest } });
  expect(await check('review')).toEqual([
    ['review-next', { at: '2026-11-25T23:00:00.000Z', timeZone: 'Europe/Berlin' }],
    ['review-digest-accepted', { project: 'OPS' }],
  ]);
  close(who.reviewer);
  expect((await check('review')).at(-1)).toEqual(['review-assignee-inactive', { people: [who.reviewer] }]);
  await app.call('setup/save-review', { review: { ...review, digest: { ...digest, issueTypeId: '99' } } });
  expect(await codes('review')).toContain('review-digest-type-refused');
  await app.call('setup/save-review', { review: { ...review, digest: { ...digest, projectKey: 'NONE' } } });
  expect(await codes('review')).toContain('review-digest-refused');
  app.interceptJira(({ path }) =>
    path.includes('mypermissions') ? null : new Response('{}', { status: 503 }),
  );
  expect(await codes('review')).toEqual(['review-next', 'review-digest-untried', 'review-assignee-untried']);
});

test('SCIM keys: accepted, near their end, refused, their directory gone, not answering', async () => {
  await setUpAndScan(app);
  expect(await codes('scim')).toEqual(['scim-accepted', 'scim-expiry-unknown']);
  const scimDirectoryId = OKTA.idpId;
  const key = app.org.issueKey({ scimDirectoryId, expiresAt: app.clock.now() + 5 * DAY });
  const expiresOn = dayIn(app, 4);
  await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn });
  expect(await check('scim')).toEqual([
    ['scim-accepted', { name: scimDirectoryId }],
    ['scim-expires-soon', { name: scimDirectoryId, day: expiresOn, count: 4 }],
  ]);
  await app.advance(6 * DAY);
  expect(await codes('scim')).toEqual(['scim-refused', 'scim-expired']);
  for (const [status, code] of [
    [404, 'scim-no-directory'],
    [503, 'scim-untried'],
    [400, 'scim-not-understood'],
  ] as const) {
    app.front.intercept(() => ({ status }));
    expect((await codes('scim'))[0]).toBe(code);
  }
});

test('a provider with SCIM whose directory has no key stays unknown beside those that have one', async () => {
  await setUpAndScan(app);
  await saveProvider({ idpId: 'scim-other', name: 'Other' });
  expect(await check('scim')).toContainEqual(['scim-without-key', { names: ['Other'] }]);
});

/** The last tests as setup shows them, by step. */
async function shown(by: string): Promise<Map<SetupStep, LastCheck>> {
  const { checks } = await app.call('setup/get', {}, by);
  return new Map(checks.map((check) => [check.step, check]));
}

test('the last test of each step is kept with its time, for whoever sees setup, until what it was about changes', async () => {
  await setUpAndScan(app);
  const before = await app.call('setup/check', { step: 'review' });
  await app.advance(DAY);
  const review = await app.call('setup/check', { step: 'review' });
  const prices = await app.call('setup/check', { step: 'prices' });
  expect(review.at).not.toBe(before.at);
  for (const by of [who.owner, who.auditor])
    expect(await shown(by), by).toEqual(
      new Map<SetupStep, LastCheck>([
        ['review', { ...review, outdated: false }],
        ['prices', { ...prices, outdated: false }],
      ]),
    );
  await app.call('setup/save-review', { review: { ...REVIEW, weekday: 'friday' } });
  expect((await shown(who.auditor)).get('review')).toEqual({ ...review, outdated: true });
  expect((await shown(who.auditor)).get('prices')!.outdated).toBe(false);
  await app.call('pools/save', poolInput());
  expect((await shown(who.auditor)).get('prices')!.outdated).toBe(true);
  expect((await app.call('setup/check', { step: 'review' })).outdated).toBe(false);
  expect((await shown(who.owner)).get('review')!.outdated).toBe(false);
});

test('a test of prices across the organization is told to nobody who may see this site alone', async () => {
  await setUpAndScan(app);
  await app.call('setup/check', { step: 'prices' });
  await app.call('setup/check', { step: 'roles' });
  expect([...(await shown(who.jiraAdmin)).keys()]).toEqual(['roles']);
  await app.call('setup/save-scope', { scope: 'site' });
  expect([...(await shown(who.jiraAdmin)).keys()]).toEqual(['roles']);
  await app.call('setup/check', { step: 'prices' });
  expect([...(await shown(who.jiraAdmin)).keys()]).toEqual(['roles', 'prices']);
});
