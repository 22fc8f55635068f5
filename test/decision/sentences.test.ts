import { expect, test } from 'vitest';
import type { OrgFile, OrgFileUser } from '../../local/org/org-file';
import { ACCOUNT_STANDINGS } from '../../src/billing/seats';
import { accountSentences, resourceSentences } from '../../src/billing/sentences';
import { aGroup, anOrg, aResource, aUser } from '../support/org-builder';
import { casesOf, renamed, type Settings } from './support/decided';

const jira = aResource('jira');
const grant = (...roles: string[]): { ari: string; roles: string[] } => ({
  ari: jira.ari,
  roles: roles.map((role) => `atlassian/${role}`),
});
const devs = aGroup('devs', { grants: [grant('user')] });

function oneAccount(change: Partial<OrgFileUser>, more: Partial<OrgFile> = {}): OrgFile {
  return anOrg({
    resources: [jira],
    groups: [devs],
    users: [aUser('ada', { groups: ['group-devs'], ...change })],
    ...more,
  });
}

const standings: [string, Partial<OrgFileUser>, Settings, boolean | 'unknown', string][] = [
  ['active', {}, {}, true, 'Billed: an active account with atlassian/user through the group “devs”.'],
  [
    'type-unknown',
    {},
    { shown: renamed('type', 'unknown') },
    'unknown',
    'Unknown: the API did not say what kind of account this is.',
  ],
  [
    'status-unknown',
    {},
    { shown: renamed('status', 'hibernating') },
    'unknown',
    'Unknown: the API did not say whether the account is active.',
  ],
  ['not-a-person', { accountType: 'app' }, {}, false, 'Not billed: app and customer accounts take no seat.'],
  [
    'not-a-person',
    { accountType: 'customer' },
    {},
    false,
    'Not billed: app and customer accounts take no seat.',
  ],
  [
    'service-account',
    { accountType: 'service', email: 'robot@serviceaccount.atlassian.com' },
    {},
    false,
    'Not billed: service accounts take no seat.',
  ],
  [
    'closed',
    { accountStatus: 'closed', status: 'deactivated' },
    {},
    false,
    'Not billed: the account is closed.',
  ],
  ['for-deletion', { status: 'for_deletion' }, {}, false, 'Not billed: the account is about to be deleted.'],
  [
    'not-invited',
    { status: 'not_invited', claimStatus: 'managed' },
    {},
    false,
    'Not billed: the account was not invited to this organization.',
  ],
  [
    'no-membership',
    { membershipStatus: 'no_membership', claimStatus: 'managed' },
    {},
    false,
    'Not billed: the account is in no directory of this organization.',
  ],
  [
    'deactivated',
    { status: 'deactivated', accountStatus: 'inactive' },
    {},
    false,
    'Not billed while the account is deactivated.',
  ],
  ['inactive', { accountStatus: 'inactive' }, {}, false, 'Not billed while the account is inactive.'],
  ['suspended', { membershipStatus: 'suspended' }, {}, false, 'Not billed while the account is suspended.'],
  ['suspended', { status: 'suspended' }, {}, false, 'Not billed while the account is suspended.'],
];

for (const [standing, change, settings, billable, sentence] of standings) {
  test(`why an account bills or does not: ${standing} (${JSON.stringify(change)})`, () => {
    const [one] = casesOf(oneAccount(change), settings);
    expect([one!.billable, one!.billableBecause]).toEqual([billable, sentence]);
    if (standing !== 'active') expect(Object.keys(accountSentences)).toContain(standing);
  });
}

test('every standing of an account has its sentence, and was tried', () => {
  expect(new Set(standings.map(([standing]) => standing))).toEqual(new Set(ACCOUNT_STANDINGS));
});

