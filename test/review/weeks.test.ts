import { ASKING_DEFAULTS } from '../../src/contracts/settings';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Cycle } from '../../src/contracts/cycles';
import type { ReviewRecord } from '../../src/contracts/records';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import type { OrgFile } from '../../local/org/org-file';
import { parseOrgFile } from '../../local/org/read-org-file';
import { withVisitor } from '../../local/start/stage';
import { expectedDecisions } from '../oracle/brute-force';
import { type ExpectedItem, expectedQueue } from '../oracle/queue-items';
import type { Sight } from '../oracle/sight';
import { INSTALLATION, type RunningApp, startApp } from '../support/app';
import { followSuggestion, linesOf, passDay, type Reviewers } from '../../local/simulate/seatpath/reviewers';

const KUBERNETES = join(import.meta.dirname, '..', '..', '..', 'shared', 'orgs', 'kubernetes.org.json');

/** Sets up the organization and lets its first scan open the baseline. */
async function begin(world: OrgFile, { first, second }: Reviewers): Promise<RunningApp> {
  const app = await startApp({ world, caller: first });
  await app.call('setup/save-org-key', {
    slot: 'a',
    orgId: world.org.id,
    key: app.org.orgKey,
    expiresOn: null,
    insistOnUnscoped: false,
  });
  for (const [scimDirectoryId, key] of app.org.scimKeys) {
    await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
  }
  await app.call('setup/save-scope', { scope: 'organization' });
  const { roles } = await app.call('setup/get', {});
  await app.call('setup/save-roles', {
    roles: [...roles, { accountId: second, role: 'reviewer', idpId: null }],
  });
  for (const { scimDirectoryId, name, kind } of world.identityProviders) {
    await app.call('setup/save-identity-provider', {
      identityProvider: {
        idpId: scimDirectoryId,
        name,
        kind,
        owners: [first],
        deputy: null,
        ...ASKING_DEFAULTS,
        projectKey: 'IAM',
        issueTypeId: '10001',
      },
    });
  }
  await app.call('scan/start', {});
  await app.host.drainQueue(INSTALLATION, { until: app.clock.now() + 3_600_000 });
  return app;
}

async function cyclesOf(app: RunningApp): Promise<Cycle[]> {
  const { cycle, earlier } = await app.call('cycle/get', {});
  return [...earlier.map((one) => one.cycle), ...(cycle === null ? [] : [cycle])].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

const sum = (counts: Readonly<Record<string, number | undefined>>): number =>
  Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);

/** Carries out what was planned, in Atlassian's own screens, and says so. */
async function carryOut(app: RunningApp, by: string, second: string): Promise<void> {
  const { lines } = await app.call('registers/list', { kind: 'local-action' });
  for (const { record, version } of lines) {
    if (record.kind !== 'local-action' || record.state !== 'planned') continue;
    // Nobody approves what is about himself: that one stays planned.
    if (record.row.accountId === second) continue;
    const move = (name: 'approve' | 'claim', seen: number, who: string) =>
      app.call('records/move', { recordId: record.id, version: seen, move: name, note: '' }, who);
    await move('approve', version, second);
    const { groupId, accountId } = record.row;
    if (groupId === null) continue;
    app.org.world.apply({
      at: new Date(app.clock.now()).toISOString(),
      do: 'remove-member',
      groupId,
      accountId,
      by,
    });
    await move('claim', version + 1, by);
  }
}

/** Who stands in which item, by account and product, or by account and group where an item is about all products. */
async function peopleInItems(app: RunningApp): Promise<Set<string>> {
  const inside = new Set<string>();
  for (const part of ['queue', 'backlog'] as const) {
    for (const { item } of await linesOf(app, part)) {
      for (let offset = 0, total = 1; offset < total; offset += 200) {
        const page = await app.call('queue/item', { itemId: item.id, offset, limit: 200 });
        total = page.total;
        for (const { person, ari } of page.lines) inside.add(`${person.accountId} ${ari}`);
      }
    }
  }
  return inside;
}

/** Sources that a standing decision or a redesign under way answers, by group and product. */
async function answeredSources(app: RunningApp): Promise<Set<string>> {
  const answered = new Set<string>();
  for (const kind of ['intent', 'redesign'] as const) {
    const { lines } = await app.call('registers/list', { kind });
    for (const { record, inForce } of lines) {
      if (!inForce || !('source' in record) || record.state === 'proposed') continue;
      answered.add(`${record.source.groupId} ${record.source.ari}`);
    }
  }
  return answered;
}

