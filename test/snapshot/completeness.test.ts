import { expect, test } from 'vitest';
import type { Faults } from '../../local/org/server';
import { ApiError } from '../../src/atlassian/errors';
import { scanWhole, type ScanRun, type Told } from './support/scan';
import { type Meddler, serve, withMeddler } from './support/served';
import { smallOrg } from './support/worlds';

const USERS = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search';
const GROUPS = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search';
const COUNT = 'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/count';
const GROUP_ROLES = 'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments';
const USER_ROLES = 'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments';
const SCIM_USERS = 'GET /scim/directory/{directoryId}/Users';

const whole = await serve(smallOrg(), (served) => scanWhole(served));

function underFaults(faults: Faults, run: ScanRun = {}): Promise<Told> {
  return serve(smallOrg(), (served) => scanWhole(served, run), { faults, pageSizeMax: 3 });
}

function meddledWith(meddle: Meddler, run: ScanRun = {}): Promise<Told> {
  return serve(smallOrg(), (served) => scanWhole(withMeddler(served, meddle), run));
}

/** What the picture holds of cases, without what a scan says of itself. */
function casesOf(told: Told): string[] {
  return told.document.cases.map((one) => `${one.accountId} ${one.ari}`);
}

/** Partial, with a reason that says what is missing. */
function expectPartial({ report }: Told, reason: RegExp): void {
  expect(report.verdict).toBe('partial');
  expect(report.reasons.join('\n')).toMatch(reason);
}

test('the undisturbed organization adds up', () => {
  expect(whole.report).toMatchObject({
    verdict: 'complete',
    reasons: [],
    coverage: {
      users: { seen: 7, expected: 7 },
      groups: { seen: 4, expected: 4 },
      memberships: { seen: 8, expected: 8 },
      incompleteGroups: [],
      scimDirectories: { 'scim-okta': 'read' },
    },
  });
});

test('a hole in one page of users is closed by reading the groups that do not add up', async () => {
  const told = await underFaults({ dropUsersFromPage: [{ endpoint: USERS, count: 1, times: 1 }] });
  expect(casesOf(told)).toEqual(casesOf(whole));
  expect(told.report.verdict).toBe('complete');
});

test('a hole in every page of users leaves cases out, and says so', async () => {
  const told = await underFaults({ dropUsersFromPage: [{ endpoint: USERS, count: 1 }] });
  expect(casesOf(told).length).toBeLessThan(casesOf(whole).length);
  expectPartial(told, /of 7 accounts were seen/);
  expect(told.report.coverage.incompleteGroups).not.toEqual([]);
});

test('a hole in the list of groups says so, and what its members still hold is not called gone', async () => {
  const told = await underFaults({ dropUsersFromPage: [{ endpoint: GROUPS, count: 1, times: 1 }] });
  expect(casesOf(told)).toEqual(casesOf(whole));
});

test('memberships left out of the user pages are read group by group', async () => {
  const told = await underFaults({ hideGroupsExpand: true });
  expect(told.report.verdict).toBe('complete');
  expect(JSON.stringify(told.document.cases)).toBe(JSON.stringify(whole.document.cases));
});

test('without any count of members nothing proves a group whole: partial, with the same cases', async () => {
  const told = await underFaults({ wrongShape: [{ endpoint: GROUPS, path: 'data.*.counts.users' }] });
  expect(casesOf(told)).toEqual(casesOf(whole));
  expectPartial(told, /the members of 3 groups do not add up/);
  expect(told.report.coverage.memberships).toEqual({ seen: 8, expected: null });
});

test('without counts of resources every group and every account is read for itself, and the cases are the same', async () => {
  const faults = {
    wrongShape: [
      { endpoint: GROUPS, path: 'data.*.counts.resources' },
      { endpoint: USERS, path: 'data.*.counts' },
    ],
  };
  const told = await underFaults(faults);
  expect(casesOf(told)).toEqual(casesOf(whole));
  expect(told.report.verdict).toBe('complete');
  expect(told.document.cases.every((one) => one.directChecked)).toBe(true);
});

