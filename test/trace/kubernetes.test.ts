import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseOrgFile } from '../../local/org/read-org-file';
import { expectedDecisions } from '../oracle/brute-force';
import { comparable } from '../oracle/comparable';
import { traceOrg } from '../support/trace';

const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'orgs', 'kubernetes.org.json');

if (existsSync(file)) {
  test('an organization of a real one’s size and shape is traced whole, cheaply, and row for row as the oracle says', async () => {
    const org = parseOrgFile(readFileSync(file, 'utf8'));
    const { exitCode, decisions, message } = await traceOrg(org);
    expect(exitCode, message).toBe(0);
    expect(decisions!.scan).toMatchObject({ verdict: 'complete', reasons: [] });

    const pages = (items: number): number => Math.max(1, Math.ceil(items / 100));
    const granting = org.groups.filter((group) =>
      group.grants.some((grant) => grant.roles.length > 0),
    ).length;
    const scimPages = org.identityProviders
      .filter(({ kind }) => kind === 'scim')
      .map(({ scimDirectoryId: id }) => {
        const linked = org.users.filter((user) => user.scim?.scimDirectoryId === id).length;
        const loose = (org.scimRecords ?? []).filter((record) => record.scimDirectoryId === id).length;
        const groups = org.groups.filter((group) => group.scim?.scimDirectoryId === id).length;
        return pages(linked + loose) + pages(groups);
      })
      .reduce((sum, one) => sum + one, 0);
    const readSingly = new Set(
      decisions!.cases.filter((one) => one.directChecked).map((one) => one.accountId),
    ).size;
    const needed = pages(org.users.length) + pages(org.groups.length) + granting + scimPages + readSingly + 8;
    expect(decisions!.scan.requests.total).toBeLessThanOrEqual(1.2 * needed);

    const outcome = comparable(decisions!);
    const oracle = comparable(expectedDecisions(org, { inactiveDays: 90, deep: false }));
    expect(outcome.cases.length).toBe(oracle.cases.length);
    const odd = outcome.cases.filter((one, i) => JSON.stringify(one) !== JSON.stringify(oracle.cases[i]));
    expect(odd.slice(0, 3)).toEqual([]);
    expect(outcome.anomalies).toEqual(oracle.anomalies);
  });
} else {
  const name = 'left out: the large organization (no ../shared beside the checkout)';
  test(name, () => {
    process.stdout.write(`${name}\n`);
    expect(existsSync(file)).toBe(false);
  });
}
