import fc from 'fast-check';
import { generateDemoOrg } from '../../../local/org/demo/generate';
import type { OrgFile } from '../../../local/org/org-file';
import { arbitraryOrg } from '../../properties/arbitrary-org';
import {
  aGroup,
  anIdp,
  anOrg,
  aResource,
  aScimRecord,
  aUser,
  daysBefore,
  syncedBy,
} from '../../support/org-builder';

const jira = aResource('jira');
const confluence = aResource('confluence');
const user = ['atlassian/user'];

/**
 * Small, with one of everything that makes a scan take another step: synced, default and local groups,
 * a group that grants nothing, direct roles, SCIM records, an app, a suspended account.
 */
export function smallOrg(change: Partial<OrgFile> = {}): OrgFile {
  const synced = aGroup('engineering', {
    ...syncedBy('okta', 'engineering'),
    grants: [{ ari: jira.ari, roles: user }],
  });
  const byDefault = aGroup('jira-users', {
    grants: [{ ari: jira.ari, roles: user, defaultRole: 'atlassian/user' }],
  });
  const local = aGroup('wiki', { grants: [{ ari: confluence.ari, roles: user }] });
  const silent = aGroup('coffee');
  const seen = { lastActive: { [jira.ari]: daysBefore(3) } };
  return anOrg({
    identityProviders: [anIdp('okta')],
    resources: [jira, confluence],
    groups: [synced, byDefault, local, silent],
    users: [
      aUser('ada', {
        groups: [synced.id, byDefault.id, silent.id],
        ...seen,
        scim: aScimRecord('okta', 'ada', { groups: ['scim-okta-engineering'] }),
      }),
      aUser('ben', {
        groups: [synced.id],
        scim: aScimRecord('okta', 'ben', { active: false, groups: ['scim-okta-engineering'] }),
      }),
      aUser('cem', { groups: [byDefault.id, local.id], ...seen }),
      aUser('dot', { groups: [local.id], direct: [{ ari: jira.ari, role: 'atlassian/user' }] }),
      aUser('eve', { groups: [byDefault.id], membershipStatus: 'suspended', status: 'suspended' }),
      aUser('fix', { accountType: 'app', groups: [byDefault.id] }),
      aUser('gus', { groups: [silent.id] }),
    ],
    ...change,
  });
}

/** A random organization that is not a trivial one. */
export function mediumOrg(seed: number): OrgFile {
  const candidates = fc.sample(arbitraryOrg, { seed, numRuns: 30 });
  return candidates.reduce((a, b) =>
    a.users.length * a.groups.length >= b.users.length * b.groups.length ? a : b,
  );
}

/** The demo's organization, standing still. */
export function demoOrg(): OrgFile {
  return { ...generateDemoOrg(), timeline: [] };
}
