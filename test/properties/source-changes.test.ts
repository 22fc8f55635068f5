import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import { NO_GRANT } from '../../src/access/path-table';
import type { SourceChange } from '../../src/contracts/records';
import { buildDecisionTable } from '../../src/decision/build';
import type { DecisionTable } from '../../src/decision/tell';
import { type ChangeEffect, simulateChange } from '../../src/review/sources/change';
import { expectedDecisions } from '../oracle/brute-force';
import { changedOrg } from '../oracle/changed-org';
import type { OutcomeCase } from '../oracle/outcome';
import { isUnknown } from '../oracle/roles';
import { hasDefault, sourceOf } from '../oracle/sources';
import { arbitraryOrg } from './arbitrary-org';
import { snapshotOfOrg } from './snapshot-of-org';

/*
 * What a change of a source is said to do, against doing it: the organization is changed, everything is traced
 * anew by the oracle, and whoever is missing afterwards has lost something.
 */

const ROLES = ['atlassian/user', 'atlassian/admin', 'atlassian/guest', 'atlassian/customer', 'atlassian/foo'];

const aChange: fc.Arbitrary<SourceChange> = fc.oneof(
  fc.constant<SourceChange>({ do: 'revoke-grant' }),
  fc.constant<SourceChange>({ do: 'unset-default' }),
  fc.nat(5).map((group): SourceChange => ({ do: 'move-default', toGroupId: `group-${group}` })),
  fc
    .record({
      claimStatuses: fc.subarray(['managed', 'unmanaged']),
      domains: fc.subarray(['example.com', 'serviceaccount.atlassian.com']),
    })
    .map((keep): SourceChange => ({ do: 'split-group', keep })),
  fc
    // Most groups give the role of a user, which a random one would rarely hit.
    .tuple(fc.constantFrom('atlassian/user', 'atlassian/user', ...ROLES), fc.constantFrom(...ROLES))
    .map(([from, to]): SourceChange => ({ do: 'change-role', from, to })),
);

interface Changed {
  readonly org: OrgFile;
  /** The organization afterwards; null where there is nothing to change. */
  readonly later: OrgFile | null;
  readonly effect: ChangeEffect;
  readonly before: readonly OutcomeCase[];
  readonly after: readonly OutcomeCase[];
  readonly change: SourceChange;
  readonly groupId: string;
  readonly ari: string;
  readonly table: DecisionTable;
}

const truthOf = (org: OrgFile): OutcomeCase[] =>
  expectedDecisions(org, { inactiveDays: 90, deep: true }).cases;

/** Each change of each source of an organization, as the app foresees it and as it comes. */
function* changesOf(org: OrgFile, changes: readonly SourceChange[], deep: boolean): Generator<Changed> {
  const settings = { now: Date.parse(org.now), inactiveDays: 90, plans: new Map() };
  const table = buildDecisionTable(snapshotOfOrg(org, deep), settings);
  const { grants, groups, resources } = table.snapshot;
  const before = truthOf(org);
  for (let grant = 0; grant < grants.group.length; grant += 1) {
    const groupId = groups.ids[grants.group[grant]!]!;
    const { ari } = resources[grants.resource[grant]!]!;
    const here = (cases: OutcomeCase[]): OutcomeCase[] => cases.filter((one) => one.ari === ari);
    for (const change of changes) {
      const later = changedOrg(org, { groupId, ari }, change);
      const after = later === null ? before : truthOf(later);
      const effect = simulateChange(table, grant, change);
      yield { org, later, effect, before: here(before), after: here(after), change, groupId, ari, table };
    }
  }
}

const seatOf = (cases: readonly OutcomeCase[], accountId: string): OutcomeCase['billable'] =>
  cases.find((one) => one.accountId === accountId)?.billable ?? false;

/** Who holds the product before, and not afterwards. */
function lostAccess({ before, after }: Changed): string[] {
  const left = new Set(after.map((one) => one.accountId));
  return before.map((one) => one.accountId).filter((accountId) => !left.has(accountId));
}

/** Whose seat is billed before and, as far as anybody can know, not afterwards. */
function freedSeats({ before, after }: Changed): string[] {
  return before
    .filter((one) => one.billable === true && seatOf(after, one.accountId) === false)
    .map((one) => one.accountId);
}

/** Paths that bill on afterwards for those whose own path here does no more, by their group; '' for direct roles. */
function keepers({ before, after, groupId }: Changed): Record<string, number> {
  const counts: Record<string, number> = {};
  const billsHere = ({ rows }: OutcomeCase): boolean =>
    rows.some((row) => row.path.groupId === groupId && row.billable === true);
  for (const one of before.filter(billsHere)) {
    const later = after.find(({ accountId }) => accountId === one.accountId);
    if (later === undefined || billsHere(later)) continue;
    for (const { path, billable } of later.rows) {
      if (billable === true) counts[path.groupId ?? ''] = (counts[path.groupId ?? ''] ?? 0) + 1;
    }
  }
  return counts;
}

function toldKeepers({ effect, table }: Changed): Record<string, number> {
  const { grants, groups } = table.snapshot;
  return Object.fromEntries(
    [...effect.keptBy].map(([grant, count]) => [
      grant === NO_GRANT ? '' : groups.ids[grants.group[grant]!]!,
      count,
    ]),
  );
}

