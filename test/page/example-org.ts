import { ASKING_DEFAULTS } from '../../src/contracts/settings';
import { type CaseLine, type PathMark } from '../../src/contracts/case-views';
import { type SourceIntent, type SourceLine } from '../../src/contracts/source-views';
import { type Person, type ScanProgress, type Session, type SetupView } from '../../src/contracts/views';
import { api } from '../../src/contracts/api';
import { FINDINGS, OWNERS, SIGNALS, type Decision, type Owner } from '../../src/contracts/vocabulary';

/** An invented organization, the same on every run. */
export const JIRA = 'ari:cloud:jira-software::site/11111111-1111-1111-1111-111111111111';
export const SERVICE = 'ari:cloud:jira-servicedesk::site/11111111-1111-1111-1111-111111111111';
export const CONFLUENCE = 'ari:cloud:confluence::site/11111111-1111-1111-1111-111111111111';
export const PRODUCTS = [
  { ari: JIRA, typeKey: 'jira-software', name: 'Jira (northwind)' },
  { ari: SERVICE, typeKey: 'jira-servicedesk', name: 'Jira Service Management (northwind)' },
  { ari: CONFLUENCE, typeKey: 'confluence', name: 'Confluence (northwind)' },
];
export const SCAN_ID = 'scan-2026-11-23';
export const SCANNED_AT = '2026-11-23T06:00:00.000Z';
/** The app's own time, three hours after its scan; no test goes by the clock of its machine. */
export const NOW = '2026-11-23T09:00:00.000Z';
export const IDP = 'a1b2c3d4-scim';
export const GROUP = 'group-contractors';

const FIRST = [
  'Ada',
  'Bruno',
  'Chidi',
  'Dalia',
  'Emre',
  'Farida',
  'Goran',
  'Hana',
  'Idris',
  'Jelena',
  'Kofi',
  'Lena',
];
const LAST = [
  'Okafor',
  'Lindqvist',
  'Marchetti',
  'Novak',
  'Oyelaran',
  'Petrov',
  'Quispe',
  'Rahman',
  'Sato',
  'Tamm',
  'Ueda',
];

export function personAt(position: number): Person {
  const name = `${FIRST[position % FIRST.length]!} ${LAST[Math.floor(position / FIRST.length) % LAST.length]!}`;
  return {
    accountId: `712020:account-${position}`,
    name: position % 97 === 96 ? null : `${name} ${position}`,
  };
}

const LANES: Readonly<Record<Owner, Decision>> = {
  'idp-owned': 'route-out',
  'default-group': 'review-default-group',
  'local-group': 'review-local-access',
  direct: 'review-local-access',
  inferred: 'none',
  unknown: 'hold',
};
const BUCKETS = ['recent', 'over-30', 'over-90', 'over-180', 'never', 'unknown'] as const;

/** A path of an owner: through a group, where that can be. */
function pathAt(owner: Owner, index: number): PathMark {
  const via = owner === 'direct' || owner === 'inferred' ? owner : 'group';
  const name = via === 'group' ? `${owner}-${index}` : null;
  return {
    via,
    groupId: name === null ? null : `group-${name}`,
    groupName: name,
    owner,
    provider: owner === 'idp-owned' ? 'Okta' : null,
    decision: LANES[owner],
    findings: index === 0 ? ['inactive-seat'] : [],
    billable: true,
  };
}

function caseAt(position: number): CaseLine {
  const owners = OWNERS.filter((_, index) => position % 6 === index || (position % 5 === 0 && index < 2));
  const product = PRODUCTS[position % PRODUCTS.length]!;
  return {
    person: personAt(position),
    ari: product.ari,
    product: product.name,
    billable: position % 11 === 10 ? 'unknown' : position % 7 !== 6,
    owners,
    signals: SIGNALS.filter((_, index) => position % 8 === index || (position % 9 === 0 && index < 3)),
    findings: FINDINGS.filter(
      (_, index) => position % 23 === index || (position % 29 === 0 && index % 2 === 0),
    ),
    decisions: [...new Set(owners.map((owner) => LANES[owner]))],
    activity: { bucket: BUCKETS[position % BUCKETS.length]! },
    protectedAs: position % 19 === 5 ? 'service' : null,
    paths: [...owners, ...(position % 13 === 0 ? ([owners[0]!, owners[0]!] as const) : [])].map(pathAt),
    records: {
      ...(position % 17 === 0 ? { 'route-out': 1 } : {}),
      ...(position % 31 === 0 ? { exception: 2 } : {}),
    },
  };
}

export function exampleCases(count: number): CaseLine[] {
  return Array.from({ length: count }, (_, position) => caseAt(position));
}

interface ExampleGroup {
  name: string;
  owner: Owner;
  intent: SourceIntent;
}

const GROUPS: readonly ExampleGroup[] = [
  { name: 'contractors', owner: 'idp-owned', intent: 'none' },
  { name: 'jira-users', owner: 'default-group', intent: 'void' },
  { name: 'everyone-emea', owner: 'local-group', intent: 'standing' },
  { name: 'project-atlas', owner: 'unknown', intent: 'none' },
  {
    name: 'support-desk-with-a-very-long-group-name-that-must-be-cut',
    owner: 'local-group',
    intent: 'redesign',
  },
  { name: 'legacy-jira-2017', owner: 'local-group', intent: 'none' },
];

