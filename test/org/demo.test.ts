import { expect, test } from 'vitest';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { people, situations } from '../../local/org/demo/people';
import { aris, directories, groupIdOf, providers } from '../../local/org/demo/structure';
import type { OrgFileGroup, OrgFileUser } from '../../local/org/org-file';
import { parseOrgFile } from '../../local/org/read-org-file';
import { withOrg } from './support/org-client';

const demo = generateDemoOrg();
const groups = new Map(demo.groups.map((group) => [group.id, group]));
const users = new Map(demo.users.map((user) => [user.accountId, user]));

function user(accountId: string): OrgFileUser {
  const found = users.get(accountId);
  if (found === undefined) throw new Error(`The demo has no account ${accountId}.`);
  return found;
}

function group(key: string): OrgFileGroup {
  const found = groups.get(groupIdOf(key));
  if (found === undefined) throw new Error(`The demo has no group ${key}.`);
  return found;
}

/** The groups of an account that give it a role on a resource. */
function sourcesOf(accountId: string, ari: string): OrgFileGroup[] {
  return user(accountId)
    .groups.flatMap((id) => groups.get(id) ?? [])
    .filter(({ grants }) => grants.some((grant) => grant.ari === ari));
}

const rolesOf = (accountId: string): string[] =>
  user(accountId).groups.flatMap((id) => groups.get(id)?.grants.flatMap(({ roles }) => roles) ?? []);
const nonBilling = ['guest', 'customer', 'contributor', 'stakeholder', 'basic', 'user-access-admin'].map(
  (role) => `atlassian/${role}`,
);
const isDefault = (one: OrgFileGroup, ari: string): boolean =>
  one.grants.some((grant) => grant.ari === ari && grant.defaultRole != null);
const isLocal = (one: OrgFileGroup): boolean => one.externalSynced === false && one.managedBy === 'admins';

test('the demo is a world that parses, the same bytes for the same seed and others for another', () => {
  const text = JSON.stringify(demo);
  expect(JSON.stringify(generateDemoOrg())).toBe(text);
  expect(JSON.stringify(generateDemoOrg(1))).not.toBe(text);
  expect(parseOrgFile(text)).toEqual(demo);
});

test('the demo has the size and the parts that it promises', () => {
  expect(demo.users.length).toBeGreaterThan(380);
  expect(demo.users.length).toBeLessThan(440);
  expect(demo.sites).toHaveLength(2);
  expect(demo.now).toBe('2026-11-23T09:00:00Z');
  expect(demo.org.guard).toBe('standard');
  for (const { cloudId } of demo.sites) {
    const keys = demo.resources
      .filter((resource) => resource.cloudId === cloudId)
      .map(({ typeKey }) => typeKey);
    expect(keys).toEqual(expect.arrayContaining(['jira-software', 'jira-servicedesk', 'confluence']));
  }
  expect(demo.identityProviders.map(({ kind, lapsed }) => [kind, lapsed ?? false])).toEqual([
    ['scim', false],
    ['google', false],
    ['scim', true],
  ]);
  expect(demo.domains?.map(({ claimed }) => claimed)).toEqual([true, false]);
});

test('the people of the story stay the same under every seed', () => {
  for (const seed of [1, 2]) {
    const other = generateDemoOrg(seed).users.map(({ accountId }) => accountId);
    expect(other).toEqual(expect.arrayContaining(Object.values(people)));
    expect(other).toEqual(
      expect.arrayContaining(Object.values(situations).filter((id) => id !== situations.accountThatIsGone)),
    );
  }
});

test('the founding case: one Jira seat held through a synced, a default and a legacy local group at once', () => {
  const sources = sourcesOf(people.threePaths, aris.jira);
  expect(sources.map(({ name }) => name)).toEqual([
    'okta-eng-apps',
    'jira-users-harbourline',
    'legacy-jira-2017',
  ]);
  expect(sources.map((one) => one.externalSynced)).toEqual([true, false, false]);
  expect(sources.map((one) => isDefault(one, aris.jira))).toEqual([false, true, false]);
});