test('fewer accounts than the API counts is partial, whoever is missing', async () => {
  const told = await underFaults({ wrongShape: [{ endpoint: COUNT, path: 'count', value: 8 }] });
  expectPartial(told, /^7 of 8 accounts were seen$/);
  expect(told.report.coverage.users).toEqual({ seen: 7, expected: 8 });
});

test('more accounts than were counted is no hole: one came while the scan went on', async () => {
  const told = await underFaults({ wrongShape: [{ endpoint: COUNT, path: 'count', value: 6 }] });
  expect(told.report.verdict).toBe('complete');
});

test('a total that the API does not give is told, and alone makes nothing partial', async () => {
  for (const fail of [403, 404, 400]) {
    const told = await underFaults({ fail: [{ endpoint: COUNT, status: fail }] });
    expect(told.report.verdict).toBe('complete');
    expect(told.report.reasons.join()).toContain('the API does not say how many accounts there are');
    expect(told.report.coverage.users.expected).toBeNull();
  }
});

test('a group that is met only in memberships, and cannot be found, makes the picture partial', async () => {
  const told = await meddledWith(async ({ url, body }, ask) => {
    if (!url.includes('/users/search') || !body!.includes('expand')) return null;
    const answer = (await ask()) as { data: { accountId: string; groups: { id: string }[] }[] };
    for (const user of answer.data)
      if (user.accountId === '712020:gus') user.groups.push({ id: 'group-unseen' });
    return { body: answer };
  });
  expect(casesOf(told)).toEqual(casesOf(whole));
  expectPartial(told, /group group-unseen.*not.*list/);
  expect(told.report.coverage.incompleteGroups).toEqual(['group-unseen']);
});

test('a group that the list left out is found through its members, with its grants', async () => {
  const told = await meddledWith(async ({ url, body }, ask) => {
    if (!url.includes('/groups/search') || body!.includes('groupIds')) return null;
    const answer = (await ask()) as { data: { id: string }[] };
    return { body: { ...answer, data: answer.data.filter((group) => group.id !== 'group-wiki') } };
  });
  expect(told.report.verdict).toBe('complete');
  expect(JSON.stringify(told.document.cases)).toBe(JSON.stringify(whole.document.cases));
});

for (const status of [404, 400, 409]) {
  test(`a group that is gone when its role assignments are read (${status}) makes the picture partial and names it`, async () => {
    const line = `GET */groups/group-wiki/role-assignments`;
    const told = await underFaults({ fail: [{ endpoint: line, status }] });
    expectPartial(told, /role assignments of group group-wiki/);
    expect(told.report.coverage.incompleteGroups).toEqual(['group-wiki']);
    // Its members do not disappear: the API counts the product, so they are read one by one.
    expect(casesOf(told)).toEqual(casesOf(whole));
    const { rows } = told.document.cases.find(
      ({ accountId, ari }) => accountId === '712020:cem' && ari.includes('confluence'),
    )!;
    expect(rows.map((row) => [row.path.via, row.owner, row.decision])).toEqual([
      ['unexplained', 'unknown', 'hold'],
    ]);
  });
}

for (const [what, marker] of [
  ['read again for its count', '/groups/search'],
  ['read again for its members', '/users/search'],
] as const) {
  for (const status of [404, 400]) {
    test(`a group that is gone when it is ${what} (${status}) makes the picture partial and does not stop the scan`, async () => {
      const told = await meddledWith(async ({ url, body }, ask) => {
        if (!(body ?? '').includes('groupIds')) {
          if (!url.includes('/groups/search')) return null;
          const answer = (await ask()) as { data: { id: string; counts: { users: number } }[] };
          for (const group of answer.data) if (group.id === 'group-wiki') group.counts.users += 1;
          return { body: answer };
        }
        if (url.includes(marker)) return { status, body: { errors: [{ code: 'ADMIN-404-8' }] } };
        const answer = (await ask()) as { data: { counts?: { users: number } }[] };
        for (const group of answer.data) if (group.counts) group.counts.users += 1;
        return { body: answer };
      });
      expectPartial(told, /group/);
      expect(told.report.coverage.incompleteGroups).toEqual(['group-wiki']);
      expect(casesOf(told)).toEqual(casesOf(whole));
    });
  }
}

