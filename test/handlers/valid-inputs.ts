import type { Call, Input } from '../../src/contracts/api';
import type { RunningApp } from '../support/app';
import { accounts, betaJira, jira, who } from '../support/review-org';
import { EVERY_CASE, keyInput, OKTA, ROLES } from '../support/set-up';

/** An input for every call that an owner makes with success. A call without one does not compile. */
export function validInputs(app: RunningApp): { readonly [C in Call]: Input<C> } {
  const expiresOn = new Date(app.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  return {
    'session/get': {},
    'setup/get': {},
    'setup/save-scope': { scope: 'organization' },
    'setup/save-org-key': keyInput(app),
    'setup/save-scim-key': {
      scimDirectoryId: OKTA.idpId,
      key: app.org.scimKeys.get(OKTA.idpId)!,
      expiresOn: null,
    },
    'setup/save-identity-provider': { identityProvider: OKTA },
    'setup/remove-identity-provider': { idpId: 'nobody-uses-this' },
    'setup/test-issue-target': { projectKey: 'IAM', issueTypeId: '10001' },
    'setup/save-plans': { plans: [{ ari: betaJira.ari, plan: 'paid' }] },
    'setup/save-review': {
      review: { inactiveDays: 90, weekday: 'monday', timeZone: 'UTC', activityShownAs: 'buckets' },
    },
    'setup/save-roles': { roles: [...ROLES] },
    'setup/search-people': { text: 'Ada' },
    'setup/projects': {},
    'setup/issue-types': { projectKey: 'IAM' },
    'scan/start': {},
    'scan/progress': {},
    'cases/list': EVERY_CASE,
    'cases/get': { accountId: accounts.ada, ari: jira.ari },
    'sources/list': { ari: null, text: '', sort: 'seats', offset: 0, limit: 50 },
    'route-outs/record': {
      accountId: accounts.ada,
      ari: jira.ari,
      groupId: 'group-engineering',
      reason: 'Not used for months.',
    },
    'route-outs/list': {},
    'exceptions/record': {
      row: { accountId: accounts.cem, ari: jira.ari, via: 'group', groupId: 'group-legacy' },
      class: 'contractor',
      reason: 'Project runs until spring.',
      ownedBy: who.finance,
      expiresOn,
    },
    'exceptions/list': {},
    // Last, because it takes away what the others need.
    'setup/forget-keys': {},
  };
}
