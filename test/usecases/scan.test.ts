import { ASKING_DEFAULTS } from '../../src/contracts/settings';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScanReport } from '../../src/contracts/coverage';
import type { DecisionCase } from '../../src/contracts/decisions';
import { STALLED_AFTER_MS } from '../../src/usecases/scans';
import { lastDue } from '../../src/review/calendar';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import { INSTALLATION, type RunningApp, startApp } from '../support/app';
import { storedWith } from '../support/canary';
import { publishedCases } from '../support/published';
import { PERSONAL, reviewOrg, who } from '../support/review-org';
import { EVERY_CASE, keyInput, REVIEW, saveKey, scan, setUpAndScan, withApp } from '../support/set-up';
import { traceOrg } from '../support/trace';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Delivers whatever is due within the next hour. */
const drain = (app: RunningApp): Promise<unknown> =>
  app.host.drainQueue(undefined, { until: app.clock.now() + HOUR });

async function expectedCases(): Promise<readonly DecisionCase[]> {
  const traced = await traceOrg(reviewOrg());
  return traced.decisions!.cases;
}

function withFolder(run: (dataDir: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'seatpath-app-'));
    try {
      await run(dataDir);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

test('what the app publishes is what the trace command finds in the same world', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    expect(await publishedCases(app)).toEqual(await expectedCases());
    const progress = await app.call('scan/progress', {});
    expect(progress).toMatchObject({ state: 'published', verdict: 'complete', reasons: [], failure: null });
  });
});

test('the demo organization, standing still, gives the same decisions in the app and on the command line', async () => {
  const world = { ...generateDemoOrg(), timeline: [] };
  const app = await startApp({ world });
  try {
    await app.call('setup/save-org-key', keyInput(app, { orgId: world.org.id }));
    for (const [scimDirectoryId, key] of app.org.scimKeys) {
      await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
    }
    const google = world.identityProviders.filter((idp) => idp.kind !== 'scim');
    for (const { scimDirectoryId, name, kind } of google) {
      await app.call('setup/save-identity-provider', {
        identityProvider: {
          idpId: scimDirectoryId,
          name,
          kind,
          owners: [people.identityOwner],
          deputy: null,
          ...ASKING_DEFAULTS,
          projectKey: null,
          issueTypeId: null,
        },
      });
    }
    await scan(app);
    const published = await publishedCases(app);
    const traced = await traceOrg(world);
    expect(published).toHaveLength(traced.decisions!.cases.length);
    expect(published).toEqual(traced.decisions!.cases);
  } finally {
    await app.close();
  }
});

test('events delivered twice and in any order give one snapshot', async () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const delivery = { duplicate: 1, reorder: true, parallel: 3 };
  await withApp({ delivery, random }, async (app) => {
    await setUpAndScan(app);
    expect(app.host.queueStats(INSTALLATION)).toMatchObject({ pending: 0, failed: 0 });
    expect(await publishedCases(app)).toEqual(await expectedCases());
  });
});

test('two consumers on one scan at the same time publish it once and leave no trace of the race', async () => {
  await withApp({}, async (app) => {
    await saveKey(app);
    await app.call('scan/start', {});
    const scanId = scanIdOf(app);
    const event = { body: { scanId }, queueName: 'scan-steps', jobId: 'job', eventId: 'event' };
    const runs = [1, 2, 3].map(() => app.host.runFunction(INSTALLATION, 'scan-step', { event }));
    await Promise.all(runs);
    await drain(app);
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'published', failure: null });
    expect((await publishedCases(app)).length).toBe((await expectedCases()).length);
  });
});

test('an event for a scan that is over, or was never begun, does nothing', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    const before = app.host.inspect(INSTALLATION).entries();
    for (const scanId of [scanIdOf(app), 'another-scan']) {
      await app.host.runFunction(INSTALLATION, 'scan-step', { event: { body: { scanId } } });
    }
    expect(app.host.inspect(INSTALLATION).entries()).toEqual(before);
  });
});

