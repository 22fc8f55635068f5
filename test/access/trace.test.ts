import { expect, test } from 'vitest';
import { rolesOfRow, VIA_NAMES } from '../../src/access/path-table';
import { tracePaths } from '../../src/access/trace';
import type { Snapshot } from '../../src/contracts/snapshot';
import { snapshotOfOrg } from '../properties/snapshot-of-org';
import { aGroup, anOrg, aResource, aUser } from '../support/org-builder';

const jira = aResource('jira');
const wiki = aResource('confluence');
const grant = (ari: string, ...roles: string[]): { ari: string; roles: string[] } => ({ ari, roles });

/** The paths as `account resource via group: roles`, in the order of the table. */
function pathsIn(snapshot: Snapshot): string[] {
  const paths = tracePaths(snapshot);
  return [...paths.rowVia.keys()].map((row) => {
    const c = paths.rowCase[row]!;
    const account = snapshot.accounts.ids[paths.caseAccount[c]!]!.replace('712020:', '');
    const resource = snapshot.resources[paths.caseResource[c]!]!.name;
    const via = VIA_NAMES[paths.rowVia[row]!]!;
    const group =
      via === 'group' ? ` ${snapshot.groups.ids[snapshot.grants.group[paths.rowGrant[row]!]!]!}` : '';
    return `${account} ${resource} ${via}${group}: ${rolesOfRow(paths, snapshot.roleSets, row).join(' ')}`;
  });
}

test('cases stand by account, then resource; rows by via, then group; roles alphabetically', () => {
  const org = anOrg({
    resources: [jira, wiki],
    groups: [
      aGroup('z', { grants: [grant(jira.ari, 'r2', 'r1')] }),
      aGroup('a', { grants: [grant(jira.ari, 'r1'), grant(wiki.ari, 'r1')] }),
    ],
    users: [
      aUser('eve', { groups: ['group-z', 'group-a'], inferred: [{ ari: jira.ari, role: 'i' }] }),
      aUser('ada', {
        groups: ['group-a'],
        direct: [
          { ari: jira.ari, role: 'd2' },
          { ari: jira.ari, role: 'd1' },
        ],
      }),
    ],
  });
  expect(pathsIn(snapshotOfOrg(org, true))).toEqual([
    'ada confluence group group-a: r1',
    'ada jira group group-a: r1',
    'ada jira direct: d1 d2',
    'eve confluence group group-a: r1',
    'eve jira group group-a: r1',
    'eve jira group group-z: r1 r2',
    'eve jira inferred: i',
  ]);
});

test('a role that came through a group which nobody could read is unexplained, and only that role', () => {
  const org = anOrg({
    resources: [jira],
    groups: [aGroup('a', { grants: [grant(jira.ari, 'r1')] })],
    users: [aUser('ada', { groups: ['group-a'] })],
  });
  const snapshot = snapshotOfOrg(org, true);
  const [assignment] = snapshot.assignments;
  const shown = { ...snapshot, assignments: [{ ...assignment!, viaGroup: ['r1', 'r9', 'r8'] }] };
  expect(pathsIn(shown)).toEqual(['ada jira group group-a: r1', 'ada jira unexplained: r8 r9']);
});

test('assignments of several directories on one resource are one case, and one row for each via', () => {
  const org = anOrg({
    resources: [jira],
    users: [aUser('ada', { direct: [{ ari: jira.ari, role: 'd1' }] })],
  });
  const snapshot = snapshotOfOrg(org, true);
  const [one] = snapshot.assignments;
  const shown = {
    ...snapshot,
    assignments: [
      { ...one!, directoryId: 'd-1', direct: ['d2', 'd1'], viaGroup: ['g'] },
      { ...one!, directoryId: 'd-2', direct: ['d1'], viaGroup: ['g'], inferred: ['d1'] },
    ],
  };
  expect(pathsIn(shown)).toEqual([
    'ada jira direct: d1 d2',
    'ada jira inferred: d1',
    'ada jira unexplained: g',
  ]);
});

test('no account, no grant and no membership make an empty table with its one boundary', () => {
  for (const org of [anOrg(), anOrg({ resources: [jira], users: [aUser('ada')] })]) {
    const paths = tracePaths(snapshotOfOrg(org, true));
    expect([paths.caseAccount.length, paths.rowVia.length, [...paths.rowStart]]).toEqual([0, 0, [0]]);
  }
});
