import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccessHistory, DefaultChange, Snapshot } from '../../src/contracts/snapshot';
import { ENTRY_CAUSES, type EntryCause } from '../../src/contracts/vocabulary';
import { entryCauseOf, type RowEntry, tellEntry } from '../../src/decision/entry-cause';
import { aGroup, anOrg, aResource, aUser, daysBefore } from '../support/org-builder';
import { tableOf } from './support/decided';

const jira = aResource('jira');
const wiki = aResource('confluence');
const user = ['atlassian/user'];
const ago = (days: number): number => Date.parse(daysBefore(days));

/** ada came two years ago, new a month ago; both are in a local group that grants two products, and in a default one. */
const org = anOrg({
  resources: [jira, wiki],
  groups: [
    aGroup('both', {
      grants: [
        { ari: jira.ari, roles: user },
        { ari: wiki.ari, roles: user },
      ],
    }),
    aGroup('start', { grants: [{ ari: jira.ari, roles: user, defaultRole: 'atlassian/user' }] }),
  ],
  users: [
    aUser('ada', { groups: ['group-both', 'group-start'] }),
    aUser('new', { groups: ['group-start'], addedToOrg: daysBefore(30) }),
    aUser('odd', { direct: [{ ari: jira.ari, role: 'atlassian/user' }] }),
  ],
});
const [ADA, NEW, ODD] = [0, 1, 2];
const [BOTH, START] = [0, 1];
const [WIKI, JIRA] = [0, 1];

interface Logged {
  readonly account: number;
  readonly group: number;
  readonly daysAgo: number;
  readonly cause?: EntryCause;
  readonly actor?: string;
}

function read(
  logged: readonly Logged[],
  defaultChanges: readonly DefaultChange[] = [],
  state: AccessHistory['state'] = 'read',
): (snapshot: Snapshot) => Snapshot {
  return (snapshot) => ({
    ...snapshot,
    history: {
      state,
      since: state === 'read' ? ago(180) : NaN,
      entries: {
        account: Uint32Array.from(logged, (one) => one.account),
        group: Uint32Array.from(logged, (one) => one.group),
        at: Float64Array.from(logged, (one) => ago(one.daysAgo)),
        cause: {
          values: ENTRY_CAUSES,
          codes: Uint8Array.from(logged, (one) => ENTRY_CAUSES.indexOf(one.cause ?? 'invite')),
        },
        actor: logged.map((one) => one.actor ?? 'system'),
      },
      tokenUse: new Float64Array(snapshot.accounts.ids.length).fill(NaN),
      defaultChanges,
      ignored: 0,
    },
  });
}

/** The entry of an account's row through a group on a resource; `undefined` for a group: its row without one. */
function entryOf(
  shown: (snapshot: Snapshot) => Snapshot,
  account: number,
  group: number | undefined,
  resource = JIRA,
): RowEntry | null {
  const table = tableOf(org, { deep: true, shown });
  const { paths, snapshot } = table;
  const row = paths.rowCase.findIndex(
    (c, r) =>
      paths.caseAccount[c] === account &&
      paths.caseResource[c] === resource &&
      snapshot.grants.group[paths.rowGrant[r]!] === group,
  );
  expect(row).not.toBe(-1);
  return entryCauseOf(table, row);
}

test('an entry that the log tells of has its cause, its time and its actor', () => {
  const shown = read([
    { account: ADA, group: BOTH, daysAgo: 50, cause: 'admin', actor: '712020:boss' },
    { account: ADA, group: START, daysAgo: 40, cause: 'approved-domain' },
    { account: NEW, group: START, daysAgo: 30 },
  ]);
  const known = { because: null, formerlyDefaultUntil: null };
  for (const resource of [JIRA, WIKI]) {
    expect(entryOf(shown, ADA, BOTH, resource)).toEqual({
      cause: 'admin',
      at: ago(50),
      actor: '712020:boss',
      ...known,
    });
  }
  expect(entryOf(shown, ADA, START)).toEqual({
    cause: 'approved-domain',
    at: ago(40),
    actor: 'system',
    ...known,
  });
  expect(entryOf(shown, NEW, START)).toEqual({ cause: 'invite', at: ago(30), actor: 'system', ...known });
});

test('a path without a group has no entry', () => {
  expect(entryOf(read([]), ODD, undefined)).toBeNull();
});