test('about a third of the accounts give no cause for anything', () => {
  const healthy = demo.users.filter((one) => {
    const plain =
      one.accountType === 'atlassian' &&
      one.accountStatus === 'active' &&
      one.membershipStatus === 'active' &&
      one.direct === undefined &&
      one.scim?.active === true;
    const granting = one.groups
      .flatMap((id) => groups.get(id) ?? [])
      .filter(({ grants }) => grants.length > 0);
    const products = granting.flatMap(({ grants }) => grants.map(({ ari }) => ari));
    const used = products.every(
      (ari) =>
        Date.parse(demo.now) - Date.parse(one.lastActive?.[ari] ?? '2000-01-01T00:00:00Z') < 90 * 86_400_000,
    );
    const clean = granting.every(
      (each) =>
        each.externalSynced === true &&
        each.managedBy === 'external' &&
        !each.grants.some(({ defaultRole }) => defaultRole != null),
    );
    return plain && granting.length > 0 && clean && used;
  });
  expect(healthy.length / demo.users.length).toBeGreaterThan(0.3);
  expect(healthy.length / demo.users.length).toBeLessThan(0.5);
});

const found: [string, () => boolean][] = [
  [
    'Q1 a local group of a name that SCIM knows too',
    () => isLocal(group('data-platform')) && group('data-platform').scim?.displayName === 'data-platform',
  ],
  [
    'Q2 a local group that the sync took over',
    () =>
      group('design-guild').externalSynced === true &&
      demo.auditLog.some(
        (entry) => entry.action === 'group_taken_over_by_sync' && entry.groupId === groupIdOf('design-guild'),
      ),
  ],
  [
    'Q3 a default group of a name that SCIM knows too',
    () =>
      isDefault(group('confluence-users-harbourline'), aris.confluence) &&
      group('confluence-users-harbourline').scim !== undefined,
  ],
  [
    'Q4 a group that is synced and default at once',
    () =>
      group('jira-contractors').externalSynced === true && isDefault(group('jira-contractors'), aris.jira),
  ],
  [
    'Q5 a group that says nothing of its owner',
    () =>
      group('legacy-import-2019').externalSynced === null && group('legacy-import-2019').managedBy === null,
  ],
  [
    'Q6 a group managed outside but not synced',
    () =>
      group('workday-managers').externalSynced === false &&
      group('workday-managers').managedBy === 'external',
  ],
  [
    'Q7 a locked local group',
    () => group('site-admins').modifiable === false && isLocal(group('site-admins')),
  ],
  [
    'Q8 deactivated, still in a local group',
    () =>
      user(situations.deactivatedInLocalGroup).scim?.active === false &&
      user(situations.deactivatedInLocalGroup).status === 'deactivated' &&
      sourcesOf(situations.deactivatedInLocalGroup, aris.jira).every(isLocal),
  ],
  [
    'Q9 unmanaged, inactive in SCIM, active by a local group',
    () =>
      user(situations.unmanagedInactiveInScim).claimStatus === 'unmanaged' &&
      user(situations.unmanagedInactiveInScim).scim?.active === false &&
      user(situations.unmanagedInactiveInScim).status === 'active' &&
      sourcesOf(situations.unmanagedInactiveInScim, aris.jira).every(isLocal),
  ],
  [
    'Q10 deleted in the provider: in synced groups without a record, and a record whose account is gone',
    () =>
      user(situations.deletedInProvider).scim === undefined &&
      sourcesOf(situations.deletedInProvider, aris.jira).every((one) => one.externalSynced === true) &&
      (demo.scimRecords ?? []).some(({ accountId }) => accountId === situations.accountThatIsGone) &&
      !users.has(situations.accountThatIsGone),
  ],
  [
    'Q11 active again in SCIM, access still suspended',
    () =>
      user(situations.reactivatedButSuspended).scim?.active === true &&
      user(situations.reactivatedButSuspended).membershipStatus === 'suspended',
  ],
  [
    'Q12 two accounts after an address moved to an unclaimed domain',
    () =>
      user(situations.movedMailOld).name === user(situations.movedMailNew).name &&
      (demo.scimRecords ?? []).some(
        ({ accountId, userName }) => accountId === null && userName === user(situations.movedMailOld).email,
      ),
  ],
  [
    'Q13 two accounts after a name changed',
    () =>
      user(situations.renamedOld).scim === undefined &&
      user(situations.renamedNew).scim !== undefined &&
      user(situations.renamedNew).name.startsWith(user(situations.renamedOld).name),
  ],
  [
    'Q14 groups that turned local when a sync ended, before and after the start',
    () =>
      isLocal(group('tidewater-engineering')) &&
      group('tidewater-engineering').scim?.scimDirectoryId === providers.entra &&
      demo.timeline.some((event) => event.do === 'set-group' && event.set.externalSynced === false),
  ],
  [
    'Q16 a renamed group beside its old self',
    () =>
      group('okta-eng-platform').externalSynced === true &&
      group('okta-eng-platform-team').externalSynced === true,
  ],
  [
    'Q17 a member of a parent group only',
    () =>
      user(situations.parentGroupOnly).groups.length === 1 && group('okta-engineering').grants.length === 0,
  ],
  [
    'Q18 synced and default for one product',
    () =>
      demo.users.some(
        ({ accountId }) =>
          sourcesOf(accountId, aris.jira).some((one) => one.externalSynced === true) &&
          sourcesOf(accountId, aris.jira).some((one) => isDefault(one, aris.jira)),
      ),
  ],
  [
    'Q19 a default group for Jira that grants Confluence too',
    () =>
      isDefault(group('jira-users-harbourline'), aris.jira) &&
      group('jira-users-harbourline').grants.some(
        ({ ari, defaultRole }) => ari === aris.confluence && defaultRole === null,
      ),
  ],
  [
    'Q20 a group that is default on one site and plain on the other',
    () =>
      isDefault(group('service-desk-agents'), aris.jsm) &&
      !isDefault(group('service-desk-agents'), aris.labsJsm) &&
      group('service-desk-agents').grants.length === 2,
  ],
  [
    'Q21 a member who comes back by an approved domain',
    () =>
      demo.auditLog.some(
        (entry) => entry.accountId === situations.comesBackByDomain && entry.cause === 'approved-domain',
      ) &&
      demo.timeline.some(
        (event) => event.do === 'add-member' && event.accountId === situations.comesBackByDomain,
      ),
  ],
  [
    'Q22 a direct role alone, and one beside a group',
    () =>
      user(situations.directRole).groups.length === 0 &&
      user(situations.directRole).direct?.length === 1 &&
      sourcesOf(situations.directBesideGroup, aris.jira).length === 1 &&
      user(situations.directBesideGroup).direct?.[0]?.ari === aris.jira,
  ],
  [
    'Q23 an inferred role of an admin',
    () =>
      (user(situations.siteAdmin).inferred?.length ?? 0) > 0 && user(people.orgAdmin).inferred !== undefined,
  ],
  [
    'Q24 roles that do not bill',
    () =>
      nonBilling.every((role) => rolesOf(situations.guestsOnly).includes(role)) &&
      rolesOf(situations.guestsOnly).every((role) => nonBilling.includes(role)),
  ],
  [
    'Q25 a role that nobody knows',
    () => sourcesOf(situations.unknownRole, aris.jira)[0]?.grants[0]?.roles[0] === 'atlassian/foo',
  ],
  [
    'Q26 suspended in one directory, active in the other',
    () =>
      user(situations.suspendedInOne)
        .directories?.map(({ status }) => status)
        .join() === 'suspended,active',
  ],
  [
    'Q27 managed and in no directory',
    () =>
      user(situations.notInvited).status === 'not_invited' &&
      user(situations.notInvited).claimStatus === 'managed',
  ],
  [
    'Q28 to be deleted, and closed',
    () =>
      user(situations.forDeletion).status === 'for_deletion' &&
      user(situations.closed).accountStatus === 'closed',
  ],
  [
    'Q29 a service account, an app and a customer',
    () =>
      [situations.serviceAccount, situations.appAccount, situations.customer]
        .map((id) => user(id).accountType)
        .join() === 'service,app,customer',
  ],
  [
    'Q31 groups that only Jira lists',
    () =>
      ['system-administrators', 'atlassian-addons-admin'].every((name) =>
        demo.groups.some((one) => one.name === name),
      ),
  ],
  [
    'Q32 teams, one of them managed by the provider',
    () =>
      group('hiring-panel').managedBy === 'team-members' &&
      group('book-club').managedBy === 'open' &&
      group('payments-squad').managedBy === 'external',
  ],
  [
    'Q33 everybody from Google gets Jira',
    () =>
      group('All members from Google Workspace').grants[0]?.ari === aris.jira &&
      group('All members from Google Workspace').scim?.scimDirectoryId === providers.google,
  ],
  [
    'Q37 active on the other site only',
    () =>
      user(situations.activeElsewhere).lastActive?.[aris.labsJira] !== undefined &&
      user(situations.activeElsewhere).lastActive?.[aris.jira] === undefined &&
      sourcesOf(situations.activeElsewhere, aris.jira).length > 0,
  ],
  [
    'Q38 apps that are billed as one, when it is asked for',
    () =>
      generateDemoOrg(undefined, { collection: true }).org.collection === true &&
      demo.org.collection === undefined,
  ],
  [
    'Q39 a member who moves between groups soon after the start',
    () =>
      demo.timeline.filter((event) => 'accountId' in event && event.accountId === situations.movesDuringScan)
        .length === 2,
  ],
  [
    'Q40 one name in two cases and in two directories',
    () =>
      group('data-platform').name.toLowerCase() === group('Data-Platform, other case').name.toLowerCase() &&
      group('project-lighthouse').name === group('project-lighthouse, partners').name &&
      group('project-lighthouse, partners').directoryId === directories.partners,
  ],
  [
    'a birthright group that everybody is in',
    () =>
      demo.users.filter(({ groups: all }) => all.includes(groupIdOf('okta-everyone'))).length >
      demo.users.length / 2,
  ],
  [
    'a group that a rule fills',
    () => demo.users.filter(({ groups: all }) => all.includes(groupIdOf('okta-rule-emea-office'))).length > 5,
  ],
  [
    'integrations that work by token and look at no page',
    () =>
      [situations.integrationReports, situations.integrationBuild].every(
        (id) =>
          user(id).lastActive === undefined &&
          demo.auditLog.some(({ action, actor }) => action === 'api_token_used' && actor === id),
      ),
  ],
  [
    'people on leave',
    () =>
      [situations.onLeaveParent, situations.onLeaveSabbatical].every((id) =>
        user(id).groups.includes(groupIdOf('okta-on-leave')),
      ),
  ],
  [
    'gone in the provider, at work here',
    () => demo.users.filter((one) => one.scim?.active === false && one.status === 'active').length >= 4,
  ],
];