const roles: [string, Partial<OrgFileUser>, Partial<OrgFile>, Settings, boolean | 'unknown', string][] = [
  [
    'two roles of one group',
    {},
    { groups: [{ ...devs, grants: [grant('user', 'admin')] }] },
    {},
    true,
    'Billed: an active account with atlassian/admin and atlassian/user through the group “devs”.',
  ],
  [
    'one more path',
    { groups: ['group-devs', 'group-ops'] },
    { groups: [devs, aGroup('ops', { grants: [grant('user')] })] },
    {},
    true,
    'Billed: an active account with atlassian/user through the group “devs” and 1 more path.',
  ],
  [
    'two more paths',
    { groups: ['group-devs', 'group-ops', 'group-qa'] },
    { groups: ['devs', 'ops', 'qa'].map((name) => aGroup(name, { grants: [grant('user')] })) },
    {},
    true,
    'Billed: an active account with atlassian/user through the group “devs” and 2 more paths.',
  ],
  [
    'a role of its own',
    { groups: [], direct: [{ ari: jira.ari, role: 'atlassian/user' }] },
    {},
    {},
    true,
    'Billed: an active account with atlassian/user through a role of its own.',
  ],
  [
    'only free roles',
    {},
    { groups: [{ ...devs, grants: [grant('guest', 'customer')] }] },
    {},
    false,
    'Not billed: none of its roles takes a seat (atlassian/customer, atlassian/guest).',
  ],
  [
    'an unknown role',
    {},
    { groups: [{ ...devs, grants: [grant('guest', 'viewer')] }] },
    {},
    'unknown',
    'Unknown: whether atlassian/viewer takes a seat is not known, and no other role does.',
  ],
  [
    'an inferred role only',
    { groups: [], inferred: [{ ari: jira.ari, role: 'atlassian/admin' }] },
    {},
    {},
    false,
    'Not billed: none of its roles takes a seat (atlassian/admin).',
  ],
  ['a sandbox', {}, { resources: [{ ...jira, sandbox: true }] }, {}, false, 'Not billed: this is a sandbox.'],
  [
    'a free plan',
    {},
    {},
    { plans: new Map([[jira.ari, 'free']]) },
    false,
    'Not billed: the product is on a free plan.',
  ],
  [
    'a paid plan',
    {},
    {},
    { plans: new Map([[jira.ari, 'paid']]) },
    true,
    'Billed: an active account with atlassian/user through the group “devs”.',
  ],
  [
    'suspended in the only directory that gives it',
    {
      directories: [
        { directoryId: 'directory-main', status: 'suspended' },
        { directoryId: 'directory-two', status: 'active' },
      ],
    },
    {
      directories: [
        { id: 'directory-main', name: 'main' },
        { id: 'directory-two', name: 'two' },
      ],
    },
    { deep: true },
    false,
    'Not billed: the account is suspended in every directory that gives it a role that bills.',
  ],
];

for (const [name, change, more, settings, billable, sentence] of roles) {
  test(`why a seat bills or does not: ${name}`, () => {
    const [one] = casesOf(oneAccount(change, more), settings);
    expect([one!.billable, one!.billableBecause]).toEqual([billable, sentence]);
  });
}

test('a case that no role could make bill is told by its roles, even where the account is not known', () => {
  const guests = oneAccount({}, { groups: [{ ...devs, grants: [grant('guest')] }] });
  const [one] = casesOf(guests, { shown: renamed('type', 'unknown') });
  expect([one!.billable, one!.billableBecause]).toEqual([
    false,
    'Not billed: none of its roles takes a seat (atlassian/guest).',
  ]);
});

test('every sentence is one sentence that a finance person can read', () => {
  const all = [
    ...Object.values(accountSentences),
    ...Object.values(resourceSentences),
    ...roles.map((one) => one[5]),
  ];
  for (const sentence of all) {
    expect(sentence).toMatch(/^(Billed|Not billed|Unknown)[^.]*(\.[^ ][^.]*)*\.$/);
    expect(sentence).not.toMatch(/undefined|null|\n/);
  }
});
