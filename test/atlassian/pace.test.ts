import { expect, test } from 'vitest';
import { LongWait } from '../../src/atlassian/errors';
import { createPace, type RateSignal } from '../../src/atlassian/pace';
import { readRateHeaders } from '../../src/atlassian/rate-headers';
import { answerOf } from './support/scripted-http';
import { createTestClock } from './support/test-clock';

const quiet: RateSignal = { limited: false, waitMs: null, remaining: null, resetInMs: null };
const limited = (waitMs: number | null = null): RateSignal => ({ ...quiet, limited: true, waitMs });

test('without a word of limits, calls are not held back', async () => {
  const clock = createTestClock(0);
  const pace = createPace(clock);
  await clock.run(Promise.all([pace.turn(), pace.turn(), pace.turn()]));
  expect(clock.now()).toBe(0);
});

test('after a 429 calls keep apart, further after each, closer after each success, and at last not at all', async () => {
  const clock = createTestClock(0);
  const pace = createPace(clock);
  const gap = async (): Promise<number> => {
    await clock.run(pace.turn());
    const before = clock.now();
    await clock.run(pace.turn());
    return clock.now() - before;
  };
  pace.heed(limited());
  expect(await gap()).toBe(50);
  pace.heed(limited());
  expect(await gap()).toBe(75);
  pace.heed(quiet);
  expect(await gap()).toBeCloseTo(67.5);
  for (let i = 0; i < 60; i += 1) pace.heed(quiet);
  expect(await gap()).toBe(0);
});

test('no call goes out before the time the API named, not even one that already waited for its turn', async () => {
  const clock = createTestClock(0);
  const pace = createPace(clock);
  pace.heed(limited(2_000));
  const went: number[] = [];
  const calls = [1, 2, 3, 4].map(async (call) => {
    await pace.turn();
    went.push(clock.now());
    // The first of them is told to wait longer, while the others stand in line.
    if (call === 1) pace.heed(limited(5_000));
  });
  await clock.run(Promise.all(calls));
  expect(went[0]).toBe(2_000);
  for (const at of went.slice(1)) expect(at).toBeGreaterThanOrEqual(7_000);
  expect(new Set(went).size).toBe(4);
});

test('the last calls of a window are shared out over it, and none is sent into an empty one', async () => {
  const clock = createTestClock(0);
  const pace = createPace(clock);
  await clock.run(pace.turn());
  pace.heed({ ...quiet, remaining: 5, resetInMs: 10_000 });
  await clock.run(pace.turn());
  expect(clock.now()).toBe(2_000);
  pace.heed({ ...quiet, remaining: 0, resetInMs: 8_000 });
  await clock.run(pace.turn());
  expect(clock.now()).toBeGreaterThanOrEqual(10_000);
});

test('a pause beyond what a run may wait is told as LongWait, with how long', async () => {
  const clock = createTestClock(0);
  const pace = createPace(clock, { maxWaitMs: 20_000 });
  pace.heed(limited(20_000));
  await clock.run(pace.turn());
  pace.heed(limited(20_001));
  const refused = await pace.turn().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(LongWait);
  expect((refused as LongWait).waitMs).toBe(20_001);
  expect((refused as LongWait).message).toBe('the API asks to wait 21 s');
});

test('rate headers that are no plain number, or no time, are not believed', () => {
  const read = (headers: Record<string, string>): RateSignal => readRateHeaders(answerOf({ headers }), 0);
  expect(read({})).toEqual(quiet);
  expect(
    read({ 'X-RateLimit-Remaining': '-1', 'X-RateLimit-Reset': 'soon', 'Retry-After': 'later' }),
  ).toEqual(quiet);
  expect(read({ 'X-RateLimit-Remaining': '3.5' }).remaining).toBeNull();
  expect(read({ 'X-RateLimit-Remaining': ' 3 ', 'X-RateLimit-Reset': '1970-01-01T00:00:02Z' })).toEqual({
    ...quiet,
    waitMs: 2_000,
    remaining: 3,
    resetInMs: 2_000,
  });
});
