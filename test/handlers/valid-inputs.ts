import { api, type Call, type Input, type Output } from '../../src/contracts/api';
import type { Batch } from '../../src/contracts/batches';
import type { RowRef, SourceRef } from '../../src/contracts/evidence';
import type { RecordKind } from '../../src/contracts/records';
import { INSTALLATION, type RunningApp } from '../support/app';
import { poolInput } from '../support/money';
import { DAY, dayIn, moveInput, moveRecord, newestOn } from '../support/records';
import { accounts, betaJira, jira, who, wiki } from '../support/review-org';
import { EVERY_CASE, keyInput, OKTA, REVIEW, ROLES } from '../support/set-up';

type Inputs = { readonly [C in Call]: Input<C> };
type Makers = { readonly [C in Call]: (app: RunningApp) => Input<C> | Promise<Input<C>> };

const rows = {
  ofAda: { accountId: accounts.ada, ari: jira.ari, via: 'group', groupId: 'group-engineering' },
  excepted: { accountId: accounts.cem, ari: jira.ari, via: 'group', groupId: 'group-legacy' },
  held: { accountId: accounts.ada, ari: jira.ari, via: 'group', groupId: 'group-jira-users' },
  kept: { accountId: who.beta, ari: betaJira.ari, via: 'group', groupId: 'group-beta-admins' },
  removed: { accountId: accounts.cem, ari: betaJira.ari, via: 'group', groupId: 'group-beta-users' },
  claimed: { accountId: accounts.cem, ari: wiki.ari, via: 'group', groupId: 'group-wiki' },
} as const satisfies Record<string, RowRef>;
const legacy: SourceRef = { groupId: 'group-legacy', ari: jira.ari };
const betaUsers: SourceRef = { groupId: 'group-beta-users', ari: betaJira.ari };
const paging = { offset: 0, limit: 200 };

/** The newest record of a kind that fits; null for none. */
async function newestOf(
  app: RunningApp,
  kind: RecordKind,
  fits: (record: Output<'registers/list'>['lines'][number]['record']) => boolean,
): Promise<string | null> {
  const { lines } = await app.call('registers/list', { kind });
  return lines.find(({ record }) => fits(record))?.record.id ?? null;
}

/** The open cycle; where it was closed, that of the next week. */
async function openCycle(app: RunningApp): Promise<{ cycleId: string; version: number }> {
  const { cycle, version } = await app.call('cycle/get', {});
  if (cycle?.state === 'open') return { cycleId: cycle.id, version };
  await app.advance(7 * DAY);
  await app.host.fireSchedule('every-day', INSTALLATION);
  await app.host.drainQueue(INSTALLATION, { until: app.clock.now() + 3_600_000 });
  return openCycle(app);
}

/** A cycle that has ended; where there is none, the open one is closed. */
async function endedCycle(app: RunningApp): Promise<string> {
  const { cycle, earlier } = await app.call('cycle/get', {});
  const ended = [cycle, ...earlier.map((one) => one.cycle)].find((one) => (one?.ending ?? null) !== null);
  if (ended) return ended.id;
  const open = await openCycle(app);
  await app.call('cycle/close', open);
  return open.cycleId;
}

async function allItems(app: RunningApp): Promise<Output<'queue/list'>['lines']> {
  await openCycle(app);
  const lists = [];
  for (const part of ['queue', 'backlog'] as const)
    lists.push(await app.call('queue/list', { part, ...paging }));
  return lists.flatMap(({ lines }) => lines);
}

/** A bulk over one person of whom something is open, with everybody else held out. */
async function bulkOverOne(app: RunningApp): Promise<Input<'queue/decide'>> {
  const { cycleId } = await openCycle(app);
  for (const { item } of await allItems(app)) {
    if (item.outcome !== 'free-seats') continue;
    const { lines } = await app.call('queue/item', { itemId: item.id, ...paging });
    const open = lines.find((line) => line.rows.some((row) => row.decided === null));
    if (open === undefined) continue;
    const others = lines.map(({ person }) => person.accountId).filter((id) => id !== open.person.accountId);
    return {
      cycleId,
      itemId: item.id,
      outcome: { do: 'hold', ownedBy: who.finance, expiresOn: dayIn(app, 30), condition: null },
      except: others,
      reason: 'Asked the team lead.',
    };
  }
  throw new Error('nothing is open any more');
}

