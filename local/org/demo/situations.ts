import type { OrgFileScimRecord, OrgFileUser } from '../org-file';
import type { AccountMaker } from './account-maker';
import { people, situations } from './people';
import { aris, directories, domains, providers, scimGroupIdOf, sites } from './structure';

const everyone = 'okta-everyone';

/** The people of the demo's story, and one account for each odd situation. */
export function namedAccounts(maker: AccountMaker): OrgFileUser[] {
  const fresh = { [aris.jira]: 1, [aris.confluence]: 2 };
  return [
    maker.make({
      accountId: people.orgAdmin,
      name: 'Maren Voss',
      groups: [
        everyone,
        'okta-eng-platform',
        'jira-admins-harbourline',
        'jira-admins-harbourline-labs',
        'confluence-admins-harbourline',
      ],
      visits: { ...fresh, [aris.labsJira]: 6 },
      scim: 'active',
      more: {
        platformRoles: ['atlassian/org-admin'],
        inferred: [
          { ari: aris.jsm, role: 'atlassian/org-admin' },
          { ari: aris.labsJsm, role: 'atlassian/org-admin' },
        ],
      },
    }),
    maker.make({
      accountId: people.jiraAdmin,
      name: 'Tomasz Kalina',
      groups: [everyone, 'okta-eng-platform', 'jira-admins-harbourline'],
      visits: fresh,
      scim: 'active',
    }),
    maker.make({
      accountId: people.identityOwner,
      name: 'Ines Carvalho',
      groups: [everyone, 'okta-eng-platform'],
      visits: fresh,
      scim: 'active',
    }),
    maker.make({
      accountId: people.finance,
      name: 'Oluwaseun Adeyemi',
      groups: [everyone, 'okta-finance', 'jira-admins-harbourline'],
      visits: fresh,
      scim: 'active',
    }),
    maker.make({
      accountId: people.reviewer,
      name: 'Beatriz Salgado',
      groups: [everyone, 'okta-eng-platform', 'jira-admins-harbourline'],
      visits: fresh,
      scim: 'active',
    }),
    maker.make({
      accountId: people.auditor,
      name: 'Noor Haddad',
      groups: [everyone, 'okta-finance', 'jira-admins-harbourline'],
      visits: fresh,
      scim: 'active',
    }),
    maker.make({
      accountId: people.plainUser,
      name: 'Klara Lindqvist',
      groups: [everyone, 'okta-eng-apps'],
      visits: fresh,
      scim: 'active',
    }),
    maker.make({
      accountId: people.threePaths,
      name: 'Henrik Aalto',
      groups: [everyone, 'okta-eng-apps', 'jira-users-harbourline', 'legacy-jira-2017'],
      visits: { [aris.jira]: 140, [aris.confluence]: 3 },
      scim: 'active',
    }),
    ...identityQuirks(maker),
    ...roleQuirks(maker),
    ...statusQuirks(maker),
    ...workQuirks(maker),
  ];
}

