import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunningApp } from '../support/app';
import { idleOrg, idsOf } from '../support/bulk';
import { DAY, expectChainHolds, registered, requestsOf, withRecords } from '../support/records';
import { drain, tick } from '../support/review';
import { jira } from '../support/review-org';

/*
 * One issue for each intent, whatever breaks off: the process at any call to the platform, before or after it took
 * effect; the answer of Jira, after the issue was made; with a search that lags behind. Within the lag that is waited
 * for there is never a second one; beyond it each one is found, linked and written down.
 */

const MINUTE = 60_000;
/** With `SEATPATH_EVERY_CALL`, as many as an evening takes. */
const RUNS = process.env['SEATPATH_EVERY_CALL'] === undefined ? 8 : 150;

interface Crash {
  readonly at: number;
  readonly after: boolean;
}
interface Schedule {
  readonly crashes: readonly Crash[];
  /** How many answers of Jira to a new issue are lost. */
  readonly lost: number;
}

const schedules = fc.record({
  crashes: fc.array(fc.record({ at: fc.integer({ min: 1, max: 90 }), after: fc.boolean() }), {
    maxLength: 4,
  }),
  lost: fc.integer({ min: 0, max: 2 }),
});

const rows = idsOf('sales', 2).map((accountId) => ({
  accountId,
  ari: jira.ari,
  groupId: 'group-sales',
  after: null,
  reason: 'Left the project in spring.',
}));

/** Hands two people over under a schedule of crashes, and lets the days pass that make up for them. */
async function handOver(app: RunningApp, { lost }: Schedule, fuse: Fuse): Promise<void> {
  app.org.setFaults({ lost: [{ endpoint: 'POST */rest/api/3/issue', status: 503, times: lost }] });
  fuse.arm();
  for (const row of rows) {
    // Somebody who sees an error tries again, until it is recorded.
    for (let tries = 0; tries < 8; tries += 1) {
      await app.reply('route-outs/record', row).catch(() => null);
      const known = await registered(app, 'route-out').catch(() => []);
      if (known.some((record) => record.row.accountId === row.accountId)) break;
    }
  }
  // Somebody is impatient and clicks again and again, which looks too; then come the looks that were asked for.
  for (const minutes of [2, 2, 12, 2, 3, 11, 11, 11, 11, 11]) {
    await app.advance(minutes * MINUTE);
    await app.reply('route-outs/record', rows[0]!).catch(() => null);
    if (minutes > 10) await drain(app).catch(() => undefined);
  }
  for (let day = 0; day < 4; day += 1) {
    await app.advance(DAY);
    await tick(app).catch(() => undefined);
  }
}

interface Fuse {
  readonly arm: () => void;
  readonly before: () => void;
  readonly after: () => void;
}
function fuseOf(crashes: readonly Crash[]): Fuse {
  let armed = false;
  let calls = 0;
  const left = new Set(crashes);
  const blow = (after: boolean): void => {
    const crash = [...left].find((one) => one.at === calls && one.after === after);
    if (!armed || crash === undefined) return;
    left.delete(crash);
    throw new Error(`the process is gone at call ${calls}`);
  };
  return {
    arm: () => (armed = true),
    before: () => {
      if (armed) calls += 1;
      blow(false);
    },
    after: () => blow(true),
  };
}

/** Two searches, ten minutes apart, are waited for: what search knows a quarter of an hour later is never made twice. */
const WAITED_FOR = 20;

for (const minutes of [0, 9, 15, 45]) {
  test(`one issue for each intent, with a search that lags ${minutes} minutes`, async () => {
    let doubled = 0;
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const fuse = fuseOf(schedule.crashes);
        await withRecords(
          async (app) => {
            await handOver(app, schedule, fuse);
            const [request, ...others] = requestsOf(app);
            expect(others).toEqual([]);
            expect(request).toMatchObject({ state: 'open' });
            const issues = app.org.world.issues();
            const keys = issues.map(({ key }) => key);
            if (minutes <= WAITED_FOR) expect(keys).toEqual([request!.issueKey]);
            expect(keys[0]).toBe(request!.issueKey);
            doubled += keys.length - 1;
            expect(request!.duplicates).toEqual(keys.slice(1));
            for (const issue of issues.slice(1)) {
              expect(issue.links).toHaveLength(1);
              expect(issue.comments).toHaveLength(1);
            }
            const states = (await registered(app, 'route-out')).map(({ state, issueKey }) => [
              state,
              issueKey,
            ]);
            expect(states).toEqual(rows.map(() => ['sent', request!.issueKey]));
            expectChainHolds(app);
          },
          {
            world: idleOrg(2),
            org: { jiraIndexLagMs: minutes * MINUTE },
            onPlatformCall: fuse.before,
            onPlatformAnswer: fuse.after,
          },
        );
      }),
      { numRuns: RUNS, seed: 20_261_124 + minutes },
    );
    expect(doubled > 0).toBe(minutes > WAITED_FOR);
  }, 1_200_000);
}
