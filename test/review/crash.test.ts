import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call, Input, Output } from '../../src/contracts/api';
import type { Cycle } from '../../src/contracts/cycles';
import type { ReviewRecord } from '../../src/contracts/records';
import { type ChainHead, type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import { INSTALLATION, type RunningApp } from '../support/app';
import { jira, who } from '../support/review-org';
import { dayIn } from '../../local/simulate/seatpath/reviewers';
import { setUpAndScan, startReviewApp } from '../support/set-up';

/*
 * One week of a review, with calls to the platform that never come back, before or after they have taken effect: one
 * at each such call in turn, and several where a seed says. What people do again is what they would do again before an
 * error message; the rest is left to the daily tick.
 */

const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'seatpath-crash-'));
let beganAt = 0;

beforeAll(async () => {
  const app = await startReviewApp({ dataDir: join(folder, 'set-up') });
  await setUpAndScan(app);
  await app.call('setup/save-review', {
    review: {
      inactiveDays: 90,
      weekday: 'monday',
      timeZone: 'UTC',
      activityShownAs: 'buckets',
      every: 'week',
      budget: 15,
      digest: { projectKey: 'IAM', issueTypeId: '10001', assignee: null },
    },
  });
  beganAt = app.clock.now();
  await app.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** More than there are crashes in a week. */
const TRIES = 6;

class Crash extends Error {}

interface Crashing {
  /** The call, counted from the first of the week. */
  readonly at: number;
  readonly effect: 'before' | 'after';
}

/** A fuse that blows at some of the calls after it was armed. */
function fuse(crashes: readonly Crashing[]): {
  onPlatformCall: () => void;
  onPlatformAnswer: () => void;
  arm: () => void;
  calls: () => number;
  blown: () => number;
} {
  let armed = false;
  let calls = 0;
  const blown = new Set<Crashing>();
  const blow = (effect: Crashing['effect']): void => {
    const crash = crashes.find((one) => one.at === calls && one.effect === effect);
    if (!armed || crash === undefined || blown.has(crash)) return;
    blown.add(crash);
    throw new Crash(`the process is gone ${effect} call ${calls}`);
  };
  return {
    onPlatformCall: () => {
      if (armed) calls += 1;
      blow('before');
    },
    onPlatformAnswer: () => blow('after'),
    arm: () => {
      armed = true;
    },
    calls: () => calls,
    blown: () => blown.size,
  };
}

/** What a person does who sees an error: look again, and repeat it unless it has been done. */
async function insist<C extends Call>(
  app: RunningApp,
  call: C,
  input: () => Promise<Input<C> | null>,
): Promise<Output<C> | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const asked = await input().catch(() => undefined);
    if (asked === null) return null;
    if (asked === undefined) continue;
    const reply = await app.reply(call, asked).catch(() => null);
    if (reply?.ok) return reply.data;
  }
  throw new Error(`${call} did not work in ${TRIES} tries`);
}

async function drain(app: RunningApp): Promise<void> {
  await app.host.drainQueue(INSTALLATION, { until: app.clock.now() + 3_600_000 }).catch(() => undefined);
}

async function tick(app: RunningApp): Promise<void> {
  await app.advance(DAY);
  await app.host.fireSchedule('every-day', INSTALLATION).catch(() => undefined);
  await drain(app);
}

const legacy = { groupId: 'group-legacy', ari: jira.ari };

/** A source decided, a bulk, a week with its ticks, the review closed, and another day. */
async function reviewWeek(app: RunningApp): Promise<void> {
  await insist(app, 'sources/intend', async () => {
    const { decision } = await app.call('sources/get', legacy);
    if (decision !== null) return null;
    return {
      source: legacy,
      after: null,
      reason: 'Wanted.',
      steward: who.owner,
      population: { claimStatuses: [], domains: [] },
      cap: 5,
      expiresOn: dayIn(app, 300),
    };
  });
  await insist(app, 'queue/decide', async () => {
    const { lines } = await app.call('queue/list', { part: 'queue', offset: 0, limit: 50 });
    const { cycle } = await app.call('cycle/get', {});
    const line = lines.find(({ item }) => item.class === 'scim-inactive')!;
    if (line.decided === line.people) return null;
    return {
      cycleId: cycle!.id,
      itemId: line.item.id,
      outcome: { do: 'free-seats' },
      except: [],
      reason: 'Left.',
    };
  });
  await drain(app);
  // Beyond the day on which the next one is due: a tick that breaks off is made up for by the one after it, and as
  // many as a schedule has may break off, one after the other.
  for (let day = 0; day < 11; day += 1) await tick(app);
  await insist(app, 'cycle/close', async () => {
    const { cycle, version } = await app.call('cycle/get', {});
    return cycle?.state === 'open' ? { cycleId: cycle.id, version } : null;
  });
  await tick(app);
}

