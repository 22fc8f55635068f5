import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import { expectedDecisions } from '../oracle/brute-force';
import { comparable } from '../oracle/comparable';
import type { Outcome } from '../oracle/outcome';
import { aGroup, anIdp, syncedBy } from '../support/org-builder';
import { traceOrg } from '../support/trace';
import { arbitraryOrg } from './arbitrary-org';

/**
 * Each run serves an organization and scans it: few runs of large worlds, always the same ones, and no shrinking of
 * what fails, which would take longer than to read it.
 */
const worlds = (numRuns: number): { numRuns: number; seed: number; endOnFailure: true } => ({
  numRuns,
  seed: 20261123,
  endOnFailure: true,
});

async function traced(org: OrgFile, options: Parameters<typeof traceOrg>[1] = {}): Promise<Outcome> {
  const { exitCode, decisions, message } = await traceOrg(org, options);
  expect(exitCode, message).toBe(0);
  expect(decisions?.scan.verdict).toBe('complete');
  return decisions!;
}

test('random organizations are traced as the oracle says', async () => {
  const anySettings = fc.record({ inactiveDays: fc.constantFrom(1, 30, 90, 365), deep: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(arbitraryOrg, anySettings, async (org, settings) => {
      const outcome = comparable(await traced(org, settings));
      expect(outcome).toEqual(comparable(expectedDecisions(org, settings)));
    }),
    worlds(220),
  );
}, 300_000);

test('order, size and overlap of pages change nothing', async () => {
  const anyServer = fc.record({
    pageSizeMax: fc.constantFrom(1, 2, 3, 7, 100),
    pageOrder: fc.oneof(
      fc.constantFrom('natural' as const, 'reversed' as const),
      fc.record({ seed: fc.nat(1000) }),
    ),
    duplicates: fc.constantFrom(0, 1, 2),
  });
  await fc.assert(
    fc.asyncProperty(arbitraryOrg, anyServer, async (org, server) => {
      const { resources, anomalies, cases } = await traced(org, { deep: true });
      const other = await traced(org, { deep: true, server });
      expect(JSON.stringify([other.resources, other.anomalies, other.cases])).toBe(
        JSON.stringify([resources, anomalies, cases]),
      );
    }),
    worlds(40),
  );
}, 300_000);

test('a group whose source is not positively known is never a local or default group', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryOrg, async (org) => {
      const positively = new Set(
        org.groups
          .filter(({ externalSynced, managedBy }) => externalSynced !== true && managedBy !== 'external')
          .filter(({ externalSynced, managedBy }) => externalSynced !== null || managedBy !== null)
          .map((group) => group.id),
      );
      for (const one of (await traced(org)).cases) {
        for (const { owner, path } of one.rows) {
          if (owner !== 'local-group' && owner !== 'default-group') continue;
          expect(positively).toContain(path.groupId);
        }
      }
    }),
    worlds(40),
  );
}, 300_000);

/** With every account read: where only the counts betray a direct role, a group on the same resource hides it. */
test('an added IdP path takes no row away and changes the owner of none', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryOrg, fc.nat(), fc.nat(), async (org, who, where) => {
      fc.pre(org.users.length > 0);
      const user = org.users[who % org.users.length]!;
      const { ari } = org.resources[where % org.resources.length]!;
      const added = aGroup('added by the IdP', {
        id: 'group-added',
        directoryId: org.directories[0]!.id,
        ...syncedBy('added', 'added by the IdP'),
        grants: [{ ari, roles: ['atlassian/user'] }],
      });
      const larger: OrgFile = {
        ...org,
        identityProviders: [...org.identityProviders, anIdp('added')],
        groups: [...org.groups, added],
        users: org.users.map((one) => (one === user ? { ...one, groups: [...one.groups, added.id] } : one)),
      };
      const before = ownersOfRows(await traced(org, { deep: true }));
      const after = ownersOfRows(await traced(larger, { deep: true }));
      expect(after).toEqual({ ...before, [`${user.accountId} ${ari} group group-added`]: 'idp-owned' });
    }),
    worlds(40),
  );
}, 300_000);

function ownersOfRows(outcome: Outcome): Record<string, string> {
  const owners: Record<string, string> = {};
  for (const one of outcome.cases) {
    for (const { path, owner } of one.rows) {
      owners[[one.accountId, one.ari, path.via, path.groupId ?? ''].join(' ').trim()] = owner;
    }
  }
  return owners;
}