test('an event that is lost is sent again by the daily tick, and not before the scan has stalled', async () => {
  const lose = { share: 1 };
  const delivery = {
    get loss() {
      return lose.share;
    },
  };
  await withApp({ delivery, random: () => 0 }, async (app) => {
    await saveKey(app);
    await app.call('scan/start', {});
    await drain(app);
    expect(app.host.queueStats(INSTALLATION)).toMatchObject({ lost: 1, pending: 0 });
    lose.share = 0;

    await app.host.fireSchedule('every-day', INSTALLATION);
    expect(app.host.queueStats(INSTALLATION).pending).toBe(0);
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'running' });

    await app.advance(STALLED_AFTER_MS);
    await app.host.fireSchedule('every-day', INSTALLATION);
    expect(app.host.queueStats(INSTALLATION).pending).toBe(1);
    await drain(app);
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'published' });
    expect((await publishedCases(app)).length).toBe((await expectedCases()).length);
  });
});

test(
  'a process that dies in the middle of a scan goes on where it was, on the same folder',
  withFolder(async (dataDir) => {
    await withApp({ dataDir }, async (app) => {
      await saveKey(app);
      await app.call('setup/save-scope', { scope: 'organization' });
      for (const [scimDirectoryId, key] of app.org.scimKeys) {
        await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
      }
      for (const dyingAt of [3, 7, 12]) {
        await app.call('scan/start', {});
        const before = app.front.sent.length;
        let reached: () => void = () => undefined;
        const there = new Promise<void>((resolve) => (reached = resolve));
        app.front.intercept(() => {
          if (app.front.sent.length - before < dyingAt) return null;
          reached();
          // The answer comes when nobody is there any more.
          return new Promise((resolve) => setTimeout(() => resolve({ status: 503 }), 20));
        });
        const drained = app.host.drainQueue().catch(() => undefined);
        await there;
        await app.stop();
        await drained;
        app.front.intercept(null);
        await app.restart();
        expect(app.host.recovered).toBe(1);
        expect(await app.call('scan/progress', {})).toMatchObject({ state: 'running' });
        await drain(app);
        expect(await app.call('scan/progress', {})).toMatchObject({ state: 'published', failure: null });
        expect(await publishedCases(app)).toEqual(await expectedCases());
      }
    });
  }),
);

test('a scan whose time is used up hands over to the next event and ends in the same snapshot', async () => {
  await withApp({ org: { pageSizeMax: 1 } }, async (app) => {
    await saveKey(app);
    // Every answer takes twenty seconds of the consumer's fifteen minutes.
    app.front.intercept(async () => {
      await app.advance(20_000);
      return null;
    });
    await app.call('scan/start', {});
    await app.host.drainQueue(INSTALLATION, { until: app.clock.now() + 12 * HOUR });
    app.front.intercept(null);
    const runs = app.host.inspect(INSTALLATION).invocations.filter((run) => run.functionKey === 'scan-step');
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.filter((run) => run.failed)).toEqual([]);
    for (const run of runs) expect(run.endedAt - run.startedAt).toBeLessThan(900_000);
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'published' });
    expect((await publishedCases(app)).length).toBe((await expectedCases()).length);
  });
});

