import { expect, test } from 'vitest';
import type { AsyncEvent } from '@forge/events';
import { beta, startFixture } from './fixture';

const sdk = () => import('@forge/events');

type Message = AsyncEvent & Record<string, unknown>;

const asMessage = (event: Record<string, unknown>): Message => event as Message;

test('an event reaches its consumer with job, queue and body, and the job counts it', async () => {
  const got: Message[] = [];
  const { host, inside } = await startFixture({
    work: { consume: (event) => void got.push(asMessage(event)) },
  });
  const { Queue } = await sdk();
  const { jobId } = await inside(() =>
    new Queue({ key: 'short' }).push([{ body: { n: 1 } }, { body: { n: 2 } }]),
  );
  expect(await inside(() => new Queue({ key: 'short' }).getStats(jobId))).toEqual({
    success: 0,
    inProgress: 2,
    failed: 0,
  });
  expect(await host.drainQueue()).toMatchObject({ delivered: 2, succeeded: 2 });
  expect(got.map((event) => event.body)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(got[0]).toMatchObject({ queueName: 'short', jobId });
  expect(got[0]).not.toHaveProperty('retryContext');
  expect(await inside(() => new Queue({ key: 'short' }).getStats(jobId))).toEqual({
    success: 2,
    inProgress: 0,
    failed: 0,
  });
  await host.close();
});

test('a delayed event waits for the clock', async () => {
  const got: number[] = [];
  const { host, inside, clock } = await startFixture({ work: { consume: () => void got.push(clock.now()) } });
  const start = clock.now();
  const { Queue } = await sdk();
  await inside(() => new Queue({ key: 'short' }).push({ body: {}, delayInSeconds: 900 }));
  expect(await host.drainQueue()).toMatchObject({ delivered: 0, nextDueAt: start + 900_000 });
  expect(await host.drainQueue(undefined, { until: start + 900_000 })).toMatchObject({ delivered: 1 });
  expect(got).toEqual([start + 900_000]);
  await host.close();
});

test('a returned InvocationError brings the event back with its retry data', async () => {
  const got: Message[] = [];
  const { InvocationError, InvocationErrorCode, Queue } = await sdk();
  const consume = (event: Record<string, unknown>): unknown => {
    got.push(asMessage(event));
    if (got.length > 1) return undefined;
    const retryReason = InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED;
    return new InvocationError({ retryAfter: 5_000, retryReason, retryData: { page: 7 } });
  };
  const { host, inside, clock } = await startFixture({ work: { consume } });
  const start = clock.now();
  await inside(() => new Queue({ key: 'short' }).push({ body: {} }));
  const result = await host.drainQueue(undefined, { until: start + 3_600_000 });
  expect(result).toMatchObject({ delivered: 2, succeeded: 1, retried: 1 });
  expect(clock.now() - start).toBe(900_000);
  expect(got[1]!.eventId).toBe(got[0]!.eventId);
  expect(got[1]!.retryContext).toMatchObject({
    retryCount: 1,
    retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
    retryData: { page: 7 },
    retentionWindow: { startTime: new Date(start).toISOString(), remainingTimeMs: 23.75 * 3_600_000 },
  });
  await host.close();
});

test('a consumer that throws is tried again with growing pauses until the retention of 24 hours is over', async () => {
  const at: number[] = [];
  const fixture = await startFixture({
    work: {
      consume: () => {
        at.push(fixture.clock.now());
        throw new Error('no');
      },
    },
  });
  const { Queue } = await sdk();
  const start = fixture.clock.now();
  const { jobId } = await fixture.inside(() => new Queue({ key: 'short' }).push({ body: {} }));
  await fixture.host.drainQueue(undefined, { until: start + 48 * 3_600_000 });
  const pauses = at.slice(1).map((time, i) => (time - at[i]!) / 1000);
  expect(pauses.slice(0, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900]);
  expect(at.at(-1)! - start).toBeGreaterThan(23.7 * 3_600_000);
  expect(at.at(-1)! - start).toBeLessThanOrEqual(24 * 3_600_000);
  expect(await fixture.inside(() => new Queue({ key: 'short' }).getStats(jobId))).toMatchObject({
    failed: 1,
  });
  await fixture.host.close();
});

test('a bare InvocationError asks for a retry after one second', async () => {
  const { InvocationError, Queue } = await sdk();
  let calls = 0;
  const consume = (): unknown => {
    calls += 1;
    return calls === 1 ? new InvocationError() : undefined;
  };
  const { host, inside, clock } = await startFixture({ work: { consume } });
  const start = clock.now();
  await inside(() => new Queue({ key: 'short' }).push({ body: {} }));
  expect(await host.drainQueue(undefined, { until: start + 1_000 })).toMatchObject({
    retried: 1,
    succeeded: 1,
  });
  expect(clock.now()).toBe(start + 1_000);
  await host.close();
});

test('retry data above 4 KB gives the event up', async () => {
  const { InvocationError, InvocationErrorCode, Queue } = await sdk();
  const sizes = [4_096 - 8, 4_096 - 7];
  const outcomes: object[] = [];
  for (const size of sizes) {
    let calls = 0;
    const consume = (): unknown => {
      calls += 1;
      if (calls > 1) return undefined;
      const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
      return new InvocationError({ retryAfter: 1, retryReason, retryData: { d: 'x'.repeat(size) } });
    };
    const { host, inside, clock } = await startFixture({ work: { consume } });
    await inside(() => new Queue({ key: 'short' }).push({ body: {} }));
    outcomes.push(await host.drainQueue(undefined, { until: clock.now() + 10_000 }));
    await host.close();
  }
  expect(outcomes).toMatchObject([
    { retried: 1, succeeded: 1 },
    { retried: 0, failed: 1 },
  ]);
});

test('500 events a minute are taken, the 501st is not, the next minute is open again', async () => {
  const { host, inside, advance } = await startFixture();
  const { Queue, RateLimitError } = await sdk();
  const push = (count: number) => () =>
    new Queue({ key: 'short' }).push(Array.from({ length: count }, (_, n) => ({ body: { n } })));
  for (let i = 0; i < 10; i += 1) await inside(push(50));
  await expect(inside(push(1))).rejects.toBeInstanceOf(RateLimitError);
  await advance(60_000);
  await inside(push(1));
  expect(host.queueStats().pending).toBe(501);
  await host.close();
});

test('a push holds 200 KB, an event for a long-running consumer 100 KB', async () => {
  const { host, inside } = await startFixture();
  const { Queue, PayloadTooBigError } = await sdk();
  const body = (bytes: number) => ({ body: { d: 'x'.repeat(bytes - '{"body":{"d":""}}'.length) } });
  const array = '[]'.length;
  await inside(() => new Queue({ key: 'short' }).push(body(200 * 1024 - array)));
  await expect(
    inside(() => new Queue({ key: 'short' }).push(body(200 * 1024 - array + 1))),
  ).rejects.toThrow();
  await inside(() => new Queue({ key: 'long' }).push(body(100 * 1024)));
  await expect(inside(() => new Queue({ key: 'long' }).push(body(100 * 1024 + 1)))).rejects.toBeInstanceOf(
    PayloadTooBigError,
  );
  await host.close();
});

test('the host itself refuses 51 events, 201 KB and a delay above 900 s when the package does not', async () => {
  const { host, inside } = await startFixture();
  const { __requestAtlassianAsApp: send } = await import('@forge/api');
  const push = (payload: unknown[]) =>
    inside(async () => {
      const body = JSON.stringify({
        queueName: 'short',
        jobId: 'j',
        type: 'avi:forge:app:event',
        schema: 'ari:cloud:ecosystem::forge/app-event-2',
        payload,
        time: '2026-11-23T12:00:00.000Z',
      });
      const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
      return (await send(path, { method: 'POST', body })).status;
    });
  expect(await push(Array.from({ length: 51 }, () => ({ body: {} })))).toBe(400);
  expect(await push([{ body: { d: 'x'.repeat(200 * 1024) } }])).toBe(413);
  expect(await push([{ body: {}, delayInSeconds: 901 }])).toBe(400);
  expect(await push([{ body: {} }])).toBe(201);
  await host.close();
});

test('a chain of pushes ends after 1,000 of them', async () => {
  const { Queue, InvocationLimitReachedError } = await sdk();
  let pushes = 0;
  let ended: unknown;
  const fixture = await startFixture({
    work: {
      consume: async () => {
        try {
          await new Queue({ key: 'short' }).push({ body: {}, delayInSeconds: 1 });
          pushes += 1;
        } catch (error) {
          ended = error;
        }
      },
    },
  });
  await fixture.inside(() => new Queue({ key: 'short' }).push({ body: {} }));
  await fixture.host.drainQueue(undefined, { until: fixture.clock.now() + 2_000_000 });
  expect(pushes).toBe(999);
  expect(ended).toBeInstanceOf(InvocationLimitReachedError);
  await fixture.host.close();
});

test('a queue without a consumer is refused, and said so', async () => {
  const { host, inside } = await startFixture();
  const { Queue } = await sdk();
  await expect(inside(() => new Queue({ key: 'nobody' }).push({ body: {} }))).rejects.toThrow(/No consumer/);
  expect(host.recorder.list({ kind: 'refused', service: 'queue' })[0]!.what).toContain("'nobody'");
  await host.close();
});

test('a cancelled job is not delivered; an unknown job is told apart', async () => {
  const got: unknown[] = [];
  const { host, inside } = await startFixture({ work: { consume: (event) => void got.push(event) } });
  const { Queue, JobDoesNotExistError } = await sdk();
  const queue = new Queue({ key: 'short' });
  const { jobId } = await inside(() => queue.push({ body: {} }));
  await inside(() => queue.cancel(jobId));
  expect(await host.drainQueue()).toMatchObject({ delivered: 0 });
  expect(got).toEqual([]);
  await expect(inside(() => queue.getStats('no-such-job'))).rejects.toBeInstanceOf(JobDoesNotExistError);
  await expect(inside(() => queue.cancel('no-such-job'))).rejects.toBeInstanceOf(JobDoesNotExistError);
  await expect(
    inside(() => queue.getStats(jobId), { installationId: beta.installationId }),
  ).rejects.toBeInstanceOf(JobDoesNotExistError);
  await host.close();
});

test('a concurrency key bounds how many of its events run at once', async () => {
  let now = 0;
  let most = 0;
  const consume = async (): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
  };
  const { Queue } = await sdk();
  for (const [limit, expected] of [
    [2, 2],
    [undefined, 4],
  ] as const) {
    most = 0;
    const { host, inside } = await startFixture({ delivery: { parallel: 4 }, work: { consume } });
    const concurrency = limit === undefined ? {} : { concurrency: { key: 'one', limit } };
    await inside(() =>
      new Queue({ key: 'short' }).push(Array.from({ length: 8 }, () => ({ body: {}, ...concurrency }))),
    );
    expect(await host.drainQueue()).toMatchObject({ succeeded: 8 });
    expect(most).toBe(expected);
    await host.close();
  }
});

