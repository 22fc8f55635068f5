import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import { people, situations } from '../../local/org/demo/people';
import { groupIdOf } from '../../local/org/demo/structure';
import type { SimulatedOrgOptions } from '../../local/org/server';
import type { ScanReport } from '../../src/contracts/coverage';
import type { Snapshot } from '../../src/contracts/snapshot';
import { finishScan } from '../../src/snapshot/scan';
import { encodeSnapshot } from '../../src/storage/snapshot-codec';
import { daysBefore, WORLD_NOW } from '../support/org-builder';
import { memoryStore, type MemoryStore, scanOn, type ScanRun } from './support/scan';
import { type Meddler, serve, type Served, withMeddler } from './support/served';
import { demoOrg, smallOrg } from './support/worlds';

type Entry = OrgFile['auditLog'][number];
const EVENTS = 'GET /admin/v1/orgs/{orgId}/events-stream';
const AUDIT: ScanRun = { readAudit: true };
const jira = 'ari:cloud:jira-software::site/cloud-acme';

/** An event that adds ada to the default group, unless it says otherwise. */
const event = (id: string, daysAgo: number, change: Partial<Entry> = {}): Entry => ({
  id,
  at: daysBefore(daysAgo),
  action: 'user_added_to_group',
  actor: 'system',
  accountId: '712020:ada',
  groupId: 'group-jira-users',
  ...change,
});

const orgWith = (auditLog: Entry[], guard: 'none' | 'standard' = 'standard'): OrgFile =>
  smallOrg({ auditLog, org: { id: 'org-k8q41a49', name: 'Small world', guard } });

interface Scanned {
  readonly snapshot: Snapshot;
  readonly report: ScanReport;
}

async function goOn(served: Served, store: MemoryStore, run: ScanRun = AUDIT): Promise<Scanned> {
  const outcome = await scanOn(served, store, run);
  if (outcome.ended !== 'finished') throw new Error('the scan has not finished');
  return finishScan(outcome.state, outcome.collected, served.unread);
}

const scanned = (file: OrgFile, run: ScanRun = AUDIT, options: SimulatedOrgOptions = {}): Promise<Scanned> =>
  serve(file, (served) => goOn(served, memoryStore(), run), options);

const meddled = (file: OrgFile, meddle: Meddler, options: SimulatedOrgOptions = {}): Promise<Scanned> =>
  serve(file, (served) => goOn(withMeddler(served, meddle), memoryStore()), options);

/** `account group cause actor` of each entry, with ids. */
function entriesOf({ accounts, groups, history: { entries } }: Snapshot): string[] {
  return Array.from(entries.account, (account, i) =>
    [
      accounts.ids[account],
      groups.ids[entries.group[i]!],
      entries.cause.values[entries.cause.codes[i]!],
      entries.actor[i],
    ].join(' '),
  );
}

/** Whole all the same, and without anything from the audit log. */
function expectRefused({ snapshot, report }: Scanned): void {
  expect(report.verdict).toBe('complete');
  expect(snapshot.history).toMatchObject({ state: 'refused', since: NaN, defaultChanges: [] });
  expect(snapshot.history.entries.account).toHaveLength(0);
  expect([...snapshot.history.tokenUse]).toEqual(snapshot.accounts.ids.map(() => NaN));
}

test('the log of the demo tells how the people of its story came into their groups', async () => {
  const { snapshot, report } = await scanned(demoOrg());
  expect(report).toMatchObject({ verdict: 'complete', reasons: [] });
  expect(snapshot.history.state).toBe('read');
  expect(snapshot.history.since).toBe(Date.parse('2026-11-23T09:00:00Z') - 180 * 86_400_000);
  const told = entriesOf(snapshot);
  const jiraUsers = groupIdOf('jira-users-harbourline');
  const legacy = groupIdOf('legacy-jira-2017');
  expect(told).toContain(`${people.threePaths} ${jiraUsers} first-access system`);
  expect(told).toContain(`${people.threePaths} ${legacy} import ${people.jiraAdmin}`);
  expect(told).toContain(`${situations.comesBackByDomain} ${jiraUsers} approved-domain system`);
  const { accounts, groups, resources, history } = snapshot;
  for (const id of [situations.integrationReports, situations.integrationBuild]) {
    expect(history.tokenUse[accounts.ids.indexOf(id)]).toBe(Date.parse('2026-11-22T06:00:00Z'));
  }
  expect(history.tokenUse[accounts.ids.indexOf(people.threePaths)]).toBeNaN();
  expect(
    history.defaultChanges.map(({ group, resource, at }) => [
      groups.ids[group],
      resources[resource]!.typeKey,
      new Date(at).toISOString(),
    ]),
  ).toEqual([[legacy, 'jira-software', '2026-06-26T09:00:00.000Z']]);
  expect(history.ignored).toBe(2);
});

