import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import {
  memoryStore,
  type MemoryStore,
  scanOn,
  type ScanRun,
  scanWhole,
  tell,
  type Told,
} from './support/scan';
import { remembering, serve, type Served } from './support/served';
import { demoOrg, mediumOrg, smallOrg } from './support/worlds';

/** A scan of a world that stands still, as often as one likes. */
async function standingStill(
  file: OrgFile,
  work: (served: Served) => Promise<void>,
  pageSizeMax = 100,
): Promise<void> {
  await serve(file, (served) => work({ ...served, http: remembering(served.http) }), { pageSizeMax });
}

/** Stops after every single step and goes on with fresh objects, to the end. */
async function scanInSteps(served: Served, run: ScanRun): Promise<{ told: Told; steps: number }> {
  const store = memoryStore();
  for (let steps = 1; ; steps += 1) {
    let left = 1;
    const outcome = await scanOn(served, store, { ...run, mayGoOn: () => left-- > 0 });
    if (outcome.ended === 'finished') return { told: tell(served, outcome), steps };
    expect(outcome.state.waves, 'each turn goes one step further').toBe(steps);
  }
}

/** A store whose commit fails the first time in each wave that `fails` names, before anything is kept. */
function failingStore(fails: (wave: number) => boolean): MemoryStore & { failures(): number } {
  const store = memoryStore();
  const failed = new Set<number>();
  return {
    ...store,
    failures: () => failed.size,
    async commit(state, parts) {
      if (!failed.has(state.waves) && fails(state.waves)) {
        failed.add(state.waves);
        throw new Error('the store is gone');
      }
      await store.commit(state, parts);
    },
  };
}

async function untilFinished(served: Served, store: MemoryStore, run: ScanRun): Promise<Told> {
  for (let turns = 0; turns < 1_000; turns += 1) {
    try {
      return tell(served, await scanOn(served, store, run));
    } catch (error) {
      expect((error as Error).message).toBe('the store is gone');
    }
  }
  throw new Error('the scan never finished');
}

const worlds: [string, OrgFile, number][] = [
  ['the small organization', smallOrg(), 2],
  ['a random organization', mediumOrg(20261123), 3],
  ['another random organization', mediumOrg(7), 5],
];

for (const [name, file, pageSizeMax] of worlds) {
  for (const concurrency of [1, 6]) {
    const run = { concurrency, deep: concurrency === 6, readAudit: true };

    test(`${name}, ${concurrency} at once: stopped after every step, it ends in the same bytes`, async () => {
      await standingStill(
        file,
        async (served) => {
          const whole = await scanWhole(served, run);
          const { told, steps } = await scanInSteps(served, run);
          expect(steps).toBeGreaterThan(5);
          expect(told.bytes).toBe(whole.bytes);
          expect(told.report.requests).toEqual(whole.report.requests);
        },
        pageSizeMax,
      );
    });

    test(`${name}, ${concurrency} at once: gone on with from any one step, it ends in the same bytes`, async () => {
      await standingStill(
        file,
        async (served) => {
          const store = memoryStore();
          const whole = tell(served, await scanOn(served, store, run));
          const { waves } = store.state();
          for (let stop = 0; stop <= waves; stop += 1) {
            const again = tell(served, await scanOn(served, store.upTo(stop), run));
            expect(again.bytes === whole.bytes, `from step ${stop} of ${waves}`).toBe(true);
          }
        },
        pageSizeMax,
      );
    });

    test(`${name}, ${concurrency} at once: a commit that fails in every step loses and doubles nothing`, async () => {
      await standingStill(
        file,
        async (served) => {
          const whole = await scanWhole(served, run);
          const store = failingStore(() => true);
          const told = await untilFinished(served, store, run);
          expect(store.failures()).toBe(store.state().waves);
          expect(told.bytes).toBe(whole.bytes);
        },
        pageSizeMax,
      );
    });
  }
}

test('the demo organization: stopped after every step, and with any number at once, it ends in the same bytes', async () => {
  await standingStill(demoOrg(), async (served) => {
    const whole = await scanWhole(served, { concurrency: 1 });
    expect(whole.document.cases.length).toBeGreaterThan(100);
    expect((await scanInSteps(served, { concurrency: 6 })).told.bytes).toBe(whole.bytes);
    for (const concurrency of [6, 20])
      expect((await scanWhole(served, { concurrency })).bytes).toBe(whole.bytes);
  });
});

test('a scan may go on with another number of calls at once than it began with', async () => {
  await standingStill(
    smallOrg(),
    async (served) => {
      const store = memoryStore();
      const whole = tell(served, await scanOn(served, store, { concurrency: 20 }));
      for (let stop = 0; stop <= store.state().waves; stop += 1) {
        expect(tell(served, await scanOn(served, store.upTo(stop), { concurrency: 1 })).bytes).toBe(
          whole.bytes,
        );
      }
    },
    1,
  );
});

test('size, order and overlap of pages, and the number of calls at once, leave no trace in the bytes', async () => {
  const file = mediumOrg(20261123);
  const bytes = new Set<string>();
  const servers = [
    { pageSizeMax: 100, pageOrder: 'natural', duplicates: 0 },
    { pageSizeMax: 100, pageOrder: 'reversed', duplicates: 0 },
    { pageSizeMax: 1, pageOrder: { seed: 5 }, duplicates: 0 },
    { pageSizeMax: 3, pageOrder: 'reversed', duplicates: 1 },
    { pageSizeMax: 5, pageOrder: { seed: 6 }, duplicates: 2 },
  ] as const;
  for (const options of servers) {
    await serve(
      file,
      async (served) => {
        const still = { ...served, http: remembering(served.http) };
        for (const concurrency of [20, 6, 1]) bytes.add((await scanWhole(still, { concurrency })).bytes);
      },
      options,
    );
  }
  expect(bytes.size).toBe(1);
});

test('cursors that are lost on the way begin their list anew, and the result is the same', async () => {
  for (const seed of [1, 2, 3]) {
    for (const file of [smallOrg(), mediumOrg(seed)]) {
      const whole = await serve(file, (served) => scanWhole(served));
      const faults = { seed, cursorLoss: 0.2 };
      const told = await serve(file, (served) => scanWhole(served), { faults, pageSizeMax: 5 });
      if (told.report.verdict === 'complete') expect(told.bytes).toBe(whole.bytes);
      else expect(told.report.reasons.join()).toContain('the cursor was refused 6 times');
    }
  }
});

test('a cursor that expired while the scan was stopped begins its list anew', async () => {
  await serve(
    smallOrg(),
    async (served) => {
      const whole = await scanWhole(served);
      const store = memoryStore();
      await scanOn(served, store);
      for (let stop = 0; stop < store.state().waves; stop += 1) {
        served.org.clock.advanceBy(2 * 3_600_000);
        expect(tell(served, await scanOn(served, store.upTo(stop))).bytes).toBe(whole.bytes);
      }
    },
    { pageSizeMax: 2 },
  );
});

test('random failures of the API cost retries and change nothing', async () => {
  const file = mediumOrg(11);
  const whole = await serve(file, (served) => scanWhole(served));
  for (const seed of [1, 2, 3]) {
    const faults = { seed, rate429: 0.1, rate5xx: 0.1, rateReset: 0.05, truncate: 0.05 };
    const told = await serve(file, (served) => scanWhole(served), { faults });
    expect(told.bytes).toBe(whole.bytes);
    const { total, retries } = told.report.requests;
    expect(retries).toBeGreaterThan(0);
    expect(total / (total - retries)).toBeLessThan(2);
  }
});