test('an API that asks to wait ten minutes is asked again by a later event, not by one that waits', async () => {
  await withApp({}, async (app) => {
    await saveKey(app);
    await app.call('scan/start', {});
    const begun = app.clock.now();
    const before = app.front.sent.length;
    let asked = 0;
    app.front.intercept(() => {
      asked += 1;
      return asked === 5 ? { status: 429, headers: { 'Retry-After': '600' } } : null;
    });
    await app.host.drainQueue(INSTALLATION);
    const pausedAfter = app.clock.now() - begun;
    expect(pausedAfter).toBeLessThan(60_000);
    const sentBefore = app.front.sent.length;
    expect(sentBefore - before).toBeLessThan(16);
    expect(app.host.queueStats(INSTALLATION)).toMatchObject({ pending: 1 });

    const { nextDueAt } = await app.host.drainQueue(INSTALLATION);
    expect(nextDueAt! - begun).toBeGreaterThanOrEqual(550_000);
    expect(nextDueAt! - begun).toBeLessThanOrEqual(660_000);
    await drain(app);
    const progress = await app.call('scan/progress', {});
    expect(progress).toMatchObject({ state: 'published', verdict: 'complete' });
    const published = await publishedCases(app);
    expect(published.length).toBe((await expectedCases()).length);
  });
});

test('a scan that fails says why in words, keeps the last snapshot, and a later one works', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    const before = await app.call('cases/list', EVERY_CASE);
    const failures: [number, string, RegExp][] = [
      [401, '{"message":"nope"}', /401.*wrong, expired or revoked/],
      [403, '{}', /403/],
      [503, '{}', /503/],
      [200, '{"data":"words"}', /cannot be read/],
    ];
    for (const [status, body, reason] of failures) {
      await app.call('scan/start', {});
      app.front.intercept(() => ({ status, body }));
      await drain(app);
      app.front.intercept(null);
      const progress = await app.call('scan/progress', {});
      expect(progress.state, String(status)).toBe('failed');
      expect(progress.failure, String(status)).toMatch(reason);
      expect(progress.lastPublishedAt).not.toBeNull();
      expect((await app.call('cases/list', EVERY_CASE)).scanId).toBe(before.scanId);
    }
    expect(await scan(app)).toMatchObject({ state: 'published', failure: null });
    expect((await app.call('cases/list', EVERY_CASE)).scanId).not.toBe(before.scanId);
  });
});

test('keys that are forgotten while a scan runs end it with that reason', async () => {
  await withApp({}, async (app) => {
    await saveKey(app);
    await app.call('scan/start', {});
    await app.call('setup/forget-keys', {});
    await drain(app);
    expect(await app.call('scan/progress', {})).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(/key/) as string,
    });
  });
});

test('a running scan refuses a second one until it has stalled', async () => {
  await withApp({}, async (app) => {
    await saveKey(app);
    await app.call('scan/start', {});
    const refused = { ok: false, error: { code: 'SCAN_RUNNING' } };
    expect(await app.reply('scan/start', {})).toMatchObject(refused);
    expect(app.host.queueStats(INSTALLATION).pending).toBe(1);
    await app.advance(STALLED_AFTER_MS);
    expect(await app.reply('scan/start', {})).toMatchObject({ ok: true });
    await drain(app);
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'published' });
  });
});

test('scans asked for at the same moment end in one that is published', async () => {
  await withApp({}, async (app) => {
    await saveKey(app);
    const replies = await Promise.all(
      [1, 2, 3, 4].map(async (i) =>
        i % 2 === 0
          ? app.reply('scan/start', {})
          : app.host.fireSchedule('every-day', INSTALLATION).then(() => null),
      ),
    );
    for (const reply of replies) {
      if (reply === null || reply.ok) continue;
      expect(['SCAN_RUNNING', 'CONFLICT']).toContain(reply.error.code);
    }
    await drain(app);
    const entries = app.host.inspect(INSTALLATION).entries();
    const published = entries.filter((entry) => entry.key.startsWith('snapshot:'));
    expect(published).toHaveLength(1);
    expect(app.host.queueStats(INSTALLATION)).toMatchObject({ pending: 0, failed: 0 });
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'published', failure: null });
    expect(app.host.recorder.list({ kind: 'warning' })).toEqual([]);
  });
});