test('without Guard, and with a key that lacks the scope, the log is refused and the scan is whole', async () => {
  const file = orgWith([event('e1', 3)], 'none');
  const without = await scanned(file);
  expectRefused(without);
  expect(without.report.reasons).toEqual([]);
  for (const status of [401, 403, 404]) {
    const told = await scanned(orgWith([event('e1', 3)]), AUDIT, {
      faults: { fail: [{ endpoint: EVENTS, status }] },
    });
    expectRefused(told);
    expect(told.report.reasons).toEqual([]);
  }
});

test('a scan that is not asked to never calls the log', async () => {
  const { snapshot, report } = await scanned(orgWith([event('e1', 3)]), {});
  expect(snapshot.history.state).toBe('not-asked');
  expect(Object.keys(report.requests.byEndpoint)).not.toContain(EVENTS);
});

test('of several entries the latest counts, and of none that an exit came after', async () => {
  const log = [
    event('e1', 40, { cause: 'invite', actor: '712020:ben' }),
    event('e2', 20, { cause: 'first-access' }),
    event('e3', 30, { accountId: '712020:cem', cause: 'import' }),
    event('e4', 10, { accountId: '712020:cem', action: 'user_removed_from_group' }),
    event('e5', 30, { accountId: '712020:eve', action: 'user_removed_from_group' }),
    event('e6', 10, { accountId: '712020:eve', cause: 'approved-domain' }),
  ];
  for (const pageSizeMax of [1, 2, 100]) {
    const { snapshot } = await scanned(orgWith(log), AUDIT, { pageSizeMax });
    expect(entriesOf(snapshot)).toEqual([
      '712020:ada group-jira-users first-access system',
      '712020:eve group-jira-users approved-domain system',
    ]);
  }
});

test('what is not in the snapshot is left out, older than half a year unread, and other actions only counted', async () => {
  const log = [
    event('e1', 200, { cause: 'admin' }),
    event('e2', 9, { groupId: 'group-gone' }),
    event('e3', 9, { accountId: '712020:gone' }),
    event('e4', 9, { action: 'user_invited' }),
    event('e5', 9, { action: 'constructor' }),
    event('e6', 9, { action: 'default_group_changed', groupId: 'group-wiki', ari: jira }),
    event('e7', 9, { action: 'default_group_changed', groupId: 'group-wiki', ari: `${jira}-gone` }),
  ];
  const { snapshot } = await scanned(orgWith(log));
  expect(entriesOf(snapshot)).toEqual([]);
  expect(snapshot.history.ignored).toBe(2);
  expect(snapshot.history.defaultChanges).toHaveLength(1);
});

test('a cause that is no known word is unknown, and an actor that is no id is nobody: the entry stays', async () => {
  const told = await meddled(
    orgWith([event('e1', 9), event('e2', 8, { accountId: '712020:cem' })]),
    async ({ url }, ask) => {
      if (!url.includes('/events-stream')) return null;
      const answer = (await ask()) as {
        data: { attributes: { actor: { id: string }; context: { attributes: { cause?: string } }[] } }[];
      };
      answer.data[0]!.attributes.context[0]!.attributes.cause = 'moonlight';
      answer.data[1]!.attributes.actor.id = 'ada@acme.example';
      return { body: answer };
    },
  );
  expect(entriesOf(told.snapshot)).toEqual([
    '712020:ada group-jira-users unknown unknown',
    '712020:cem group-jira-users unknown system',
  ]);
});

/** One entry a day for as many days, newest first one day ago. */
const daily = (days: number): Entry[] => Array.from({ length: days }, (_, d) => event(`e${d}`, d + 1));

test('ten calls a minute are survived by waiting', async () => {
  const { snapshot, report } = await scanned(orgWith(daily(60)), AUDIT, { pageSizeMax: 2 });
  expect(report).toMatchObject({ verdict: 'complete', reasons: [] });
  expect(report.requests.rateLimited).toBeGreaterThanOrEqual(2);
  expect(report.requests.byEndpoint[EVENTS]! - report.requests.rateLimited).toBe(30);
  expect(snapshot.history.since).toBe(Date.parse(WORLD_NOW) - 180 * 86_400_000);
});

