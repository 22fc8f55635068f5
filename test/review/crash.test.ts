import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call, Input, Output } from '../../src/contracts/api';
import type { Cycle } from '../../src/contracts/cycles';
import type { ReviewRecord } from '../../src/contracts/records';
import { type ChainHead, type ChainLink, findBrokenLink } from '../../src/evidence/chain';
import { INSTALLATION, type RunningApp } from '../support/app';
import { jira, who } from '../support/review-org';
import { dayIn } from '../support/reviewer';
import { setUpAndScan, startReviewApp } from '../support/set-up';

/*
 * One week of a review, with one call to the platform that never comes back: at every such call in turn. What
 * people do again is what they would do again before an error message; the rest is left to the daily tick.
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

class Crash extends Error {}

/** A fuse that blows at the n-th call after it was armed, once. */
function fuse(at: number): { onPlatformCall: () => void; arm: () => void; calls: () => number } {
  let armed = false;
  let calls = 0;
  return {
    onPlatformCall: () => {
      if (!armed) return;
      calls += 1;
      if (calls === at) throw new Crash('the process is gone');
    },
    arm: () => {
      armed = true;
    },
    calls: () => calls,
  };
}

/** What a person does who sees an error: look again, and repeat it unless it has been done. */
async function insist<C extends Call>(
  app: RunningApp,
  call: C,
  input: () => Promise<Input<C> | null>,
): Promise<Output<C> | null> {
  for (let tries = 0; tries < 3; tries += 1) {
    const asked = await input().catch(() => undefined);
    if (asked === null) return null;
    if (asked === undefined) continue;
    const reply = await app.reply(call, asked).catch(() => null);
    if (reply?.ok) return reply.data;
  }
  throw new Error(`${call} did not work in three tries`);
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
  // Beyond the day on which the next one is due: a tick that breaks off is made up for by the one after it.
  for (let day = 0; day < 9; day += 1) await tick(app);
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
  return {
    records: records
      .map((record) => [record.kind, record.state, 'row' in record ? record.row : legacy, record.reason])
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
      .map((issue) => issue.labels.filter((label) => !/bulk/.test(label)))
      .sort(),
  };
}

async function run(at: number): Promise<{ outcome: Outcome; calls: number }> {
  const dataDir = join(folder, `run-${at}`);
  cpSync(join(folder, 'set-up'), dataDir, { recursive: true });
  const blown = fuse(at);
  const app = await startReviewApp({ dataDir, startsAt: beganAt, onPlatformCall: blown.onPlatformCall });
  try {
    blown.arm();
    await reviewWeek(app);
    return { outcome: outcomeOf(app), calls: blown.calls() };
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Every call in turn takes minutes: a run of the checks takes every third, beginning at another one each day. */
const EVERY = process.env['SEATPATH_EVERY_CALL'] === undefined ? 3 : 1;
const FIRST = 1 + (Math.floor(Date.now() / DAY) % EVERY);

test('a week that breaks off at a call to the platform ends like one that does not', async () => {
  process.stdout.write(`breaking off at every ${EVERY}. call from ${FIRST} on\n`);
  const whole = await run(0);
  expect(whole.calls).toBeGreaterThan(300);
  const odd: string[] = [];
  for (let at = FIRST; at <= whole.calls; at += EVERY) {
    const outcome = await run(at).then(
      ({ outcome: told }) => told,
      (error: unknown) => String(error),
    );
    if (JSON.stringify(outcome) !== JSON.stringify(whole.outcome))
      odd.push(`call ${at}: ${JSON.stringify(outcome).slice(0, 600)}`);
  }
  expect(odd).toEqual([]);
}, 1_200_000);