/** Every row with a finding is in an item, or names what answers it: a record of its own, or one of its source. */
async function expectNothingHidden(app: RunningApp): Promise<void> {
  const { cycle, progress } = await app.call('cycle/get', {});
  expect(sum(progress!.rows)).toBe(sum(cycle!.opening!.rows));
  const inside = await peopleInItems(app);
  const answered = await answeredSources(app);
  const { lines: attested } = await app.call('registers/list', { kind: 'source-attestation' });
  const attestedGroups = new Set(
    attested.flatMap(({ record, inForce }) => (inForce && 'groupId' in record ? [record.groupId] : [])),
  );
  const hidden: unknown[] = [];
  for (let offset = 0, matched = 1; offset < matched; offset += 200) {
    const page = await app.call('cases/list', {
      filter: {
        ari: null,
        owner: null,
        signal: null,
        finding: 'any',
        billable: null,
        groupId: null,
        way: null,
        protected: null,
        text: '',
      },
      sort: { by: 'account', direction: 'ascending' },
      offset,
      limit: 200,
    });
    matched = page.matched;
    for (const { person, ari } of page.lines) {
      if (inside.has(`${person.accountId} ${ari}`)) continue;
      const { rows } = await app.call('cases/get', { accountId: person.accountId, ari });
      const isAnswered = (groupId: string | null): boolean => answered.has(`${groupId ?? ''} ${ari}`);
      for (const { row, decided, groupId } of rows) {
        if (row.findings.length === 0 || decided || isAnswered(groupId)) continue;
        if (row.owner === 'unknown' && attestedGroups.has(groupId!)) continue;
        // A synced row that is only found beside local ones goes with them.
        const onlyMixed = row.findings.every((finding) => finding === 'mixed-paths');
        if (onlyMixed && rows.some((other) => isAnswered(other.groupId) || other.decided)) continue;
        hidden.push({ account: person.accountId, ari, groupId, findings: row.findings });
      }
    }
  }
  expect(hidden).toEqual([]);
}

/** The decisions that count: of those that replaced one another the last. */
function recordsOf(app: RunningApp): ReviewRecord[] {
  const records = app.host
    .inspect(INSTALLATION)
    .entries()
    .filter(({ entity }) => entity === 'record')
    .map(({ value }) => (value as { body: ReviewRecord }).body);
  const replaced = new Set(records.map(({ supersedes }) => supersedes));
  return records.filter(({ id }) => !replaced.has(id));
}

const DISPOSITION_OF: Readonly<Partial<Record<ReviewRecord['kind'], string>>> = {
  intent: 'covered',
  redesign: 'covered',
  protection: 'protected',
  'source-attestation': 'attested',
};

/**
 * The same for all rows at once, for an organization in which nothing happens: the rules are read a second time, and
 * each row is answered by the kind of record that they name, or stands in an item that the app has with as many people.
 */
async function expectEveryRowInPlace(app: RunningApp, world: OrgFile): Promise<void> {
  const { cycle, progress } = await app.call('cycle/get', {});
  const { at, scannedAt, verdict, inactiveDays } = cycle!.opening!;
  const sight: Sight = {
    records: recordsOf(app),
    now: Date.parse(at),
    scanBegan: Date.parse(scannedAt),
    scanComplete: verdict === 'complete',
    incompleteGroups: [],
    inScope: () => true,
  };
  const outcome = expectedDecisions(world, { inactiveDays, now: scannedAt, deep: false });
  // No seat is older than the first look at it, which the weeks here are no window away from.
  const { items, places } = expectedQueue(world, outcome, sight, {
    inactiveDays,
    seatSince: () => Date.parse(world.now),
  });

  const counts = new Map<string, number>();
  for (const { stands, record } of places) {
    const word = stands === 'answered' ? (DISPOSITION_OF[record!.kind] ?? record!.kind) : 'open';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const { queued = 0, backlog = 0, ...answered } = progress!.rows;
  expect(Object.fromEntries(counts)).toEqual({ ...answered, open: queued + backlog });
  expect(sum(progress!.rows)).toBe(sum(cycle!.opening!.rows));

  const told = [...(await linesOf(app, 'queue')), ...(await linesOf(app, 'backlog'))];
  const nameOf = (item: Pick<ExpectedItem, 'class' | 'outcome' | 'ari' | 'groupId' | 'cloudId'>): string =>
    [item.class, item.outcome, item.ari, item.groupId, item.cloudId].map(String).join(' ');
  expect(
    told
      .map(({ item, people: inside }) => [nameOf(item), inside, item.seats, item.freeable].join(' '))
      .sort(),
  ).toEqual(
    items.map((item) => [nameOf(item), item.people.length, item.seats, item.freeable].join(' ')).sort(),
  );
}

/**
 * How often the tick fires on each day of a week that begins on the review's weekday: every day, twice, not
 * before Thursday, or only at the very end.
 */
const WEEKS: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 1, 1, 1],
  [2, 2, 2, 2, 2, 2, 2],
  [0, 0, 0, 1, 0, 0, 1],
  [0, 0, 0, 0, 0, 0, 3],
  [1, 0, 1, 0, 1, 0, 1],
];

