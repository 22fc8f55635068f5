import { expect, test } from 'vitest';
import type { Faults, SimulatedOrg, SimulatedOrgOptions } from '../../local/org/server';
import { ApiError } from '../../src/atlassian/errors';
import { type JiraApi, jiraApi, type JiraSend } from '../../src/atlassian/jira';
import { doc, site } from '../org/support/jira-client';
import { withOrg } from '../org/support/org-client';
import { smallOrg } from '../org/support/small-org';

/** The API over the simulated Jira, as the app or a person; counts what it sends. */
function jiraOver(
  org: SimulatedOrg,
  who = 'app',
  beforeSent: (line: string) => void = () => undefined,
): { jira: JiraApi; sent: string[] } {
  const sent: string[] = [];
  const token = org.jiraToken(who);
  const root = site.slice(0, -'/rest/api/3'.length);
  const send: JiraSend = async ({ method, path, body }) => {
    beforeSent(path);
    sent.push(`${method} ${path}`);
    const response = await fetch(`${org.origin}${root}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      text: await response.text(),
      header: (name) => response.headers.get(name),
    };
  };
  return { jira: jiraApi(send), sent };
}

interface Bench {
  readonly jira: JiraApi;
  readonly sent: string[];
  readonly org: SimulatedOrg;
  /** Creates an issue with a label. */
  readonly newIssue: (label?: string) => Promise<string>;
}

function withJira(use: (bench: Bench) => Promise<void>, options: SimulatedOrgOptions = {}): Promise<void> {
  return withOrg(
    ({ org }) => {
      const { jira, sent } = jiraOver(org);
      const newIssue: Bench['newIssue'] = (label = 'seatpath-1') =>
        jira.createIssue({
          projectKey: 'IAM',
          issueTypeId: '10001',
          summary: 'Please look',
          description: doc('Three accounts.') as Record<string, unknown>,
          labels: ['seatpath', label],
          assignee: 'cai',
          property: { key: 'seatpath', value: {} },
        });
      return use({ jira, sent, org, newIssue });
    },
    { options },
  );
}

const adf = (text: string): Record<string, unknown> => doc(text) as Record<string, unknown>;

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiError) return error;
  throw new Error('no ApiError was thrown', { cause: error });
}

test('every issue of a label is found, the oldest first', () =>
  withJira(async ({ jira, newIssue }) => {
    const keys = [await newIssue(), await newIssue(), await newIssue('seatpath-2'), await newIssue()];
    expect(await jira.findIssuesByLabel('IAM', 'seatpath-1')).toEqual([keys[0], keys[1], keys[3]]);
    expect(await jira.findIssuesByLabel('OPS', 'seatpath-1')).toEqual([]);
  }));

test('an issue that search does not know yet is read by its key', () =>
  withJira(
    async ({ jira, org, newIssue }) => {
      const key = await newIssue();
      expect(await jira.findIssuesByLabel('IAM', 'seatpath-1')).toEqual([]);
      expect(await jira.issue(key)).toMatchObject({ key, status: 'To Do' });
      org.clock.advanceBy(60_000);
      expect(await jira.findIssuesByLabel('IAM', 'seatpath-1')).toEqual([key]);
    },
    { jiraIndexLagMs: 60_000 },
  ));

test('an issue tells its status, resolution and assignee, and when it changed', () =>
  withJira(async ({ jira, org, newIssue }) => {
    const key = await newIssue();
    expect(await jira.issue(key)).toEqual({
      key,
      status: 'To Do',
      statusCategory: 'new',
      resolution: null,
      assignee: 'cai',
      updated: '2026-11-23T09:00:00.000Z',
    });
    org.clock.advanceBy(90_000);
    org.world.transition(key, 'done', "Won't Do", 'cai');
    org.world.assign(key, null, 'cai');
    expect(await jira.issue(key)).toEqual({
      key,
      status: "Won't Do",
      statusCategory: 'done',
      resolution: "Won't Do",
      assignee: null,
      updated: '2026-11-23T09:01:30.000Z',
    });
    org.world.transition(key, 'indeterminate', null, 'cai');
    expect(await jira.issue(key)).toMatchObject({ statusCategory: 'indeterminate', resolution: null });
    expect(await failureOf(jira.issue('IAM-99'))).toMatchObject({ failure: 'not-found', status: 404 });
  }));

test('comments are read from a moment on, oldest first, with who wrote them', () =>
  withJira(async ({ jira, org, newIssue }) => {
    const key = await newIssue();
    expect(await jira.comments(key, null)).toEqual([]);
    const id = await jira.addComment(key, adf('Please answer.'));
    for (const by of ['bob', 'automation', 'gus']) {
      org.clock.advanceBy(1000);
      org.world.comment(key, by, adf(`${by} was here`));
    }
    const all = await jira.comments(key, null);
    expect(all.map(({ authorId, authorType }) => [authorId, authorType])).toEqual([
      ['app-user:site-1', 'app'],
      ['bob', 'atlassian'],
      ['automation-for-jira', 'app'],
      ['gus', 'atlassian'],
    ]);
    expect(all[0]).toEqual({
      id,
      authorId: 'app-user:site-1',
      authorType: 'app',
      created: '2026-11-23T09:00:00.000Z',
      body: adf('Please answer.'),
    });
    // The moment itself belongs to it, in whatever zone it is written.
    for (const since of ['2026-11-23T09:00:02.000Z', '2026-11-23T10:00:02.000+01:00']) {
      expect(await jira.comments(key, since)).toEqual(all.slice(2));
    }
    expect(await jira.comments(key, '2026-11-23T09:00:02.001Z')).toEqual(all.slice(3));
    expect(await failureOf(jira.comments('IAM-99', null))).toMatchObject({ failure: 'not-found' });
  }));

test('comments are walked page by page, no further than the moment asks', () =>
  withJira(async ({ jira, sent, org, newIssue }) => {
    const key = await newIssue();
    for (let nth = 0; nth < 230; nth += 1) {
      org.clock.advanceBy(1000);
      org.world.comment(key, 'bob', adf(String(nth)));
    }
    const pages = (): number => sent.filter((line) => line.includes('/comment?')).length;
    const all = await jira.comments(key, null);
    expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 230 }, (_, nth) => adf(String(nth))));
    expect(pages()).toBe(3);
    expect(await jira.comments(key, all[225]!.created)).toEqual(all.slice(225));
    expect(pages()).toBe(4);
  }));

test('a comment that comes in between two pages shows none twice and hides none', () =>
  withJira(async ({ org, newIssue }) => {
    const key = await newIssue();
    for (let nth = 0; nth < 150; nth += 1) org.world.comment(key, 'bob', adf(String(nth)));
    const { jira } = jiraOver(org, 'app', (line) => {
      if (line.includes('startAt=100')) org.world.comment(key, 'bob', adf('late'));
    });
    const bodies = (await jira.comments(key, null)).map(({ body }) => body);
    expect(bodies).toEqual(Array.from({ length: 150 }, (_, nth) => adf(String(nth))));
  }));

test('summary and description are put in place of the old ones, and nothing else', () =>
  withJira(async ({ jira, org, newIssue }) => {
    const key = await newIssue();
    await jira.updateDescription(key, { summary: 'Two accounts', description: adf('Two accounts.') });
    expect(org.world.issues()[0]).toMatchObject({
      summary: 'Two accounts',
      description: adf('Two accounts.'),
      labels: ['seatpath', 'seatpath-1'],
      assignee: 'cai',
      status: { name: 'To Do' },
    });
    const long = { summary: 'x'.repeat(256), description: adf('') };
    const refused = await failureOf(jira.updateDescription(key, long));
    expect(refused).toMatchObject({ failure: 'rejected', status: 400 });
    expect(refused.message).toContain("Summary can't exceed 255 characters.");
  }));

test('an issue is given to somebody else, and nothing else of it changes', () =>
  withJira(async ({ jira, org, newIssue }) => {
    const key = await newIssue();
    const [before] = org.world.issues();
    await jira.assign(key, 'bob');
    expect(org.world.issues()[0]).toMatchObject({
      assignee: 'bob',
      summary: before!.summary,
      description: before!.description,
    });
    expect(await failureOf(jira.assign(key, 'nobody'))).toMatchObject({ failure: 'rejected', status: 400 });
  }));

test('the later issue duplicates the first one, not the other way round', () =>
  withJira(async ({ jira, org, newIssue }) => {
    const [first, second] = [await newIssue(), await newIssue()];
    await jira.linkDuplicate(second, first);
    await jira.linkDuplicate(second, first);
    const told = org.world
      .issues()
      .map(({ key, links }) => [
        key,
        links.map(({ other, type }) => type[other === 'inward' ? 'inward' : 'outward']),
      ]);
    expect(told).toEqual([
      [first, ['is duplicated by']],
      [second, ['duplicates']],
    ]);
  }));

test('where the type Duplicate was deleted, the link is refused with an ApiError', () =>
  withJira(
    async ({ jira, newIssue }) => {
      const [first, second] = [await newIssue(), await newIssue()];
      const refused = await failureOf(jira.linkDuplicate(second, first));
      expect(refused).toMatchObject({
        failure: 'not-found',
        status: 404,
        endpoint: 'POST /rest/api/3/issueLink',
      });
      expect(refused.message).toContain("No issue link type with name 'Duplicate'");
    },
    { jiraLinkTypes: [] },
  ));

test('an account is active, not active, or not there', () =>
  withJira(async ({ jira, org }) => {
    const set = (accountId: string, facts: object): void =>
      org.world.apply({ do: 'set-user', at: smallOrg().now, accountId, set: facts });
    set('bob', { membershipStatus: 'suspended' });
    set('cai', { accountStatus: 'closed' });
    expect(await jira.person('ann')).toEqual({ active: true });
    expect(await jira.person('bob')).toEqual({ active: false });
    expect(await jira.person('cai')).toEqual({ active: false });
    expect(await jira.person('nobody')).toBeNull();
    const hostile = 'a&accountId=ann';
    expect(await jira.person(hostile)).toBeNull();
    expect(await failureOf(jiraOver(org, 'fay').jira.person('ann'))).toMatchObject({ failure: 'refused' });
  }));

test('a deleted account whose record is damaged is not there', async () => {
  const text = JSON.stringify({ accountId: 'unknown', accountType: 'unknown', active: false });
  const jira = jiraApi(async () => ({ status: 200, text, header: () => null }));
  expect(await jira.person('ann')).toBeNull();
});

/** How a create fails under a fault, and how many issues there are then. */
const faulty: { what: string; faults: Faults; error: Partial<ApiError>; made: number }[] = [
  {
    what: 'refused with 400',
    faults: { fail: [{ endpoint: 'POST *', status: 400 }] },
    error: { failure: 'rejected', status: 400 },
    made: 0,
  },
  {
    what: 'refused with 403',
    faults: { fail: [{ endpoint: 'POST *', status: 403 }] },
    error: { failure: 'refused', status: 403 },
    made: 0,
  },
  {
    what: 'told to slow down',
    faults: { fail: [{ endpoint: 'POST *', status: 429 }] },
    error: { failure: 'unreachable', status: 429 },
    made: 0,
  },
  {
    what: 'failed before its work',
    faults: { fail: [{ endpoint: 'POST *', status: 503 }] },
    error: { failure: 'unreachable', status: 503 },
    made: 0,
  },
  {
    what: 'failed after its work',
    faults: { lost: [{ endpoint: 'POST *', status: 502 }] },
    error: { failure: 'unreachable', status: 502 },
    made: 1,
  },
  {
    what: 'cut off after its work',
    faults: { lost: [{ endpoint: 'POST *' }] },
    error: { failure: 'unreachable', status: null },
    made: 1,
  },
  {
    what: 'cut off late',
    faults: { lost: [{ endpoint: 'POST *', afterMs: 20 }] },
    error: { failure: 'unreachable', status: null },
    made: 1,
  },
  { what: 'answered by half', faults: { truncate: 1 }, error: { failure: 'shape', status: null }, made: 1 },
];

test.each(faulty)('a create that is $what says by its failure whether an issue can be there', (fault) =>
  withJira(async ({ org, newIssue }) => {
    org.setFaults(fault.faults);
    const endpoint = 'POST /rest/api/3/issue';
    expect(await failureOf(newIssue())).toMatchObject({ endpoint, ...fault.error });
    expect(org.world.issues()).toHaveLength(fault.made);
  }),
);

test('a slow answer is waited for', () =>
  withJira(async ({ org, newIssue }) => {
    org.setFaults({ slow: [{ endpoint: 'POST *', ms: 50 }] });
    expect(await newIssue()).toBe('IAM-1');
  }));

const good = {
  issue: {
    key: 'IAM-1',
    fields: {
      status: { name: 'Open', statusCategory: { key: 'new' } },
      resolution: null,
      assignee: null,
      updated: '2026-11-23T09:00:00.000+0000',
    },
  },
  comments: {
    total: 1,
    comments: [
      {
        id: '1',
        author: { accountId: 'ann', accountType: 'atlassian' },
        created: '2026-11-23T09:00:00.000+0100',
        body: {},
      },
    ],
  },
};

const answering = (body: unknown): JiraApi =>
  jiraApi(async () => ({ status: 200, text: JSON.stringify(body), header: () => null }));

test('answers of an odd shape are refused by name, none is guessed', async () => {
  expect(await answering(good.issue).issue('IAM-1')).toMatchObject({ status: 'Open' });
  const issues: unknown[] = [
    null,
    [],
    { ...good.issue, key: '' },
    { key: 'IAM-1' },
    { key: 'IAM-1', fields: { ...good.issue.fields, status: null } },
    { key: 'IAM-1', fields: { ...good.issue.fields, status: { name: 'Open' } } },
    { key: 'IAM-1', fields: { ...good.issue.fields, assignee: 'ann' } },
    { key: 'IAM-1', fields: { ...good.issue.fields, updated: 'yesterday' } },
  ];
  for (const body of issues) {
    const error = await failureOf(answering(body).issue('IAM-1'));
    expect([JSON.stringify(body), error.failure]).toEqual([JSON.stringify(body), 'shape']);
  }
  const [comment] = good.comments.comments;
  const comments: unknown[] = [
    { total: 1 },
    { comments: [comment] },
    { total: -1, comments: [comment] },
    { total: 1, comments: [{ ...comment, id: '' }] },
    { total: 1, comments: [{ ...comment, created: null }] },
  ];
  for (const body of comments) {
    const error = await failureOf(answering(body).comments('IAM-1', null));
    expect([JSON.stringify(body), error.failure]).toEqual([JSON.stringify(body), 'shape']);
  }
});

test('a moved issue tells its new key, a status without a category is neither new nor done, nobody is nobody', async () => {
  const moved = answering({ ...good.issue, key: 'OPS-7' });
  expect((await moved.issue('IAM-1')).key).toBe('OPS-7');
  const { fields } = good.issue;
  const old = answering({
    key: 'IAM-1',
    fields: { ...fields, status: { name: 'Odd', statusCategory: { key: 'undefined' } } },
  });
  expect((await old.issue('IAM-1')).statusCategory).toBe('indeterminate');
  const anonymous = { ...good.comments.comments[0]!, author: undefined };
  const [comment] = await answering({ total: 1, comments: [anonymous] }).comments('IAM-1', null);
  expect(comment).toMatchObject({ authorId: null, authorType: null, created: '2026-11-23T08:00:00.000Z' });
});

test('a list of comments that never ends is left after the most that an issue can hold', async () => {
  let asked = 0;
  const jira = jiraApi(async () => {
    asked += 1;
    return { status: 200, text: JSON.stringify({ ...good.comments, total: 1e9 }), header: () => null };
  });
  expect(await jira.comments('IAM-1', null)).toHaveLength(1);
  expect(asked).toBe(50);
});

test('the site is told by its origin alone, and never by an address that is none of the web', async () => {
  await withJira(async ({ jira }) => {
    expect(await jira.siteUrl()).toBe('https://harbour.example.net');
  });
  const said = (baseUrl: unknown): Promise<string> =>
    jiraApi(async () => ({ status: 200, text: JSON.stringify({ baseUrl }), header: () => null })).siteUrl();
  expect(await said('https://acme.atlassian.net/jira')).toBe('https://acme.atlassian.net');
  for (const odd of ['http://acme.atlassian.net', 'javascript:alert(1)', 'acme.atlassian.net', '', null])
    await expect(said(odd), String(odd)).rejects.toMatchObject({ failure: 'shape' });
});
