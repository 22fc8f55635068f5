import type { OrgFile, OrgFileGroup, OrgFileResource } from '../org-file';
import { uuidOf } from './ids';

/** Like a UUID, with letters that no UUID has: real organization ids are so. */
export const orgId = 'h4rb0ur1-71de-4c2k-9qx3-5w8m2v6t0yzp';

export const directories = { main: uuidOf('directory main'), partners: uuidOf('directory partners') };
export const providers = { okta: uuidOf('okta'), google: uuidOf('google'), entra: uuidOf('entra') };
export const sites = { main: uuidOf('site main'), labs: uuidOf('site labs') };

function ariOf(product: string, cloudId: string): string {
  return `ari:cloud:${product}::site/${cloudId}`;
}

export const aris = {
  jira: ariOf('jira-software', sites.main),
  jsm: ariOf('jira-servicedesk', sites.main),
  confluence: ariOf('confluence', sites.main),
  discovery: ariOf('jira-product-discovery', sites.main),
  labsJira: ariOf('jira-software', sites.labs),
  labsJsm: ariOf('jira-servicedesk', sites.labs),
  labsConfluence: ariOf('confluence', sites.labs),
};

export const domains = {
  claimed: 'harbourline.example',
  unclaimed: 'tidewater.example',
  contractors: 'dockside.example',
};

export const organization: Pick<OrgFile, 'org' | 'directories' | 'identityProviders' | 'sites' | 'domains'> =
  {
    org: { id: orgId, name: 'Harbourline', guard: 'standard' },
    directories: [
      { id: directories.main, name: 'Harbourline' },
      { id: directories.partners, name: 'Harbourline partners' },
    ],
    identityProviders: [
      { scimDirectoryId: providers.okta, name: 'Okta', kind: 'scim', syncIntervalMinutes: 40 },
      {
        scimDirectoryId: providers.google,
        name: 'Google Workspace',
        kind: 'google',
        syncIntervalMinutes: 240,
      },
      {
        scimDirectoryId: providers.entra,
        name: 'Entra ID (Tidewater)',
        kind: 'scim',
        syncIntervalMinutes: 40,
        lapsed: true,
      },
    ],
    sites: [
      { cloudId: sites.main, name: 'harbourline', url: 'https://harbourline.example.net' },
      { cloudId: sites.labs, name: 'harbourline-labs', url: 'https://harbourline-labs.example.net' },
    ],
    domains: [
      { name: domains.claimed, claimed: true },
      { name: domains.unclaimed, claimed: false },
    ],
  };

export const resources: OrgFileResource[] = [
  {
    ari: aris.jira,
    typeKey: 'jira-software',
    cloudId: sites.main,
    name: 'Jira (harbourline)',
    plan: 'premium',
    seatLimit: 400,
    approvedDomains: [{ domain: domains.claimed, role: 'atlassian/user' }],
  },
  {
    ari: aris.jsm,
    typeKey: 'jira-servicedesk',
    cloudId: sites.main,
    name: 'Jira Service Management (harbourline)',
    plan: 'premium',
    seatLimit: 60,
  },
  {
    ari: aris.confluence,
    typeKey: 'confluence',
    cloudId: sites.main,
    name: 'Confluence (harbourline)',
    plan: 'premium',
    seatLimit: 500,
  },
  {
    ari: aris.discovery,
    typeKey: 'jira-product-discovery',
    cloudId: sites.main,
    name: 'Jira Product Discovery (harbourline)',
    plan: 'free',
  },
  {
    ari: aris.labsJira,
    typeKey: 'jira-software',
    cloudId: sites.labs,
    name: 'Jira (harbourline-labs)',
    plan: 'standard',
    seatLimit: 100,
  },
  {
    ari: aris.labsJsm,
    typeKey: 'jira-servicedesk',
    cloudId: sites.labs,
    name: 'Jira Service Management (harbourline-labs)',
    plan: 'standard',
    seatLimit: 20,
  },
  {
    ari: aris.labsConfluence,
    typeKey: 'confluence',
    cloudId: sites.labs,
    name: 'Confluence (harbourline-labs)',
    plan: 'standard',
    seatLimit: 100,
  },
];

type Grants = OrgFileGroup['grants'];
export const asUser = (ari: string, isDefault = false): Grants[number] => ({
  ari,
  roles: ['atlassian/user'],
  defaultRole: isDefault ? 'atlassian/user' : null,
});
const asAdmin = (ari: string, isDefault = false): Grants[number] => ({
  ari,
  roles: ['atlassian/admin'],
  defaultRole: isDefault ? 'atlassian/admin' : null,
});

/** Id of a demo group; the key is its name unless two groups share one. */
export function groupIdOf(key: string): string {
  return uuidOf(`group ${key}`);
}

/** Id of the SCIM twin of a demo group. */
export function scimGroupIdOf(key: string): string {
  return uuidOf(`scim group ${key}`);
}

function synced(
  name: string,
  grants: Grants,
  more: Partial<OrgFileGroup> = {},
  provider = providers.okta,
): OrgFileGroup {
  return {
    id: groupIdOf(name),
    directoryId: directories.main,
    name,
    externalSynced: true,
    managedBy: 'external',
    scim: { scimDirectoryId: provider, scimGroupId: scimGroupIdOf(name), displayName: name },
    grants,
    ...more,
  };
}

function local(name: string, grants: Grants, more: Partial<OrgFileGroup> = {}): OrgFileGroup {
  return {
    id: groupIdOf(name),
    directoryId: directories.main,
    name,
    externalSynced: false,
    managedBy: 'admins',
    grants,
    ...more,
  };
}