test('a list that the API leaves out of its answer is not an empty list', async () => {
  for (const [endpoint, reason] of [
    [GROUP_ROLES, /role assignments of group group-\w.*: the API left the list out/],
    [USER_ROLES, /role assignments of account 712020:dot: the API left the list out/],
    ['POST /admin/v2/orgs/{orgId}/workspaces', /workspaces: the API left the list out/],
  ] as const) {
    expectPartial(await underFaults({ wrongShape: [{ endpoint, path: 'data' }] }), reason);
  }
});

test('a group whose role assignments were left out is named', async () => {
  const told = await underFaults({
    wrongShape: [{ endpoint: 'GET */groups/group-wiki/role-assignments', path: 'data' }],
  });
  expect(told.report.coverage.incompleteGroups).toEqual(['group-wiki']);
});

test('an account on more products than anything shows makes the picture partial', async () => {
  const told = await meddledWith(async ({ url }, ask) => {
    if (!url.includes('/users/search')) return null;
    const answer = (await ask()) as { data: { accountId: string; counts: { resources: number } }[] };
    for (const user of answer.data) if (user.accountId === '712020:ben') user.counts.resources += 1;
    return { body: answer };
  });
  expectPartial(told, /^1 account holds roles on more products than/);
  expect(
    told.document.cases.filter((one) => one.accountId === '712020:ben').every((one) => one.directChecked),
  ).toBe(true);
});

test('one account whose role assignments are refused is missing, and nothing else is', async () => {
  for (const status of [401, 403, 404]) {
    const told = await underFaults({ fail: [{ endpoint: USER_ROLES, status }] });
    expectPartial(told, /role assignments of account 712020:dot/);
    expect(casesOf(told)).toEqual(casesOf(whole).filter((one) => one !== `712020:dot ${jira}`));
  }
});
const jira = 'ari:cloud:jira-software::site/cloud-acme';

test('a cursor that repeats ends its list, and the picture is partial', async () => {
  for (const endpoint of [USERS, GROUPS]) {
    const told = await serve(smallOrg(), (served) => scanWhole(served), {
      faults: { cursorRepeat: [{ endpoint }] },
      pageSizeMax: 1,
    });
    expectPartial(told, /a cursor came back; the list goes in circles/);
  }
});

test('a circle of cursors of any length is met within a few times its length', async () => {
  for (const length of [1, 2, 3, 7, 40]) {
    let pages = 0;
    const told = await meddledWith(async ({ url }, ask) => {
      if (!url.includes('/workspaces')) return null;
      const answer = (await ask()) as object;
      pages += 1;
      return { body: { ...answer, links: { next: `cursor-${pages % length}` } } };
    }).catch((error: unknown) => error);
    // The simulated organization refuses cursors that it never gave: answered from the first page instead.
    expect(told, String(told)).not.toBeInstanceOf(ApiError);
    expect(pages).toBeLessThan(length * 4 + 4);
  }
});

for (const status of [401, 403, 404]) {
  test(`a SCIM directory that is refused (${status}) leaves identities unknown and nobody deprovisioned`, async () => {
    const told = await underFaults({ fail: [{ endpoint: 'GET /scim/*', status }] });
    expectPartial(told, /SCIM directory scim-okta/);
    expect(told.report.coverage.scimDirectories).toEqual({ 'scim-okta': 'failed' });
    expectNobodyDeprovisioned(told);
  });
}