test('sixty pages are read and no more: the newest, and the snapshot says how far back', async () => {
  const { snapshot, report } = await scanned(orgWith(daily(150)), AUDIT, { pageSizeMax: 2 });
  expect(report.requests.byEndpoint[EVENTS]! - report.requests.rateLimited).toBe(60);
  expect(snapshot.history).toMatchObject({ state: 'read', since: Date.parse(daysBefore(120)) });
  expect(report).toMatchObject({
    verdict: 'complete',
    reasons: ['audit log: 60 pages were read; what is older was not read'],
  });
});

const broken: [what: string, answer: { status?: number; body: unknown }][] = [
  ['a list of words', { body: { data: 'words' } }],
  ['no list at all', { body: { meta: {} } }],
  ['a page that is rejected', { status: 400, body: {} }],
  ['a failure that stays', { status: 503, body: {} }],
  ['a next page that nobody can reach', { body: { data: [], meta: { next: '/x?y=z' } } }],
];

for (const [what, answer] of broken) {
  test(`${what} in place of the log: refused, with a reason, and neither partial nor stopped`, async () => {
    const told = await meddled(orgWith(daily(9)), async ({ url }) =>
      url.includes('/events-stream') ? answer : null,
    );
    expectRefused(told);
    expect(told.report.reasons).toEqual([expect.stringMatching(/^audit log: /)]);
  });
}

/** What comes in place of the second page and all after it, and how many pages are asked for then. */
const brokenLater: [
  what: string,
  pages: number,
  meddle: (second: unknown) => { status?: number; body: unknown },
][] = [
  ['a cursor that is refused', 2, () => ({ status: 400, body: {} })],
  ['words in place of the second page', 2, () => ({ body: { data: 'words' } })],
  [
    'cursors that go in circles',
    3,
    (second) => ({ body: { ...(second as object), meta: { next: 'always-the-same' } } }),
  ],
];

for (const [what, pages, meddle] of brokenLater) {
  test(`${what}: what was read until then counts, as far back as it goes`, async () => {
    const asked: unknown[] = [];
    const { snapshot, report } = await meddled(
      orgWith(daily(9)),
      async ({ url }, ask) => {
        if (!url.includes('/events-stream')) return null;
        asked.push(await ask());
        return asked.length === 1 ? null : meddle(asked[1]);
      },
      { pageSizeMax: 3 },
    );
    expect(report.verdict).toBe('complete');
    expect(report.reasons).toEqual([expect.stringMatching(/^audit log: /)]);
    expect(snapshot.history.state).toBe('read');
    expect(snapshot.history.since).toBe(Date.parse(daysBefore(pages === 2 ? 3 : 6)));
    expect(entriesOf(snapshot)).toHaveLength(1);
    expect(asked).toHaveLength(pages);
  });
}

test('an act by API token shows whatever the action, and a stream that gives a cursor at its end has ended', async () => {
  let asked = 0;
  const { snapshot } = await meddled(orgWith([event('e1', 9)]), async ({ url }, ask) => {
    if (!url.includes('/events-stream')) return null;
    asked += 1;
    if (asked > 1) return { body: { data: [], meta: { next: 'for-what-is-new' } } };
    const answer = (await ask()) as { data: { attributes: { actor: object } }[] };
    answer.data[0]!.attributes.actor = { id: '712020:ben', auth: { authType: 'API_TOKEN' } };
    return { body: { ...answer, meta: { next: 'for-what-is-new' } } };
  });
  expect(asked).toBe(2);
  expect(entriesOf(snapshot)).toEqual(['712020:ada group-jira-users unknown 712020:ben']);
  expect(snapshot.history.tokenUse[snapshot.accounts.ids.indexOf('712020:ben')]).toBe(
    Date.parse(daysBefore(9)),
  );
  expect(snapshot.history.since).toBe(Date.parse(WORLD_NOW) - 180 * 86_400_000);
});

test('a scan stopped after any step and gone on with ends in the same snapshot, history included', async () => {
  await serve(
    orgWith(daily(23)),
    async (served) => {
      const store = memoryStore();
      const whole = await goOn(served, store);
      expect(whole.snapshot.history.state).toBe('read');
      const bytes = Buffer.from(encodeSnapshot(whole.snapshot));
      for (let stop = 0; stop <= store.state().waves; stop += 1) {
        const again = await goOn(served, store.upTo(stop));
        expect(bytes.equals(encodeSnapshot(again.snapshot)), `from step ${stop}`).toBe(true);
      }
    },
    { pageSizeMax: 3 },
  );
});