test('without an entry the cause is unknown, and each reason is told by its own words', () => {
  const because = (shown: (snapshot: Snapshot) => Snapshot, account: number): string => {
    const entry = entryOf(shown, account, START)!;
    expect(entry).toMatchObject({ cause: 'unknown', at: null, actor: null, formerlyDefaultUntil: null });
    return entry.because!;
  };
  expect(because(read([], [], 'not-asked'), ADA)).toBe('The audit log was not read in this scan.');
  expect(because(read([], [], 'refused'), ADA)).toMatch(/could not be read: it needs Atlassian Guard/);
  expect(because(read([]), ADA)).toMatch(/back to 2026-05-27 and tells of no entry: it is older/);
  expect(because(read([]), NEW)).toMatch(/back to 2026-05-27, before the account was there/);
  const notDated = (snapshot: Snapshot): Snapshot => {
    const { accounts, ...rest } = read([])(snapshot);
    return { ...rest, accounts: { ...accounts, addedToOrg: accounts.addedToOrg.map(() => NaN) } };
  };
  expect(because(notDated, NEW)).toMatch(/it is older/);
});

test('an entry without a cause that is known keeps its time', () => {
  const entry = entryOf(read([{ account: ADA, group: BOTH, daysAgo: 50, cause: 'unknown' }]), ADA, BOTH)!;
  expect(entry).toMatchObject({ cause: 'unknown', at: ago(50) });
  expect(entry.because).toMatch(/gives no cause/);
});

test('a group was a default when the account came in only where that changed after the entry, here, and is so no more', () => {
  const entries = [
    { account: ADA, group: BOTH, daysAgo: 50 },
    { account: ADA, group: START, daysAgo: 50 },
  ];
  const until = (changes: readonly DefaultChange[], group = BOTH, resource = JIRA): number | null =>
    entryOf(read(entries, changes), ADA, group, resource)!.formerlyDefaultUntil;
  const change = (daysAgo: number, group = BOTH, resource = JIRA): DefaultChange => ({
    group,
    resource,
    at: ago(daysAgo),
  });
  expect(until([change(20)])).toBe(ago(20));
  expect(until([change(60), change(20), change(10)])).toBe(ago(10));
  expect(until([change(60)])).toBeNull();
  expect(until([change(20)], BOTH, WIKI)).toBeNull();
  expect(until([change(20, START)], START)).toBeNull();
  expect(until([change(20, START)])).toBeNull();
});

test('an entry is found among any others, as looking at each of them would', () => {
  const pair = fc.record({ account: fc.nat(6), group: fc.nat(4) });
  fc.assert(
    fc.property(fc.uniqueArray(pair, { selector: ({ account, group }) => account * 9 + group }), (pairs) => {
      const sorted = [...pairs].sort((a, b) => a.account - b.account || a.group - b.group);
      const logged = sorted.map((one, i) => ({ ...one, daysAgo: i + 1 }));
      for (const [account, group] of [
        [ADA, BOTH],
        [ADA, START],
        [NEW, START],
      ] as const) {
        const plain = logged.find((one) => one.account === account && one.group === group);
        expect(entryOf(read(logged), account, group)!.at).toBe(plain ? ago(plain.daysAgo) : null);
      }
    }),
    { numRuns: 60 },
  );
});

test('every cause is told in its own words, the actor by name, and what is not known as not known', () => {
  const entry: RowEntry = {
    cause: 'admin',
    at: ago(50),
    actor: 'a1',
    because: null,
    formerlyDefaultUntil: null,
  };
  const nameOf = (actor: string): string => (actor === 'a1' ? 'Ada' : actor);
  const sentences = ENTRY_CAUSES.map((cause) => tellEntry({ ...entry, cause }, nameOf));
  expect(new Set(sentences).size).toBe(ENTRY_CAUSES.length);
  expect(sentences[0]).toBe(
    'Came into the group on 2026-10-04: an administrator added the account. Actor: Ada.',
  );
  expect(tellEntry({ ...entry, actor: 'unknown' }, nameOf)).not.toContain('Actor');
  expect(tellEntry({ ...entry, formerlyDefaultUntil: ago(10) }, nameOf)).toMatch(
    /Formerly default.*2026-11-13/,
  );
  expect(tellEntry({ ...entry, cause: 'unknown', at: null, because: 'Nobody looked.' }, nameOf)).toBe(
    'How the account came into the group is not known. Nobody looked.',
  );
});