/** A group that SCIM knows by the same name though the organization's was never taken over. */
function conflicting(name: string, provider = providers.okta): Pick<OrgFileGroup, 'scim'> {
  return { scim: { scimDirectoryId: provider, scimGroupId: scimGroupIdOf(name), displayName: name } };
}

export const groups: OrgFileGroup[] = [
  // Synced from Okta: the birthright group, teams, one filled by a rule, and their odd relatives.
  synced('okta-everyone', [asUser(aris.confluence)], {
    description: 'Everybody at Harbourline, from the first day on.',
  }),
  synced('okta-engineering', [], { description: 'Parent of the engineering teams; Okta pushes it flat.' }),
  synced('okta-eng-platform', [asUser(aris.jira)]),
  synced('okta-eng-platform-team', [asUser(aris.jira)], {
    description: 'Renamed in Okta; the old group stayed.',
  }),
  synced('okta-eng-apps', [asUser(aris.jira)]),
  synced('okta-product', [
    asUser(aris.jira),
    { ari: aris.discovery, roles: ['atlassian/contributor'], defaultRole: null },
  ]),
  synced('okta-support', [asUser(aris.jsm), asUser(aris.jira)]),
  synced('okta-finance', [asUser(aris.jira)]),
  synced('okta-marketing', [asUser(aris.jira)]),
  synced('okta-labs', [asUser(aris.labsJira), asUser(aris.labsConfluence)]),
  synced('okta-rule-emea-office', [asUser(aris.jira)], {
    description: 'Filled by a rule: country in EMEA and an office badge.',
  }),
  synced('okta-on-leave', [], { description: 'Long absences; no product.' }),
  synced('design-guild', [asUser(aris.jira)], {
    description: 'Local once; taken over by the sync in 2026-09.',
  }),
  synced('payments-squad', [asUser(aris.jira)], { description: 'Managed team, linked to Okta.' }),
  synced('jira-contractors', [asUser(aris.jira, true)], { description: 'Synced and default at once.' }),
  {
    ...synced(
      'All members from Google Workspace',
      [asUser(aris.jira)],
      { directoryId: directories.partners },
      providers.google,
    ),
  },
  // Default groups.
  local('jira-users-harbourline', [asUser(aris.jira, true), asUser(aris.confluence)]),
  local('jira-admins-harbourline', [asAdmin(aris.jira, true)]),
  local(
    'confluence-users-harbourline',
    [asUser(aris.confluence, true)],
    conflicting('confluence-users-harbourline'),
  ),
  local('confluence-admins-harbourline', [asAdmin(aris.confluence, true)]),
  local('service-desk-agents', [asUser(aris.jsm, true), asUser(aris.labsJsm)]),
  local('jira-servicemanagement-customers-harbourline', [
    { ari: aris.jsm, roles: ['atlassian/customer'], defaultRole: 'atlassian/customer' },
  ]),
  local('confluence-guests-harbourline', [
    { ari: aris.confluence, roles: ['atlassian/guest'], defaultRole: 'atlassian/guest' },
  ]),
  local('jira-product-discovery-contributors', [
    { ari: aris.discovery, roles: ['atlassian/contributor'], defaultRole: 'atlassian/contributor' },
  ]),
  local('jira-users-harbourline-labs', [asUser(aris.labsJira, true)]),
  local('jira-admins-harbourline-labs', [asAdmin(aris.labsJira, true)]),
  local('confluence-users-harbourline-labs', [asUser(aris.labsConfluence, true)]),
  local('jira-servicemanagement-users-harbourline-labs', [asUser(aris.labsJsm, true)]),
  // Local groups.
  local('legacy-jira-2017', [asUser(aris.jira)], { description: 'From the server migration.' }),
  local('project-lighthouse', [asUser(aris.jira), asUser(aris.confluence)]),
  local('agency-dockside', [asUser(aris.jira)]),
  local('wiki-editors', [asUser(aris.confluence)]),
  local('data-platform', [asUser(aris.jira)], conflicting('data-platform')),
  local('Data-Platform', [asUser(aris.jira)], { id: groupIdOf('Data-Platform, other case') }),
  local('project-lighthouse', [asUser(aris.labsJira)], {
    id: groupIdOf('project-lighthouse, partners'),
    directoryId: directories.partners,
  }),
  local('site-admins', [asAdmin(aris.jira)], { modifiable: false, description: 'Locked by Atlassian.' }),
  local('legacy-import-2019', [asUser(aris.jira)], { externalSynced: null, managedBy: null }),
  local('workday-managers', [asUser(aris.jira)], { managedBy: 'external' }),
  local('tidewater-engineering', [asUser(aris.labsJira), asUser(aris.jira)], {
    ...conflicting('tidewater-engineering', providers.entra),
    description: 'Synced until the Entra connection ended.',
  }),
  local('hiring-panel', [asUser(aris.confluence)], { managedBy: 'team-members' }),
  local('book-club', [asUser(aris.confluence)], { managedBy: 'open' }),
  local('incident-stakeholders', [
    {
      ari: aris.jsm,
      roles: ['atlassian/stakeholder', 'atlassian/basic', 'atlassian/user-access-admin'],
      defaultRole: null,
    },
  ]),
  local('beta-programme', [{ ari: aris.jira, roles: ['atlassian/foo'], defaultRole: null }]),
  local('partner-readers', [asUser(aris.confluence)], { directoryId: directories.partners }),
  // Jira lists these; the organization API does not.
  local('system-administrators', [asAdmin(aris.jira)], { modifiable: false }),
  local('atlassian-addons-admin', [asAdmin(aris.jira)], { modifiable: false }),
];