test('the knobs deliver twice, in another order, or not at all', async () => {
  const { Queue } = await sdk();
  const run = async (delivery: object, random: () => number): Promise<unknown[]> => {
    const got: unknown[] = [];
    const consume = (event: Record<string, unknown>) => void got.push((event['body'] as { n: number }).n);
    const { host, inside } = await startFixture({ delivery, random, work: { consume } });
    await inside(() =>
      new Queue({ key: 'short' }).push([{ body: { n: 1 } }, { body: { n: 2 } }, { body: { n: 3 } }]),
    );
    await host.drainQueue();
    await host.close();
    return got;
  };
  expect(await run({}, () => 0)).toEqual([1, 2, 3]);
  expect(await run({ duplicate: 1 }, () => 0)).toEqual([1, 1, 2, 2, 3, 3]);
  expect(await run({ reorder: true }, () => 0.99)).toEqual([3, 2, 1]);
  expect(await run({ loss: 1 }, () => 0)).toEqual([]);
});

test('a host that runs by itself delivers without being asked', async () => {
  const got: unknown[] = [];
  const { host, inside, advance } = await startFixture({
    work: { consume: (event) => void got.push(event) },
  });
  const { Queue } = await sdk();
  host.runByItself();
  await inside(() => new Queue({ key: 'short' }).push([{ body: {} }, { body: {}, delayInSeconds: 60 }]));
  await expect.poll(() => got.length).toBe(1);
  await advance(60_000);
  await expect.poll(() => got.length).toBe(2);
  await host.close();
});