interface Weeks {
  /** Items in the queue of each week. */
  readonly queue: number[];
  readonly cycles: Cycle[];
}

/** Reviews the baseline and the weeks after it. `look` is what must hold before anything is decided in a week. */
async function reviewWeeks(
  world: OrgFile,
  reviewers: Reviewers,
  {
    weeks,
    look,
    carriesOut,
  }: { weeks: typeof WEEKS; look: (app: RunningApp) => Promise<void>; carriesOut: boolean },
): Promise<Weeks> {
  const app = await begin(world, reviewers);
  try {
    const queue: number[] = [];
    for (const [week, days] of [[], ...weeks].entries()) {
      for (const fires of days) await passDay(app, fires);
      const { cycle } = await app.call('cycle/get', {});
      expect(cycle?.state, `week ${week}`).toBe('open');
      const lines = await linesOf(app, 'queue');
      queue.push(lines.length);
      await look(app);
      for (const line of lines) await followSuggestion(app, line, reviewers);
      if (carriesOut) await carryOut(app, reviewers.first, reviewers.second);
      const { progress } = await app.call('cycle/get', {});
      expect(progress!.items.decided, `week ${week}`).toBe(lines.length);
      // The first days of the week are gone: the next one begins where this one ends.
      if (week === 0) await app.advance(6 * DAY_MS);
    }
    // Fifteen decisions in a minute, as here, use up what may be read of storage in it.
    await app.advance(60_000);
    return { queue, cycles: await cyclesOf(app) };
  } finally {
    await app.close();
  }
}

const DAY_MS = 86_400_000;

/** What must hold of any run: one cycle a week, each ended once, short queues, and steps that add up. */
function expectGoodWeeks({ queue, cycles }: Weeks, weeks: number): void {
  const ids = cycles.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toHaveLength(weeks + 1);
  expect(cycles.slice(0, -1).map(({ state }) => state)).not.toContain('open');
  expect(queue[0]).toBeLessThanOrEqual(40);
  expect(Math.max(...queue.slice(3))).toBeLessThanOrEqual(15);
  for (const { opening, ending, state } of cycles) {
    if (state === 'lapsed') expect(sum(ending!.rows)).toBe(sum(opening!.rows));
    const waterfall = opening!.waterfall;
    if (waterfall === null) continue;
    const steps = waterfall.steps.reduce((seats, step) => seats + step.seats, 0);
    expect(waterfall.before + steps).toBe(waterfall.after);
    expect(waterfall.after).toBe(opening!.seats);
  }
  expect(cycles.slice(1).every(({ opening }) => opening!.waterfall !== null)).toBe(true);
}

test('the demo organization, week by week: one cycle a week whatever fires, a short queue, nothing hidden', async () => {
  const result = await reviewWeeks(
    generateDemoOrg(),
    {
      first: people.orgAdmin,
      second: people.jiraAdmin,
    },
    { weeks: WEEKS, look: expectNothingHidden, carriesOut: true },
  );
  expectGoodWeeks(result, WEEKS.length);
}, 300_000);

if (existsSync(KUBERNETES)) {
  test('the Kubernetes organization, week by week: a handful of sources decided once makes the queue short', async () => {
    const world = withVisitor(parseOrgFile(readFileSync(KUBERNETES, 'utf8')));
    const adminGroups = world.groups
      .filter(({ grants }) =>
        grants.some(({ ari, roles }) => ari === world.resources[0]!.ari && roles.includes('atlassian/admin')),
      )
      .map(({ id }) => id);
    const second = world.users.find(
      ({ groups, status }) => status === 'active' && groups.some((id) => adminGroups.includes(id)),
    )!.accountId;
    const result = await reviewWeeks(
      world,
      { first: 'seatpath-local-visitor', second },
      {
        weeks: WEEKS.slice(0, 3),
        look: (app) => expectEveryRowInPlace(app, world),
        carriesOut: false,
      },
    );
    expectGoodWeeks(result, 3);
  }, 600_000);
} else {
  const name = 'left out: the weeks of the large organization (no ../shared beside the checkout)';
  test(name, () => {
    process.stdout.write(`${name}\n`);
    expect(existsSync(KUBERNETES)).toBe(false);
  });
}