test.each(found)('the demo holds %s', (_, holds) => {
  expect(holds()).toBe(true);
});

test('every kind of entry into a group occurs in the audit log', () => {
  const causes = new Set(demo.auditLog.map(({ cause }) => cause));
  for (const cause of [
    'admin',
    'app-access',
    'invite',
    'approved-domain',
    'first-access',
    'import',
    'sync',
  ] as const)
    expect(causes).toContain(cause);
});

test('the weeks after the start bring joiners, leavers, an undone edit and a lapse', () =>
  withOrg(
    async ({ org }) => {
      const apps = groupIdOf('okta-eng-apps');
      const day = 86_400_000;
      const start = org.clock.now();
      org.clock.advanceTo(start + 8 * day + 6 * 60_000);
      expect(org.world.membersOf(apps).has(people.threePaths)).toBe(false);
      org.clock.advanceTo(start + 8 * day + 3_600_000);
      expect(org.world.membersOf(apps).has(people.threePaths)).toBe(true);
      org.clock.advanceTo(start + 45 * day);
      expect(org.world.accounts().length).toBe(demo.users.length + 7);
      expect(
        org.world.accounts().filter(({ deactivatedOn }) => deactivatedOn !== undefined).length,
      ).toBeGreaterThan(2);
      expect(org.world.group(groupIdOf('okta-marketing'))?.facts.externalSynced).toBe(false);
      expect(org.world.membersOf(groupIdOf('okta-marketing')).size).toBeGreaterThan(10);
      const synced = org.world
        .auditLog()
        .filter(({ cause, at }) => cause === 'sync' && Date.parse(at) > start);
      expect(synced.length).toBeGreaterThan(10);
    },
    { file: demo },
  ));

test('the first sync of the demo changes nothing that the file did not mean', () =>
  withOrg(
    async ({ org }) => {
      const before = org.world.auditLog().length;
      org.clock.advanceBy(41 * 60_000);
      expect(org.world.auditLog().slice(before)).toEqual([]);
    },
    { file: demo },
  ));

test('the admins of the demo are who they are said to be', () =>
  withOrg(
    async (client) => {
      const cloudId = demo.sites[0]?.cloudId ?? '';
      const isAdmin = async (who: string): Promise<unknown> => {
        const path = `/ex/jira/${cloudId}/rest/api/3/mypermissions?permissions=ADMINISTER`;
        return (await client.get(path, { key: client.org.jiraToken(who) })).body['permissions']?.[
          'ADMINISTER'
        ]?.['havePermission'];
      };
      expect(await isAdmin(people.orgAdmin)).toBe(true);
      expect(await isAdmin(people.jiraAdmin)).toBe(true);
      for (const who of [people.identityOwner, people.plainUser]) expect(await isAdmin(who)).toBe(false);
      expect(user(people.orgAdmin).platformRoles).toContain('atlassian/org-admin');
      expect(user(people.jiraAdmin).platformRoles).toBeUndefined();
    },
    { file: demo },
  ));