interface Outcome {
  readonly records: unknown;
  readonly cycles: unknown;
  readonly issues: unknown;
  /** Bulks that nobody finishes any more. */
  readonly unfinished: unknown;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is left: records, cycles and issues without what differs from run to run; the chain must hold. */
function outcomeOf(app: RunningApp): Outcome {
  const entries = app.host.inspect(INSTALLATION).entries();
  const bodies = <T>(of: (entry: (typeof entries)[number]) => boolean): T[] =>
    entries.filter(of).map((entry) => (entry.value as { body: T }).body);
  const links = bodies<ChainLink>((entry) => entry.entity === 'event').sort(
    (a, b) => a.sequence - b.sequence,
  );
  const [head] = bodies<ChainHead>((entry) => entry.key === 'chain-head');
  expect(findBrokenLink(links, head!, sha256)).toBeNull();
  const records = bodies<ReviewRecord>((entry) => entry.entity === 'record');
  const cycles = bodies<Cycle>((entry) => entry.key.startsWith('cycle:'));
  const [bulks] = bodies<{ ids: string[] }>((entry) => entry.key === 'batches');
  return {
    unfinished: bulks!.ids,
    records: records
      .map((record) => [record.kind, record.state, 'row' in record ? record.row : legacy, saidBy(record)])
      .sort(),
    cycles: cycles
      .map(({ id, state, opening, ending, digest }) => [
        id,
        state,
        opening?.rows,
        opening?.queue.items,
        ending?.rows,
        ending?.decisions,
        digest.issueKey !== null,
      ])
      .sort(),
    issues: app.org.world
      .issues()
      .map((issue) => issue.labels.filter((label) => !/request-issue/.test(label)))
      .sort(),
  };
}

/** What people said: the app’s own words tell of how many rows it knew at the time. */
const saidBy = ({ kind, reason }: ReviewRecord): string => (kind === 'request-issue' ? '' : reason);

let runs = 0;

async function run(
  crashes: readonly Crashing[],
): Promise<{ outcome: Outcome; calls: number; blown: number }> {
  runs += 1;
  const dataDir = join(folder, `run-${runs}`);
  cpSync(join(folder, 'set-up'), dataDir, { recursive: true });
  const { arm, calls, blown, ...hooks } = fuse(crashes);
  const app = await startReviewApp({ dataDir, startsAt: beganAt, ...hooks });
  try {
    arm();
    await reviewWeek(app);
    return { outcome: outcomeOf(app), calls: calls(), blown: blown() };
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Runs that end otherwise than the week in which nothing broke off, each with what crashed there. */
async function oddOnes(whole: Outcome, schedules: Iterable<readonly Crashing[]>): Promise<string[]> {
  const odd: string[] = [];
  for (const crashes of schedules) {
    const told = await run(crashes).catch((error: unknown) => ({ outcome: String(error), blown: -1 }));
    const same = JSON.stringify(told.outcome) === JSON.stringify(whole);
    // The first crash comes for certain; a later one may lie beyond the end.
    if (!same || told.blown === 0)
      odd.push(`${JSON.stringify(crashes)}: ${JSON.stringify(told.outcome).slice(0, 600)}`);
  }
  return odd;
}

/** Every call in turn takes many minutes: a run of the checks takes some, and other ones each day. */
const WIDE = process.env['SEATPATH_EVERY_CALL'] !== undefined;
const TODAY = Math.floor(Date.now() / DAY);
const EVERY = WIDE ? 1 : 19;
const SEEDS = WIDE ? 300 : 40;

let whole: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  whole = await run([]);
});

test('a week that breaks off at a call to the platform ends like one that does not', async () => {
  expect(whole.calls).toBeGreaterThan(300);
  const first = 1 + (TODAY % EVERY);
  process.stdout.write(
    `breaking off before and after every ${EVERY}. of ${whole.calls} calls from ${first} on\n`,
  );
  const schedules: Crashing[][] = [];
  for (let at = first; at <= whole.calls; at += EVERY)
    schedules.push([{ at, effect: 'before' }], [{ at, effect: 'after' }]);
  expect(await oddOnes(whole.outcome, schedules)).toEqual([]);
}, 2_400_000);

test('a week that breaks off several times ends like one that does not', async () => {
  const seed = Number(process.env['SEATPATH_CRASH_SEED'] ?? TODAY);
  process.stdout.write(`breaking off at random calls, ${SEEDS} times from seed ${seed} on\n`);
  // What breaks off on the last days has no day left on which it could be made up for.
  const crash = fc.record({
    at: fc.integer({ min: 1, max: Math.floor(whole.calls * 0.7) }),
    effect: fc.constantFrom<Crashing['effect']>('before', 'after'),
  });
  const schedules = fc.sample(fc.array(crash, { minLength: 2, maxLength: 5 }), { numRuns: SEEDS, seed });
  expect(await oddOnes(whole.outcome, schedules)).toEqual([]);
}, 1_200_000);