test('a scan that could not read everything says what is missing, and so does the table made of it', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    app.org.setFaults({
      dropUsersFromPage: [
        { endpoint: 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search', count: 2 },
      ],
    });
    const progress = await scan(app);
    expect(progress).toMatchObject({ state: 'published', verdict: 'partial' });
    expect(progress.reasons.length).toBeGreaterThan(0);
    expect(progress.coverage!.users.seen).toBeLessThan(progress.coverage!.users.expected!);
    expect((await app.call('cases/list', EVERY_CASE)).verdict).toBe('partial');
  });
});

test('of two snapshots ago nothing is left but the one that the review was opened on; the waves of a scan are stored to expire', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    const scans = [scanIdOf(app)];
    const chunks = (): number[] =>
      scans.map(
        (scanId) =>
          app.host
            .inspect(INSTALLATION)
            .entries()
            .filter((entry) => entry.key.startsWith(`snapshot:${scanId}:`)).length,
      );
    for (let more = 0; more < 3; more += 1) {
      await scan(app);
      scans.push(scanIdOf(app));
    }
    expect(chunks()).toEqual([1, 0, 1, 1]);
    const entries = app.host.inspect(INSTALLATION).entries();
    const waves = entries.filter((entry) => entry.key.startsWith('wave:'));
    expect(waves.length).toBeGreaterThan(0);
    for (const wave of waves) {
      expect(wave.expiresAt).toBeGreaterThan(app.clock.now());
      expect(wave.expiresAt).toBeLessThanOrEqual(app.clock.now() + 8 * DAY);
    }
    const kept = entries.filter((entry) => entry.expiresAt === null);
    expect(kept.filter((entry) => entry.key.startsWith('wave:'))).toEqual([]);

    // The next review is opened on a later one, and gives the first up.
    await app.advance(7 * DAY);
    await app.host.fireSchedule('every-day', INSTALLATION);
    await drain(app);
    scans.push(scanIdOf(app));
    expect(chunks()).toEqual([0, 0, 0, 1, 1]);
  });
});

test('no name and no e-mail address of anybody is stored, during a scan or after it', async () => {
  await withApp({}, async (app) => {
    await saveKey(app);
    for (const [scimDirectoryId, key] of app.org.scimKeys) {
      await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
    }
    await app.call('scan/start', {});
    const found = new Set<string>();
    let waves = 0;
    app.front.intercept(() => {
      for (const key of storedWith(app.host, INSTALLATION, PERSONAL)) found.add(key);
      waves = app.host.inspect(INSTALLATION).entries().length;
      return null;
    });
    await drain(app);
    await app.call('cases/list', EVERY_CASE);
    for (const key of storedWith(app.host, INSTALLATION, PERSONAL)) found.add(key);
    expect([...found]).toEqual([]);
    expect(waves).toBeGreaterThan(3);
    // The search itself finds what is there: an account id stands in waves and in the snapshot.
    const known = storedWith(app.host, INSTALLATION, ['712020:ada']);
    expect(known.some((key) => key.startsWith('wave:'))).toBe(true);
    expect(known.some((key) => key.startsWith('snapshot:'))).toBe(true);
    // And the names are known to who is shown them.
    const list = await app.call('cases/list', EVERY_CASE);
    expect(list.lines.every((line) => line.person.name?.includes('Celatum'))).toBe(true);
  });
});