export function exampleSources(): SourceLine[] {
  return GROUPS.flatMap(({ name, owner, intent }, index) =>
    PRODUCTS.slice(0, 1 + (index % 3)).map((product, nth) => ({
      groupId: `group-${name}`,
      groupName: name,
      ari: product.ari,
      product: product.name,
      owner,
      roles: ['atlassian/user'],
      defaultFor: index === 1 ? 'New users' : null,
      products: PRODUCTS.slice(0, 1 + (index % 3)).map((granted) => granted.name),
      people: 4_210 - index * 700 - nth,
      seats: 3_980 - index * 700 - nth,
      seatsOnlyHere: 1_204 - index * 200,
      inactive: 410 - index * 60,
      scimInactive: 12 - index,
      external: index * 31,
      overlap: index === 0 ? null : { groupName: 'contractors', seats: 940 - index * 100 },
      intent,
      steward: intent === 'standing' ? personAt(2) : null,
      legacy: name === 'legacy-jira-2017',
    })),
  );
}

export const OWNER_SESSION: Session = {
  accountId: '712020:account-0',
  now: NOW,
  desk: null,
  roles: ['owner'],
  sees: 'organization',
  capability: 'without-scim',
  unclaimed: false,
  mayCall: Object.keys(api),
  inactiveDays: 90,
  timeZone: 'Europe/Berlin',
};

/** Reads everything, decides nothing. */
export const AUDITOR_SESSION: Session = {
  ...OWNER_SESSION,
  roles: ['auditor'],
  mayCall: Object.entries(api)
    .filter(([, { callers }]) => callers.includes('auditor'))
    .map(([name]) => name)
    .filter((name) => name !== 'setup/save-org-key'),
};

export const SCANNED: ScanProgress = {
  now: NOW,
  state: 'published',
  phase: 'done',
  done: 1,
  of: 1,
  requests: 412,
  startedAt: '2026-11-23T05:52:00.000Z',
  lastPublishedAt: SCANNED_AT,
  verdict: 'complete',
  reasons: [],
  coverage: {
    users: { seen: 7_056, expected: 7_056 },
    groups: { seen: 212, expected: 212 },
    memberships: { seen: 31_402, expected: 31_402 },
    incompleteGroups: [],
    scimDirectories: { [IDP]: 'read', 'b2-scim': 'not-scim' },
  },
  failure: null,
};

export const RUNNING: ScanProgress = {
  ...SCANNED,
  state: 'running',
  phase: 'read',
  done: 3_200,
  of: 7_056,
  requests: 123,
};

export const FAILED: ScanProgress = {
  ...SCANNED,
  state: 'failed',
  failure: 'The key was revoked on 22 November.',
};

export const PARTIAL: ScanProgress = {
  ...SCANNED,
  verdict: 'partial',
  reasons: [
    'the members of 1 group do not add up with the API’s own count',
    'SCIM directory b2-scim: there is no such thing (404)',
    'role assignments of account 712020:account-3: there is no such thing (404)',
  ],
  coverage: {
    ...SCANNED.coverage!,
    memberships: { seen: 31_390, expected: 31_402 },
    incompleteGroups: ['everyone-emea'],
    scimDirectories: { [IDP]: 'read', 'b2-scim': 'failed' },
  },
};

export const NEVER_SCANNED: ScanProgress = {
  ...SCANNED,
  state: 'never',
  phase: null,
  done: 0,
  of: null,
  requests: 0,
  startedAt: null,
  lastPublishedAt: null,
  verdict: null,
  coverage: null,
};

export const SET_UP: SetupView = {
  scope: 'site',
  orgId: '3a5f9c1e-org',
  orgName: 'Northwind',
  keys: {
    active: 'a',
    a: {
      savedAt: '2026-08-01T08:00:00.000Z',
      savedBy: '712020:account-0',
      expiresOn: '2027-02-01',
      scoped: true,
    },
    b: null,
    expiresInDays: 70,
    scim: [],
  },
  identityProviders: [
    {
      idpId: IDP,
      name: 'Okta',
      kind: 'scim',
      owners: ['712020:account-1'],
      deputy: null,
      ...ASKING_DEFAULTS,
      projectKey: 'IAM',
      issueTypeId: '10001',
    },
  ],
  people: [personAt(0), personAt(1), personAt(2), personAt(3)],
  roles: [
    { accountId: '712020:account-0', role: 'owner', idpId: null },
    { accountId: '712020:account-2', role: 'auditor', idpId: null },
    { accountId: '712020:account-1', role: 'identity-owner', idpId: IDP },
  ],
  resources: PRODUCTS,
  plans: [{ ari: CONFLUENCE, plan: 'free' }],
  review: {
    inactiveDays: 90,
    weekday: 'monday',
    timeZone: 'Europe/Berlin',
    activityShownAs: 'buckets',
    every: 'week',
    budget: 15,
    digest: null,
  },
  checks: [],
};

export const NOT_SET_UP: SetupView = {
  ...SET_UP,
  orgId: null,
  orgName: null,
  keys: { active: null, a: null, b: null, expiresInDays: null, scim: [] },
  identityProviders: [],
  roles: [],
  resources: [],
  plans: [],
};
