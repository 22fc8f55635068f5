import { createHash } from 'node:crypto';
import type { CodedColumn, Snapshot } from '../../src/contracts/snapshot';

const DAY_MS = 86_400_000;
const START = Date.parse('2020-01-01T00:00:00Z');

/** Ids as Atlassian's look: a prefix and a UUID out of which nothing can be compressed. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** A synthetic organization: four products, a group for about a hundred accounts, three groups an account. */
export function largeSnapshot(accounts: number): Snapshot {
  let seed = 1;
  const below = (limit: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const entries = Math.min(accounts, 30_000);
  const groups = Math.max(1, Math.floor(accounts / 100));
  const resources = ['jira-software', 'confluence', 'jira-servicedesk', 'jira-product-discovery'].map(
    (typeKey) => ({
      ari: `ari:cloud:${typeKey}::site/${uuid('site')}`,
      typeKey,
      name: typeKey,
      sandbox: false,
    }),
  );
  const ids = Array.from({ length: accounts }, (_, i) => `712020:${uuid(`account ${i}`)}`).sort();
  const coded = (values: readonly string[]): CodedColumn => ({
    values,
    codes: Uint8Array.from({ length: accounts }, () => below(20) % values.length),
  });
  const offsets = (each: number, of: number): Uint32Array =>
    Uint32Array.from({ length: of + 1 }, (_, i) => i * each);
  const memberships = Uint32Array.from({ length: accounts * 3 }, () => below(groups));
  for (let a = 0; a < accounts; a += 1) memberships.subarray(a * 3, a * 3 + 3).sort();
  return {
    org: { id: 'org-large', name: 'Large' },
    directories: ['directory-main'],
    resources,
    roles: ['atlassian/user'],
    roleSets: [['atlassian/user']],
    groups: {
      ids: Array.from({ length: groups }, (_, g) => uuid(`group ${g}`)).sort(),
      names: Array.from({ length: groups }, (_, g) => `group number ${g}`),
      directory: new Uint16Array(groups),
      externalSynced: Uint8Array.from({ length: groups }, () => 1 + below(2)),
      managedBy: {
        values: ['admins', 'external'],
        codes: Uint8Array.from({ length: groups }, () => below(2)),
      },
      modifiable: Uint8Array.from({ length: groups }, () => 1 + below(2)),
    },
    grants: {
      offsets: offsets(1, groups),
      group: Uint32Array.from({ length: groups }, (_, g) => g),
      resource: Uint16Array.from({ length: groups }, () => below(resources.length)),
      roleSet: new Uint16Array(groups),
      defaultRole: Uint16Array.from({ length: groups }, () => below(2)),
    },
    accounts: {
      ids,
      type: coded(['atlassian', 'app']),
      accountStatus: coded(['active', 'inactive']),
      membershipStatus: coded(['active', 'suspended']),
      status: coded(['active', 'suspended', 'deactivated']),
      claimStatus: coded(['managed', 'unmanaged']),
      managementSource: coded(['synced', 'invited', 'unknown']),
      service: new Uint8Array(accounts),
      domain: {
        values: Array.from({ length: 50 }, (_, d) => `domain-${d}.example`).sort(),
        codes: Uint16Array.from({ length: accounts }, () => below(50)),
      },
      emailMatches: Uint32Array.from({ length: accounts }, () => (below(50) === 0 ? 2 ** 31 : 0)),
      addedToOrg: Float64Array.from({ length: accounts }, () => START + below(2_000) * DAY_MS),
      scim: Uint8Array.from({ length: accounts }, () => below(3)),
      activityRead: new Uint8Array(accounts).fill(1),
      checked: new Uint8Array(accounts),
    },
    memberships: { offsets: offsets(3, accounts), groups: memberships },
    activity: {
      offsets: offsets(2, accounts),
      resource: Uint16Array.from({ length: accounts * 2 }, (_, i) => (i % 2) + below(2)),
      at: Float64Array.from({ length: accounts * 2 }, () => START + below(2_000) * DAY_MS),
    },
    assignments: [],
    scimGroups: [],
    accountAnomalies: [],
    emailPatterns: ['*@bots.example'],
    history: {
      state: 'read',
      since: START,
      // As many as a scan reads of the log at the most.
      entries: {
        account: Uint32Array.from({ length: entries }, (_, e) => e),
        group: Uint32Array.from({ length: entries }, () => below(groups)),
        at: Float64Array.from({ length: entries }, () => START + below(180) * DAY_MS),
        cause: { values: ['admin', 'invite'], codes: Uint8Array.from({ length: entries }, () => below(2)) },
        // A few administrators, and the system.
        actor: Array.from({ length: entries }, () => ids[below(40)] ?? 'system'),
      },
      tokenUse: Float64Array.from({ length: accounts }, () => (below(20) === 0 ? START : NaN)),
      defaultChanges: [],
      ignored: 0,
    },
    coverage: {
      users: { seen: accounts, expected: accounts },
      groups: { seen: groups, expected: groups },
      memberships: { seen: accounts * 3, expected: null },
      incompleteGroups: [],
      scimDirectories: {},
    },
  };
}