const sorted = (ids: readonly string[]): string[] => [...ids].sort();
const someChanges = fc.array(aChange, { minLength: 1, maxLength: 3 });

/** Roles on a product that newcomers get through some group, and whether some group administers it. */
function onProduct({ groups }: OrgFile, ari: string): { defaults: Set<string>; isAdministered: boolean } {
  const grants = groups.flatMap((group) => group.grants.filter((grant) => grant.ari === ari));
  return {
    defaults: new Set(grants.flatMap(({ defaultRole }) => defaultRole ?? [])),
    isAdministered: grants.some(({ roles }) => roles.includes('atlassian/admin')),
  };
}

/** Whether nobody may make the change: it leaves the product without what it needs, or is not theirs to make. */
function isForbidden({ org, later, change, groupId, ari }: Changed): boolean {
  if (later === null) return true;
  const group = org.groups.find(({ id }) => id === groupId)!;
  const isDefault = group.grants.some((grant) => grant.ari === ari && hasDefault(grant));
  const [had, has] = [onProduct(org, ari), onProduct(later, ari)];
  if ([...had.defaults].some((role) => !has.defaults.has(role))) return true;
  if (had.isAdministered && !has.isAdministered) return true;
  switch (change.do) {
    case 'revoke-grant':
      return false;
    case 'unset-default':
      return !isDefault;
    case 'move-default': {
      const target = org.groups.find(({ id }) => id === change.toGroupId)!;
      const role = group.grants.find((grant) => grant.ari === ari)!.defaultRole;
      const gives = target.grants.some(
        (grant) => grant.ari === ari && grant.roles.some((one) => one === role),
      );
      return !isDefault || !gives || sourceOf(target) !== 'not-synced';
    }
    case 'split-group':
      return sourceOf(group) !== 'not-synced';
    case 'change-role':
      return isUnknown(change.to);
  }
}

test('whoever loses the product or frees a seat by a change of a source is who is told before', () => {
  const lost = new Map<SourceChange['do'], number>();
  const freed = new Map<SourceChange['do'], number>();
  const add = (to: typeof lost, { change }: Changed, ids: readonly string[]): void => {
    to.set(change.do, (to.get(change.do) ?? 0) + ids.length);
  };
  fc.assert(
    fc.property(arbitraryOrg, someChanges, (org, changes) => {
      for (const changed of changesOf(org, changes, true)) {
        if (changed.later === null) continue;
        const told = JSON.stringify([changed.groupId, changed.change]);
        expect(sorted(changed.effect.losesAccess), `access: ${told}`).toEqual(lostAccess(changed));
        expect(sorted(changed.effect.losesSeat), `seats: ${told}`).toEqual(freedSeats(changed));
        expect(toldKeepers(changed), `keepers: ${told}`).toEqual(keepers(changed));
        add(lost, changed, changed.effect.losesAccess);
        add(freed, changed, changed.effect.losesSeat);
      }
    }),
    { numRuns: 300 },
  );
  for (const kind of ['revoke-grant', 'split-group'] as const) expect(lost.get(kind)).toBeGreaterThan(100);
  for (const kind of ['unset-default', 'move-default'] as const) expect(freed.get(kind)).toBe(0);
  expect(freed.get('change-role')).toBeGreaterThan(10);
}, 120_000);

test('a change that leaves a product without an administrator or a default group, or is not theirs, is refused', () => {
  const refused = new Map<string, number>();
  fc.assert(
    fc.property(arbitraryOrg, someChanges, (org, changes) => {
      for (const changed of changesOf(org, changes, true)) {
        const forbidden = isForbidden(changed);
        expect(changed.effect.refused !== null, JSON.stringify([changed.groupId, changed.change])).toBe(
          forbidden,
        );
        const answer = `${changed.change.do} ${forbidden}`;
        refused.set(answer, (refused.get(answer) ?? 0) + 1);
      }
    }),
    { numRuns: 300 },
  );
  expect(refused.size).toBe(10);
  expect(Math.min(...refused.values())).toBeGreaterThan(3);
}, 120_000);

test('of whom a scan has not read the own roles, it is said that one of them may keep the access', () => {
  let kept = 0;
  fc.assert(
    fc.property(arbitraryOrg, someChanges, (org, changes) => {
      for (const changed of changesOf(org, changes, false)) {
        if (changed.later === null) continue;
        const { losesAccess, losesSeat, unread } = changed.effect;
        const [access, seats] = [lostAccess(changed), freedSeats(changed)];
        const wrongly = [
          ...losesAccess.filter((accountId) => !access.includes(accountId)),
          ...losesSeat.filter((accountId) => !seats.includes(accountId)),
        ];
        for (const accountId of wrongly) expect(unread).toContain(accountId);
        for (const accountId of access) expect(losesAccess).toContain(accountId);
        for (const accountId of unread) expect([...losesAccess, ...losesSeat]).toContain(accountId);
        expect(new Set(unread).size).toBe(unread.length);
        const warned = changed.effect.warnings.some((warning) => /^Not read: the own roles/.test(warning));
        expect(warned).toBe(unread.length > 0);
        kept += wrongly.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(kept).toBeGreaterThan(50);
}, 120_000);
