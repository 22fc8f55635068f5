import { expect, test } from 'vitest';
import { OrgFileError } from '../../local/org/org-file-error';
import { parseOrgFile } from '../../local/org/read-org-file';
import { group, smallOrg, user } from './support/small-org';

function refusalOf(file: unknown): OrgFileError {
  try {
    parseOrgFile(typeof file === 'string' ? file : JSON.stringify(file));
  } catch (error) {
    if (error instanceof OrgFileError) return error;
    throw error;
  }
  throw new Error('The file was accepted.');
}

test('a world that fits the format is read as it is', () => {
  const file = smallOrg();
  expect(parseOrgFile(JSON.stringify(file))).toEqual(file);
});

test('text that is not JSON is refused in one line', () => {
  const refusal = refusalOf('{ "format": ');
  expect(refusal.path).toBe('');
  expect(refusal.message).toMatch(/^the org file is not valid JSON/);
  expect(refusal.message).not.toContain('\n');
});

test('another format is refused with the version found', () => {
  expect(refusalOf({ ...smallOrg(), format: 'seatpath-org/2' }).message).toBe(
    'format: found "seatpath-org/2", this version reads "seatpath-org/1"; convert the file',
  );
  expect(refusalOf({}).message).toContain('found no format at all');
  expect(refusalOf([]).message).toContain('no JSON object');
});

const small = smallOrg();
const broken: [string, unknown, string, string][] = [
  ['an unknown key', { ...small, extra: 1 }, 'extra', 'no key "extra"'],
  [
    'an unknown key deep inside',
    { ...small, users: [{ ...user('a'), shoe: 42 }] },
    'users[0].shoe',
    'no key "shoe"',
  ],
  [
    'a membership of nothing',
    { ...small, users: [user('a', { groups: ['legacy', 'nowhere'] })] },
    'users[0].groups[1]',
    'no group has the id "nowhere"',
  ],
  [
    'a grant on nothing',
    { ...small, groups: [group('g', { grants: [{ ari: 'x', roles: [] }] })], users: [] },
    'groups[0].grants[0].ari',
    'no resource has the id "x"',
  ],
  [
    'a direct role on nothing',
    { ...small, users: [user('a', { direct: [{ ari: 'x', role: 'r' }] })] },
    'users[0].direct[0].ari',
    'no resource',
  ],
  [
    'activity on nothing',
    { ...small, users: [user('a', { lastActive: { 'ari:x': '2026-01-01T00:00:00Z' } })] },
    'users[0].lastActive["ari:x"]',
    'no resource',
  ],
  [
    'two users with one id',
    { ...small, users: [user('a'), user('a')] },
    'users[1].accountId',
    'is used twice',
  ],
  [
    'two groups with one id',
    { ...small, groups: [group('g'), group('g')], users: [] },
    'groups[1].id',
    'is used twice',
  ],
  [
    'a group in no directory',
    { ...small, groups: [group('g', { directoryId: 'd9' })], users: [] },
    'groups[0].directoryId',
    'no directory',
  ],
  [
    'a service account with a person’s address',
    { ...small, users: [user('a', { accountType: 'service' })] },
    'users[0].email',
    '@serviceaccount.atlassian.com',
  ],
  ['a bad instant', { ...small, now: 'yesterday' }, 'now', 'no RFC 3339 instant'],
  [
    'an instant without an offset',
    { ...small, users: [user('a', { addedToOrg: '2026-01-01T00:00:00' })] },
    'users[0].addedToOrg',
    'no RFC 3339 instant',
  ],
  [
    'a wrong status',
    { ...small, users: [{ ...user('a'), status: 'asleep' }] },
    'users[0].status',
    'Invalid option',
  ],
  [
    'a timeline that names nobody',
    {
      ...small,
      timeline: [{ at: small.now, do: 'add-member', groupId: 'legacy', accountId: 'nobody', by: 'x' }],
    },
    'timeline[0].accountId',
    'no account has the id "nobody"',
  ],
  [
    'a sync of no provider',
    { ...small, timeline: [{ at: small.now, do: 'scim-sync', scimDirectoryId: 'none' }] },
    'timeline[0].scimDirectoryId',
    'no identity provider',
  ],
  [
    'a SCIM id used twice',
    {
      ...small,
      scimRecords: [
        {
          scimDirectoryId: 'okta',
          scimUserId: 'scim-bob',
          userName: 'b',
          externalId: 'e',
          active: true,
          groups: [],
        },
      ],
    },
    'scimRecords[0].scimUserId',
    'is used twice',
  ],
  ['a fault rate above one', { ...small, faults: { rate429: 2 } }, 'faults.rate429', 'correct the value'],
];

test.each(broken)('%s is refused with its place', (_, file, path, words) => {
  const refusal = refusalOf(file);
  expect(refusal.path).toBe(path);
  expect(refusal.message.startsWith(`${path}: `)).toBe(true);
  expect(refusal.message).toContain(words);
  expect(refusal.message).not.toContain('\n');
});

test('contradictions that Atlassian could show are accepted', () => {
  const jira = small.resources[0]?.ari ?? '';
  const file = {
    ...small,
    groups: [
      group('both', {
        externalSynced: true,
        grants: [{ ari: jira, roles: ['atlassian/user'], defaultRole: 'atlassian/user' }],
      }),
      group('odd', { externalSynced: false, managedBy: 'external' }),
      group('mute', { externalSynced: null, managedBy: null }),
    ],
    users: [
      user('a', {
        groups: ['both'],
        membershipStatus: 'no_membership',
        accountStatus: 'closed',
        email: null,
      }),
    ],
    scimRecords: [
      {
        scimDirectoryId: 'okta',
        scimUserId: 's',
        userName: 'u',
        externalId: 'e',
        active: true,
        accountId: 'gone',
        groups: ['unknown'],
      },
    ],
    auditLog: [{ id: 'e', at: small.now, action: 'x', actor: 'y', accountId: 'gone', groupId: 'gone' }],
  };
  expect(parseOrgFile(JSON.stringify(file)).users).toHaveLength(1);
});

test('an account that the timeline adds may be named by later events', () => {
  const timeline = [
    { at: small.now, do: 'add-user', user: user('new') },
    { at: small.now, do: 'add-member', groupId: 'legacy', accountId: 'new', by: 'ann' },
  ];
  expect(parseOrgFile(JSON.stringify({ ...small, timeline })).timeline).toHaveLength(2);
});

test('a hundred thousand users are read in seconds', () => {
  const users = Array.from({ length: 100_000 }, (_, nth) =>
    user(`u${String(nth)}`, { groups: ['legacy', 'jira-users'] }),
  );
  const text = JSON.stringify({ ...small, users });
  const started = performance.now();
  expect(parseOrgFile(text).users).toHaveLength(100_000);
  expect(performance.now() - started).toBeLessThan(15_000);
});