/** Where the provider's picture of a person and Atlassian's part. */
function identityQuirks(maker: AccountMaker): OrgFileUser[] {
  const old = 'Beatriz Fonseca';
  return [
    maker.make({
      accountId: situations.deactivatedInLocalGroup,
      groups: ['project-lighthouse'],
      visits: { [aris.jira]: 80 },
      scim: 'inactive',
      more: { accountStatus: 'inactive', status: 'deactivated' },
    }),
    maker.make({
      accountId: situations.unmanagedInactiveInScim,
      domain: domains.unclaimed,
      groups: ['legacy-jira-2017'],
      visits: { [aris.jira]: 120 },
      scim: 'inactive',
    }),
    maker.make({
      accountId: situations.deletedInProvider,
      groups: [everyone, 'okta-marketing'],
      visits: { [aris.jira]: 60 },
    }),
    maker.make({
      accountId: situations.reactivatedButSuspended,
      groups: [everyone, 'okta-eng-apps', 'wiki-editors'],
      visits: { [aris.confluence]: 200 },
      scim: 'active',
      more: {
        membershipStatus: 'suspended',
        status: 'suspended',
        directories: [{ directoryId: directories.main, status: 'suspended' }],
      },
    }),
    maker.make({
      accountId: situations.movedMailOld,
      name: old,
      domain: domains.unclaimed,
      groups: ['jira-users-harbourline', 'wiki-editors'],
      visits: { [aris.jira]: 210 },
    }),
    maker.make({
      accountId: situations.movedMailNew,
      name: old,
      groups: [everyone, 'okta-product'],
      visits: { [aris.jira]: 2 },
      scim: 'active',
      age: 205,
    }),
    maker.make({
      accountId: situations.renamedOld,
      name: 'Sofie Brandt',
      groups: ['jira-users-harbourline'],
      visits: { [aris.jira]: 330 },
    }),
    maker.make({
      accountId: situations.renamedNew,
      name: 'Sofie Brandt Lund',
      groups: [everyone, 'okta-finance'],
      visits: { [aris.jira]: 4 },
      scim: 'active',
      age: 320,
    }),
    maker.make({ accountId: situations.parentGroupOnly, groups: ['okta-engineering'], scim: 'active' }),
  ];
}

/** Roles that no plain group membership explains, or that do not bill. */
function roleQuirks(maker: AccountMaker): OrgFileUser[] {
  return [
    maker.make({
      accountId: situations.directRole,
      groups: [],
      visits: { [aris.jira]: 15 },
      more: { direct: [{ ari: aris.jira, role: 'atlassian/user' }] },
    }),
    maker.make({
      accountId: situations.directBesideGroup,
      groups: [everyone, 'okta-product'],
      visits: { [aris.jira]: 9, [aris.confluence]: 1 },
      scim: 'active',
      more: { direct: [{ ari: aris.jira, role: 'atlassian/user' }] },
    }),
    maker.make({
      accountId: situations.siteAdmin,
      groups: [everyone, 'site-admins', 'system-administrators'],
      visits: { [aris.confluence]: 1 },
      scim: 'active',
      more: {
        platformRoles: ['atlassian/site-admin'],
        inferred: [{ ari: aris.labsJira, role: 'atlassian/site-admin' }],
      },
    }),
    maker.make({
      accountId: situations.guestsOnly,
      domain: domains.contractors,
      groups: [
        'confluence-guests-harbourline',
        'incident-stakeholders',
        'jira-product-discovery-contributors',
        'jira-servicemanagement-customers-harbourline',
      ],
      visits: { [aris.confluence]: 20 },
    }),
    maker.make({
      accountId: situations.unknownRole,
      groups: ['beta-programme'],
      visits: { [aris.jira]: 12 },
    }),
    maker.make({
      accountId: situations.activeElsewhere,
      groups: [everyone, 'jira-users-harbourline', 'okta-labs'],
      visits: { [aris.labsJira]: 2, [aris.labsConfluence]: 3, [aris.confluence]: 5 },
      scim: 'active',
    }),
  ];
}

/** States of accounts and memberships. */
function statusQuirks(maker: AccountMaker): OrgFileUser[] {
  return [
    maker.make({
      accountId: situations.suspendedInOne,
      groups: [everyone, 'jira-users-harbourline', 'partner-readers', 'project-lighthouse, partners'],
      visits: { [aris.confluence]: 30 },
      more: {
        directories: [
          { directoryId: directories.main, status: 'suspended' },
          { directoryId: directories.partners, status: 'active' },
        ],
      },
    }),
    maker.make({
      accountId: situations.notInvited,
      groups: [],
      more: { membershipStatus: 'no_membership', status: 'not_invited' },
    }),
    maker.make({
      accountId: situations.forDeletion,
      groups: ['jira-users-harbourline'],
      more: { accountStatus: 'inactive', status: 'for_deletion' },
    }),
    maker.make({
      accountId: situations.closed,
      groups: ['legacy-jira-2017'],
      more: { accountStatus: 'closed', status: 'deactivated' },
    }),
    maker.make({
      accountId: situations.serviceAccount,
      name: 'Release robot',
      groups: ['jira-users-harbourline'],
      more: {
        accountType: 'service',
        email: 'release-robot@serviceaccount.atlassian.com',
        claimStatus: 'unmanaged',
        managementSource: null,
      },
    }),
    maker.make({
      accountId: situations.appAccount,
      name: 'Timesheets for Jira',
      groups: ['atlassian-addons-admin', 'jira-users-harbourline'],
      more: { accountType: 'app', email: null, claimStatus: 'unmanaged', managementSource: null },
    }),
    maker.make({
      accountId: situations.customer,
      domain: 'customers.example',
      groups: ['jira-servicemanagement-customers-harbourline'],
      more: { accountType: 'customer' },
    }),
  ];
}