/** The bulk begun last; where there is none, one is begun. */
async function someBatch(app: RunningApp): Promise<string> {
  const known = app.host
    .inspect(INSTALLATION)
    .entries()
    .flatMap(({ key }) => /^batch:(batch-[^:]+)$/.exec(key)?.[1] ?? []);
  return known[0] ?? (await app.call('queue/decide', await bulkOverOne(app))).id;
}

/** A bulk that is through, recorded something and was not taken back; where there is none, one is begun and worked off. */
async function someDecided(app: RunningApp): Promise<string> {
  const known = app.host
    .inspect(INSTALLATION)
    .entries()
    .filter(({ key }) => /^batch:batch-[^:]+$/.test(key))
    .map(({ value }) => (value as { body: Batch }).body)
    .find(
      ({ state, recorded, outcome, takenBackBy }) =>
        state === 'done' && recorded > 0 && outcome.do !== 'take-back' && takenBackBy === null,
    );
  if (known !== undefined) return known.id;
  const { id } = await app.call('queue/decide', await bulkOverOne(app));
  await app.host.drainQueue();
  return id;
}

/** A claim of a local action that one person asked for and another approved: a move that everybody may make. */
async function claimOfApproved(app: RunningApp): Promise<Input<'records/move'>> {
  const after = await newestOn(app, rows.claimed);
  const input = { row: rows.claimed, after, reason: 'Moved to another team.' };
  const planned = await app.call('local-actions/record', input, who.owner);
  await moveRecord(app, planned, 'approve', who.reviewer);
  return moveInput(app, planned, 'claim');
}

/** A pool of the Jira of the first site, in place of the one recorded last. */
async function poolNow(app: RunningApp): Promise<Input<'pools/save'>> {
  const { lines } = await app.call('registers/list', { kind: 'pool' });
  const known = lines[0]?.record;
  const place = known?.kind === 'pool' ? { poolId: known.poolId, after: known.id } : {};
  return poolInput({ periodStart: '2026-01-01', ...place });
}

/** A pool that is recorded; where there is none, one is. */
async function somePool(app: RunningApp): Promise<string> {
  const { lines } = await app.call('registers/list', { kind: 'pool' });
  const known = lines[0]?.record;
  return known?.kind === 'pool' ? known.poolId : (await app.call('pools/save', await poolNow(app))).poolId;
}

/** A case of which nothing is decided yet. */
async function undecidedCase(app: RunningApp): Promise<{ accountId: string; ari: string }> {
  const { lines } = await app.call('cases/list', EVERY_CASE);
  const open = lines.find(
    ({ records, paths }) =>
      Object.keys(records).length === 0 && paths.some(({ decision }) => decision !== 'none'),
  )!;
  return { accountId: open.person.accountId, ari: open.ari };
}