test('the weekly scan is due on its weekday in the chosen time zone, also when the clocks change', () => {
  const due = (weekday: 'monday' | 'sunday' | 'wednesday', timeZone: string, now: string): string =>
    new Date(lastDue({ every: 'week', weekday, timeZone }, Date.parse(now))).toISOString();
  expect(due('wednesday', 'UTC', '2026-11-27T10:00:00Z')).toBe('2026-11-25T00:00:00.000Z');
  expect(due('wednesday', 'UTC', '2026-11-25T00:00:00Z')).toBe('2026-11-25T00:00:00.000Z');
  // Not yet due this week: last week's is the one that counts.
  expect(due('wednesday', 'UTC', '2026-11-24T23:59:59Z')).toBe('2026-11-18T00:00:00.000Z');
  expect(due('sunday', 'UTC', '2026-11-23T00:05:00Z')).toBe('2026-11-22T00:00:00.000Z');
  expect(due('monday', 'Pacific/Auckland', '2026-11-23T00:00:00Z')).toBe('2026-11-22T11:00:00.000Z');
  expect(due('monday', 'America/Los_Angeles', '2026-11-23T07:59:00Z')).toBe('2026-11-16T08:00:00.000Z');
  expect(due('monday', 'America/Los_Angeles', '2026-11-23T08:00:00Z')).toBe('2026-11-23T08:00:00.000Z');
  // Berlin leaves summer time on 2026-10-25 and enters it on 2027-03-28.
  expect(due('sunday', 'Europe/Berlin', '2026-10-26T12:00:00Z')).toBe('2026-10-24T22:00:00.000Z');
  expect(due('monday', 'Europe/Berlin', '2026-10-26T12:00:00Z')).toBe('2026-10-25T23:00:00.000Z');
  expect(due('monday', 'Europe/Berlin', '2027-03-28T20:00:00Z')).toBe('2027-03-21T23:00:00.000Z');
  expect(due('monday', 'Europe/Berlin', '2027-03-29T12:00:00Z')).toBe('2027-03-28T22:00:00.000Z');
});

/** The days, counted from the start, on which a tick a day began a scan. */
async function scanDays(app: RunningApp, days: readonly number[], twice = false): Promise<number[]> {
  const start = app.clock.now();
  const began: number[] = [];
  for (const day of days) {
    await app.clock.reach(start + day * DAY);
    const before = scanIdOf(app);
    await app.host.fireSchedule('every-day', INSTALLATION);
    if (twice) await app.host.fireSchedule('every-day', INSTALLATION);
    await drain(app);
    if (twice) await app.host.fireSchedule('every-day', INSTALLATION);
    if (scanIdOf(app) !== before) began.push(day);
  }
  return began;
}

test('a tick a day begins one scan a week, on the weekday chosen, also when ticks come twice', async () => {
  await withApp({}, async (app) => {
    // The world begins on Monday, 2026-11-23, at nine.
    await setUpAndScan(app);
    const review = { ...REVIEW, weekday: 'thursday' as const, timeZone: 'Europe/Berlin' };
    await app.call('setup/save-review', { review });
    const scans = await scanDays(app, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17], true);
    expect(scans).toEqual([3, 10, 17]);
    expect(app.host.recorder.list({ service: 'schedule' })).toEqual([]);
  });
});

test('a week whose tick did not come is scanned at the next tick', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    const review = { ...REVIEW, weekday: 'sunday' as const };
    await app.call('setup/save-review', { review });
    // Sunday is day 6; the tick of that day and of the Monday after it are missed.
    expect(await scanDays(app, [1, 5, 8, 9, 12, 13, 14])).toEqual([8, 13]);
  });
});

test('a weekly scan that failed is tried again the next day', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    await app.advance(7 * DAY);
    app.front.intercept(() => ({ status: 503 }));
    await app.host.fireSchedule('every-day', INSTALLATION);
    await drain(app);
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'failed' });
    app.front.intercept(null);
    await app.advance(DAY - HOUR);
    await app.host.fireSchedule('every-day', INSTALLATION);
    await drain(app);
    expect(await app.call('scan/progress', {})).toMatchObject({ state: 'published' });
    await app.advance(DAY);
    const before = scanIdOf(app);
    await app.host.fireSchedule('every-day', INSTALLATION);
    expect(scanIdOf(app)).toBe(before);
  });
});

test('before anything is set up a tick does nothing and fails at nothing', async () => {
  await withApp({}, async (app) => {
    await app.host.fireSchedule('every-day', INSTALLATION);
    expect(app.host.queueStats(INSTALLATION).pending).toBe(0);
    expect(app.host.recorder.list({ kind: 'warning' })).toEqual([]);
    expect(app.front.sent).toEqual([]);
  });
});