test('a SCIM directory that is refused half way leaves identities unknown and nobody deprovisioned', async () => {
  const told = await serve(
    smallOrg(),
    (served) =>
      scanWhole(
        withMeddler(served, async ({ url }) =>
          url.includes('/Users?') && !url.includes('startIndex=1&')
            ? { status: 403, body: { detail: 'no more' } }
            : null,
        ),
      ),
    // One record a page, the inactive person's first; the second is never read.
    { pageSizeMax: 1, pageOrder: 'reversed' },
  );
  expectPartial(told, /SCIM directory scim-okta/);
  expect(told.report.coverage.scimDirectories).toEqual({ 'scim-okta': 'failed' });
  expectNobodyDeprovisioned(told);
});

test('a SCIM list that ends before its own total is a directory that failed, not one without the rest', async () => {
  for (const change of [{ path: 'Resources', value: [] }, { path: 'Resources' }]) {
    const told = await underFaults({ wrongShape: [{ endpoint: SCIM_USERS, ...change }] });
    expectPartial(told, /users of SCIM directory scim-okta/);
    expect(told.report.coverage.scimDirectories).toEqual({ 'scim-okta': 'failed' });
    expectNobodyDeprovisioned(told);
  }
});

function expectNobodyDeprovisioned({ document }: Told): void {
  for (const one of document.cases) {
    expect(one.identity.scim).toBe('unknown');
    expect(one.signals).not.toContain('scim-user-inactive');
    for (const row of one.rows) expect(row.findings).not.toContain('scim-inactive-billable');
  }
}

test('the same SCIM group seen on two pages still is one group', async () => {
  const told = await meddledWith(async ({ url }, ask) => {
    if (!url.includes('/Groups?')) return null;
    const answer = (await ask()) as { Resources: unknown[]; totalResults: number };
    return { body: { ...answer, Resources: [...answer.Resources, ...answer.Resources] } };
  });
  const idps = told.document.cases.flatMap((one) => one.rows.flatMap((row) => row.path.idp ?? []));
  expect(idps.length).toBeGreaterThan(0);
  expect(JSON.stringify(told.document.cases)).toBe(JSON.stringify(whole.document.cases));
});

test('a key that was not given makes nothing partial: identities are simply unknown', async () => {
  const told = await serve(smallOrg(), (served) => scanWhole(served, { withoutScim: true }));
  expect(told.report.verdict).toBe('complete');
  expect(told.report.coverage.scimDirectories).toEqual({});
  expectNobodyDeprovisioned(told);
});

test('a case is gone without a word only where the picture is complete', async () => {
  const endpoints = [USERS, GROUPS, GROUP_ROLES, USER_ROLES, SCIM_USERS];
  const knobs: Faults[] = endpoints.flatMap((endpoint): Faults[] => [
    { dropUsersFromPage: [{ endpoint, count: 1 }] },
    { dropUsersFromPage: [{ endpoint, count: 2, times: 1 }] },
    { cursorRepeat: [{ endpoint }] },
    { wrongShape: [{ endpoint, path: 'data.*.groups' }] },
    { wrongShape: [{ endpoint, path: 'data.*.counts' }] },
    { wrongShape: [{ endpoint, path: 'data.0.groups', value: [] }] },
    { wrongShape: [{ endpoint, path: 'data.*.roleAssignments' }] },
    { wrongShape: [{ endpoint, path: 'data.*.roles' }] },
    { wrongShape: [{ endpoint, path: 'data', value: [] }] },
    { wrongShape: [{ endpoint, path: 'data', value: [], times: 1 }] },
    { fail: [{ endpoint, status: 404, times: 1 }] },
  ]);
  let missing = 0;
  for (const faults of knobs) {
    const told = await underFaults(faults).catch((error: unknown) => {
      expect(error).toBeInstanceOf(ApiError);
      return null;
    });
    if (told === null) continue;
    const gone = casesOf(whole).filter((one) => !casesOf(told).includes(one));
    missing += gone.length;
    if (gone.length > 0)
      expect(told.report.verdict, `${JSON.stringify(faults)}: ${gone.join(', ')}`).toBe('partial');
  }
  expect(missing).toBeGreaterThan(0);
});