/** An input for every call that an owner makes with success, as things are now. A call without one does not compile. */
const makers: Makers = {
  'session/get': () => ({}),
  'setup/get': () => ({}),
  'setup/save-scope': () => ({ scope: 'organization' }),
  'setup/save-org-key': (app) => keyInput(app),
  'setup/save-scim-key': (app) => ({
    scimDirectoryId: OKTA.idpId,
    key: app.org.scimKeys.get(OKTA.idpId)!,
    expiresOn: null,
  }),
  'setup/save-identity-provider': () => ({ identityProvider: OKTA }),
  'setup/remove-identity-provider': () => ({ idpId: 'nobody-uses-this' }),
  'setup/test-issue-target': () => ({ projectKey: 'IAM', issueTypeId: '10001' }),
  'setup/check': () => ({ step: 'owners' }),
  'setup/save-plans': () => ({ plans: [{ ari: betaJira.ari, plan: 'paid' }] }),
  'setup/save-review': () => ({
    review: { ...REVIEW, digest: { projectKey: 'OPS', issueTypeId: '10001', assignee: who.reviewer } },
  }),
  'setup/save-roles': () => ({ roles: [...ROLES] }),
  'setup/search-people': () => ({ text: 'Ada' }),
  'setup/projects': () => ({}),
  'setup/issue-types': () => ({ projectKey: 'IAM' }),
  'setup/forget-keys': () => ({}),
  'scan/start': () => ({}),
  'scan/progress': () => ({}),
  'overview/get': () => ({}),
  'cases/list': () => EVERY_CASE,
  'cases/decide': async (app) => ({
    cases: [await undecidedCase(app)],
    outcome: { do: 'keep', expiresOn: dayIn(app, 30) },
    reason: 'Wanted, as the team said.',
  }),
  'exports/cases': async (app) => {
    const { scanId } = await app.call('cases/list', EVERY_CASE);
    return { scanId, filter: EVERY_CASE.filter, sort: EVERY_CASE.sort, from: 0 };
  },
  'cases/get': () => ({ accountId: accounts.ada, ari: jira.ari }),
  'cases/history': () => ({ accountId: accounts.ada, ari: jira.ari, before: null }),
  'sources/list': () => ({ ari: null, text: '', sort: 'seats', offset: 0, limit: 50 }),
  'sources/get': () => legacy,
  'sources/simulate': () => ({ source: legacy, change: { do: 'revoke-grant' } }),
  'sources/intend': async (app) => {
    const { line, decision } = await app.call('sources/get', legacy);
    return {
      source: legacy,
      after: decision?.record.id ?? null,
      reason: 'The group of the old project, still at work.',
      steward: who.finance,
      population: { claimStatuses: ['unmanaged'], domains: ['hidden.example'] },
      cap: line.seats + 5,
      expiresOn: dayIn(app, 300),
    };
  },
  'sources/redesign': async (app) => {
    const change = { do: 'revoke-grant' } as const;
    const { losesAccess } = await app.call('sources/simulate', { source: betaUsers, change });
    const { decision } = await app.call('sources/get', betaUsers);
    return {
      source: betaUsers,
      after: decision?.record.id ?? null,
      reason: 'Nobody needs it.',
      change,
      losesAccessHash: losesAccess.hash,
    };
  },
  'sources/attest': async (app) => ({
    groupId: 'group-unsaid',
    after: await newestOf(app, 'source-attestation', () => true),
    reason: 'The identity team said so.',
    says: 'idp',
    idpId: OKTA.idpId,
    expiresOn: dayIn(app, 90),
  }),
  'sources/steward': async (app) => ({
    groupId: 'group-legacy',
    after: await newestOf(app, 'stewardship', () => true),
    reason: 'For the old project.',
    steward: who.finance,
    expiresOn: dayIn(app, 90),
  }),
  'sites/attest': async (app) => ({
    cloudId: 'cloud-acme',
    after: await newestOf(app, 'settings-attestation', () => true),
    reason: 'Looked up in the administration.',
    approvedDomains: 'None.',
    invitePolicy: 'Administrators only.',
  }),
  'protections/record': async (app) => ({
    rule: { by: 'group', groupId: 'group-beta-admins' },
    after: await newestOf(app, 'protection', () => true),
    class: 'admin',
    reason: 'The only administrators of the second site.',
    steward: who.finance,
    expiresOn: dayIn(app, 90),
  }),
  'protections/suggest': () => ({}),
  'cycle/get': () => ({}),
  'queue/list': () => ({ part: 'queue', ...paging }),
  'queue/item': async (app) => ({ itemId: (await allItems(app))[0]!.item.id, ...paging }),
  'queue/decide': bulkOverOne,
  'batches/take-back': async (app) => ({ batchId: await someDecided(app), reason: 'Decided by mistake.' }),
  'batches/get': async (app) => ({ batchId: await someBatch(app) }),
  'route-outs/record': async (app) => ({
    accountId: rows.ofAda.accountId,
    ari: rows.ofAda.ari,
    groupId: rows.ofAda.groupId,
    after: await newestOn(app, rows.ofAda),
    reason: 'Not used for months.',
  }),
  'requests/list': () => ({}),
  'route-outs/answer': async (app) => {
    const input = await validInput(app, 'route-outs/record');
    const { id } = await app.call('route-outs/record', { ...input, groupId: 'group-engineering' });
    const { lines } = await app.call('registers/list', { kind: 'route-out' });
    const { version } = lines.find(({ record }) => record.id === id)!;
    return { recordId: id, version, says: 'planned', until: dayIn(app, 10) };
  },
  'group-profiles/record': async (app) => ({
    idpId: OKTA.idpId,
    groupId: 'group-engineering',
    after: await newestOf(app, 'group-profile', () => true),
    reason: 'The identity team told us.',
    nameAtIdp: 'engineering',
    idAtIdp: '00g1',
    membership: 'manual',
    assignsApp: 'no',
    otherApps: '',
    businessOwner: null,
    identityOwner: null,
    changeRoute: 'A ticket in IAM.',
  }),
  'requests/file': async (app) => {
    await app.call('route-outs/record', await validInput(app, 'route-outs/record'));
    const { providers } = await app.call('requests/list', {});
    return { issueId: providers[0]!.issues[0]!.issue.id, format: 'csv' };
  },
  'exceptions/record': async (app) => ({
    row: rows.excepted,
    after: await newestOn(app, rows.excepted),
    class: 'contractor',
    reason: 'Project runs until spring.',
    ownedBy: who.finance,
    expiresOn: dayIn(app, 30),
    dependency: 'The build of the old site.',
  }),
  'holds/record': async (app) => ({
    row: rows.held,
    after: await newestOn(app, rows.held),
    reason: 'The team lead is asked.',
    ownedBy: who.finance,
    expiresOn: dayIn(app, 30),
    condition: 'activity-known',
  }),
  'keeps/record': async (app) => ({
    row: rows.kept,
    after: await newestOn(app, rows.kept),
    reason: 'Needed every day.',
    expiresOn: dayIn(app, 300),
  }),
  'local-actions/record': async (app) => ({
    row: rows.removed,
    after: await newestOn(app, rows.removed),
    reason: 'Left the team.',
  }),
  'boundary-exceptions/record': async (app) => ({
    row: rows.ofAda,
    after: await newestOf(
      app,
      'boundary-exception',
      (one) => 'row' in one && one.row.accountId === accounts.ada,
    ),
    reason: 'The provider’s queue takes weeks.',
    expiresOn: dayIn(app, 20),
  }),
  'overrides/measured': () => ({}),
  'records/move': claimOfApproved,
  'pools/list': () => ({}),
  'pools/save': poolNow,
  'invoice-lines/record': async (app) => {
    const poolId = await somePool(app);
    return {
      poolId,
      after: await newestOf(app, 'invoice-line', () => true),
      reason: 'Invoice of December.',
      period: '2026-12-01',
      seats: 11,
      amount: 880_000,
      currency: 'USD',
      number: 'IN-001',
    };
  },
  'help/get': () => ({}),
  'savings/list': () => ({ poolId: null, state: null, ...paging }),
  'registers/list': () => ({ kind: 'exception' }),
  'evidence/get': async (app) => {
    const input = await validInput(app, 'exceptions/record');
    return { recordId: (await app.call('exceptions/record', input)).id };
  },
  'evidence/check': () => ({ at: null }),
  'exports/register': () => ({ kind: 'exception', from: 0 }),
  'exports/decisions': async (app) => ({ cycleId: (await openCycle(app)).cycleId, from: 0 }),
  'exports/ledger': async (app) => ({ cycleId: await endedCycle(app), from: 0 }),
  'cycle/past': async (app) => ({ cycleId: await endedCycle(app) }),
  'cycle/close': openCycle,
};

/** Calls after which others would find nothing to do: they come last. */
const LAST: readonly Call[] = ['cycle/close', 'setup/forget-keys'];

/** Every call of the table, in an order in which an owner can make them all. */
export const callsInOrder: readonly Call[] = [
  ...(Object.keys(api) as Call[]).filter((call) => !LAST.includes(call)),
  ...LAST,
];

/** An input for one call that somebody who may make it makes with success now. */
export async function validInput<C extends Call>(app: RunningApp, call: C): Promise<Input<C>> {
  return makers[call](app);
}

/** An input for every call, as things are before the first of them. */
/** Who makes a call with success: an owner, or where the call is not his, the identity owner. */
export const callerOf = (call: Call): string =>
  api[call].callers.includes('owner') ? who.owner : who.identityOwner;

export async function validInputs(app: RunningApp): Promise<Inputs> {
  const inputs: Record<string, unknown> = {};
  for (const call of callsInOrder) inputs[call] = await validInput(app, call);
  return inputs as Inputs;
}