/** People who are used otherwise than by looking at pages, or not at the moment. */
function workQuirks(maker: AccountMaker): OrgFileUser[] {
  return [
    maker.make({
      accountId: situations.comesBackByDomain,
      groups: ['jira-users-harbourline'],
      visits: { [aris.jira]: 25 },
    }),
    maker.make({
      accountId: situations.movesDuringScan,
      groups: [everyone, 'okta-eng-platform'],
      visits: { [aris.jira]: 3, [aris.confluence]: 3 },
      scim: 'active',
    }),
    maker.make({
      accountId: situations.integrationReports,
      name: 'Reporting Export',
      groups: ['jira-users-harbourline', 'project-lighthouse'],
    }),
    maker.make({
      accountId: situations.integrationBuild,
      name: 'Build Notifier',
      groups: ['legacy-jira-2017'],
    }),
    maker.make({
      accountId: situations.onLeaveParent,
      groups: [everyone, 'okta-on-leave', 'okta-product', 'jira-users-harbourline'],
      visits: { [aris.jira]: 170, [aris.confluence]: 168 },
      scim: 'active',
    }),
    maker.make({
      accountId: situations.onLeaveSabbatical,
      groups: [everyone, 'okta-on-leave', 'okta-eng-apps'],
      visits: { [aris.jira]: 125, [aris.confluence]: 121 },
      scim: 'active',
    }),
  ];
}

/** SCIM records beyond those of the accounts: orphaned, unlinked, second ones, and those of the ended connection. */
export function strayScimRecords(): OrgFileScimRecord[] {
  const { okta, entra } = providers;
  return [
    {
      scimDirectoryId: okta,
      scimUserId: 'scim-orphan-1',
      userName: `gone.person@${domains.claimed}`,
      externalId: '00uorphan1',
      active: true,
      accountId: situations.accountThatIsGone,
      groups: [scimGroupIdOf(everyone)],
    },
    {
      scimDirectoryId: okta,
      scimUserId: 'scim-unlinked-1',
      userName: `beatriz.fonseca@${domains.unclaimed}`,
      externalId: '00uunlinked1',
      active: true,
      accountId: null,
      groups: [scimGroupIdOf('okta-product')],
    },
    {
      scimDirectoryId: okta,
      scimUserId: 'scim-second-1',
      userName: `sofie.brandt.lund@${domains.claimed}.test`,
      externalId: '00usecond1',
      active: false,
      accountId: situations.renamedNew,
      groups: [],
    },
    {
      scimDirectoryId: okta,
      scimUserId: 'scim-conflict-1',
      userName: `data.owner@${domains.claimed}`,
      externalId: '00uconflict1',
      active: true,
      accountId: null,
      groups: [scimGroupIdOf('data-platform'), scimGroupIdOf('confluence-users-harbourline')],
    },
    {
      scimDirectoryId: entra,
      scimUserId: 'scim-entra-1',
      userName: `old.sync@${domains.unclaimed}`,
      externalId: sites.labs.slice(0, 8),
      active: true,
      accountId: null,
      groups: [scimGroupIdOf('tidewater-engineering')],
    },
  ];
}