/** A world of its own for each installation: other ids, other names, other keys. */
function markedWorld(mark: string): ReturnType<typeof reviewOrg> {
  const text = JSON.stringify(reviewOrg())
    .replaceAll('712020:', `712020:${mark}`)
    .replaceAll('group-', `group-${mark}`)
    .replaceAll('cloud-acme', `cloud-${mark}`)
    .replaceAll('cloud-beta', `cloud-${mark}-two`)
    .replaceAll('org-k8q41a49', `org-${mark}`)
    .replaceAll('Celatum', `${mark}surname`)
    .replaceAll('hidden.example', `${mark}.example`)
    .replaceAll('scim-okta', `scim-${mark}`);
  return JSON.parse(text) as ReturnType<typeof reviewOrg>;
}

test('two installations in one process, interleaved, never see anything of each other', async () => {
  const marks = ['alphamark', 'omegamark'] as const;
  const app = await startApp({ worlds: marks.map(markedWorld), delivery: { parallel: 2 } });
  const installations = ['installation-1', 'installation-2'] as const;
  const admin = (i: number): string => who.owner.replace('712020:', `712020:${marks[i]!}`);
  try {
    const both = async (work: (i: number) => Promise<unknown>): Promise<unknown[]> =>
      Promise.all([work(0), work(1)]);
    const call = (i: number, name: string, payload: unknown): Promise<unknown> =>
      app.invoke(name, payload, admin(i), installations[i]);
    await both((i) =>
      call(i, 'setup/save-org-key', {
        ...keyInput(app),
        orgId: `org-${marks[i]!}`,
        key: app.orgs[i]!.orgKey,
      }),
    );
    await both((i) => call(i, 'setup/save-scope', { scope: 'organization' }));
    await both((i) => call(i, 'scan/start', {}));
    await drain(app);
    const answers: string[][] = [[], []];
    let seed = 11;
    for (let round = 0; round < 120; round += 1) {
      const [name, payload] = [
        ['cases/list', EVERY_CASE],
        ['sources/list', { ari: null, text: '', sort: 'seats', offset: 0, limit: 50 }],
        ['setup/get', {}],
        ['scan/progress', {}],
        ['setup/search-people', { text: 'a' }],
        ['cases/list', { ...EVERY_CASE, filter: { ...EVERY_CASE.filter, text: 'surname' } }],
      ][(seed = (seed * 48_271) % 2_147_483_647) % 6] as [string, unknown];
      const replies = await both((i) => call(i, name, payload));
      replies.forEach((reply, i) => {
        expect(reply, name).toMatchObject({ ok: true });
        answers[i]!.push(JSON.stringify(reply));
      });
    }
    for (const i of [0, 1]) {
      const [own, other] = [marks[i]!, marks[1 - i]!];
      const told = answers[i]!.join('\n');
      expect(told).toContain(own);
      expect(told).not.toContain(other);
      expect(storedWith(app.host, installations[i]!, [own]).length).toBeGreaterThan(0);
      expect(storedWith(app.host, installations[i]!, [other])).toEqual([]);
      expect(JSON.stringify(app.host.inspect(installations[i]!).logs)).not.toContain(other);
    }
    const asked = app.front.sent.filter(({ path }) => path.includes('/orgs/org-'));
    for (const { path, key } of asked) {
      expect(key).toBe(app.orgs[path.includes(`org-${marks[0]}`) ? 0 : 1]!.orgKey);
    }
  } finally {
    await app.close();
  }
});

function scanIdOf(app: RunningApp): string {
  const stored = app.host
    .inspect(INSTALLATION)
    .entries()
    .find((entry) => entry.key === 'scan');
  return (stored!.value as { body: { state: Pick<ScanReport, 'id'> } }).body.state.id;
}
