import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import { parseOrgFile } from '../../local/org/read-org-file';
import { expectedDecisions } from '../oracle/brute-force';
import { comparable } from '../oracle/comparable';
import type { Outcome } from '../oracle/outcome';
import { arbitraryOrg, LARGEST } from './arbitrary-org';

const settings = { inactiveDays: 90, deep: true };

test('a random organization is an org file that breaks no rule', () => {
  fc.assert(
    fc.property(arbitraryOrg, (org) => {
      expect(parseOrgFile(JSON.stringify(org))).toEqual(org);
    }),
  );
});

test('random organizations show every word of the contract that a scan can show', () => {
  const words = new Set<string>();
  const sizes = { accounts: 0, groups: 0, resources: 0 };
  for (const org of fc.sample(arbitraryOrg, { numRuns: 300, seed: 20261123 })) {
    sizes.accounts = Math.max(sizes.accounts, org.users.length);
    sizes.groups = Math.max(sizes.groups, org.groups.length);
    sizes.resources = Math.max(sizes.resources, org.resources.length);
    for (const word of wordsOf(expectedDecisions(org, settings))) words.add(word);
  }
  expect(sizes).toEqual(LARGEST);
  expect([...words].sort()).toEqual(everyWord);
});

test('the order of the lists in an org file means nothing', () => {
  fc.assert(
    fc.property(arbitraryOrg, (org) => {
      const turned: OrgFile = {
        ...org,
        resources: [...org.resources].reverse(),
        groups: org.groups.map((group) => ({ ...group, grants: [...group.grants].reverse() })).reverse(),
        users: org.users.map((user) => ({ ...user, groups: [...user.groups].reverse() })).reverse(),
        scimRecords: [...(org.scimRecords ?? [])].reverse(),
      };
      expect(comparable(expectedDecisions(turned, settings))).toEqual(
        comparable(expectedDecisions(org, settings)),
      );
    }),
  );
});

test('reading every account one by one adds rows and takes none away', () => {
  fc.assert(
    fc.property(arbitraryOrg, (org) => {
      const deep = rowNames(expectedDecisions(org, settings));
      const shallow = rowNames(expectedDecisions(org, { ...settings, deep: false }));
      expect(deep).toEqual(expect.arrayContaining(shallow));
    }),
  );
});

function rowNames(outcome: Outcome): string[] {
  return outcome.cases.flatMap((one) =>
    one.rows.map(({ path }) => [one.accountId, one.ari, path.via, path.groupId ?? ''].join(' ')),
  );
}

function* wordsOf(outcome: Outcome): Generator<string> {
  for (const anomaly of outcome.anomalies) yield `anomaly ${anomaly.kind}`;
  for (const one of outcome.cases) {
    yield `case billable ${one.billable}`;
    yield `inactive ${one.inactive}`;
    yield `scim ${one.identity.scim}`;
    if (one.lastActive === 'never') yield 'never active';
    for (const signal of one.signals) yield `signal ${signal}`;
    for (const row of one.rows) {
      yield `via ${row.path.via}`;
      yield `owner ${row.owner}`;
      yield `decision ${row.decision}`;
      yield `row billable ${row.billable}`;
      yield row.path.idp === null ? 'no idp' : 'idp';
      for (const finding of row.findings) yield `finding ${finding}`;
      for (const kind of row.anomalies) yield `row anomaly ${kind}`;
    }
  }
}

/** Without `unexplained` and `override-requested`: the first needs a gap in the reading, the second a person. */
const everyWord = [
  ...['duplicate-account', 'locked-group', 'name-conflict', 'orphaned-scim-link', 'source-contradiction'].map(
    anomaly,
  ),
  ...['synced-and-default', 'unknown-role'].map(anomaly),
  ...['duplicate-account', 'locked-group', 'name-conflict', 'source-contradiction'].map(
    (kind) => `row ${anomaly(kind)}`,
  ),
  ...['synced-and-default', 'unknown-role'].map((kind) => `row ${anomaly(kind)}`),
  ...['true', 'false', 'unknown'].flatMap((word) => [
    `case billable ${word}`,
    `row billable ${word}`,
    `inactive ${word}`,
  ]),
  ...['active', 'inactive', 'none', 'unknown'].map((word) => `scim ${word}`),
  ...['never active', 'idp', 'no idp', 'via group', 'via direct', 'via inferred'],
  ...['idp-synced-group', 'default-group-access', 'scim-and-local-paths', 'scim-user-inactive'].map(
    (one) => `signal ${one}`,
  ),
  ...['idp-owned', 'default-group', 'local-group', 'direct', 'inferred', 'unknown'].map(
    (one) => `owner ${one}`,
  ),
  ...['route-out', 'review-default-group', 'review-local-access', 'hold', 'none'].map(
    (one) => `decision ${one}`,
  ),
  ...['inactive-seat', 'never-active', 'scim-inactive-billable', 'mixed-paths', 'unproven-default'].map(
    finding,
  ),
  ...['unproven-local', 'owner-unknown', 'contradiction', 'dormant-path'].map(finding),
].sort();

function anomaly(kind: string): string {
  return `anomaly ${kind}`;
}

function finding(kind: string): string {
  return `finding ${kind}`;
}
