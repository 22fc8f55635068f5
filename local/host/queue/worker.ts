import { z } from 'zod';
import type { HostClock } from '../clock';
import { InvocationFailedError, messageOf } from '../errors';
import type { Recorder } from '../recorder';
import {
  firstRetryMs,
  longestDelaySeconds,
  longestRetryMs,
  retentionMs,
  retriedEventBytes,
  retryDataBytes,
} from './limits';
import type { EventStore, QueuedEvent, Retry } from './store';

/** What delivery may do to an app; all off by default. Shares are 0 to 1. */
export interface DeliveryKnobs {
  /** Share of events handed over a second time although they succeeded. */
  duplicate?: number;
  /** Take any due event instead of the oldest. */
  reorder?: boolean;
  /** Share of events that never arrive. */
  loss?: number;
  /** Share of schedule ticks that run twice. */
  doubleTick?: number;
  /** Events running at the same time; 1 by default. */
  parallel?: number;
}

export interface DrainResult {
  delivered: number;
  succeeded: number;
  retried: number;
  failed: number;
  /** When the next waiting event is due; absent when none waits. */
  nextDueAt?: number;
}

export interface QueueWorker {
  /** Delivers what is due; with `until` also what becomes due up to then, moving or awaiting the clock. */
  drain(installation?: string, options?: { until?: number }): Promise<DrainResult>;
}

/** What a consumer returns to be called again (`InvocationError` of `@forge/events` 3.0.8 as JSON). */
const retryRequest = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .optional(),
});

export interface WorkerOptions {
  events: EventStore;
  clock: HostClock;
  recorder: Recorder;
  random: () => number;
  knobs: DeliveryKnobs;
  run: (event: QueuedEvent, message: Record<string, unknown>) => Promise<unknown>;
}

export function createQueueWorker(options: WorkerOptions): QueueWorker {
  const { events, clock, recorder, random, knobs } = options;
  const chance = (share = 0): boolean => share > 0 && random() < share;

  const again = (event: QueuedEvent, wish: { afterMs: number; retry: Retry }): 'retried' | 'failed' => {
    const dueAt = clock.now() + wish.afterMs;
    const ends = event.pushedAt + retentionMs;
    const data = wish.retry.data === undefined ? '' : JSON.stringify(wish.retry.data);
    const tooLarge = Buffer.byteLength(data) > retryDataBytes;
    const silent = Buffer.byteLength(event.body) + Buffer.byteLength(data) > retriedEventBytes;
    if (dueAt > ends || tooLarge || silent) {
      const why = tooLarge
        ? 'retryData is too large'
        : silent
          ? 'event and retryData are too large'
          : 'its time is over';
      const what = `an event of ${event.queue} is given up: ${why}`;
      recorder.note({ kind: 'refused', service: 'queue', what, installationId: event.installation });
      events.mark(event.id, { state: 'failed' });
      return 'failed';
    }
    events.mark(event.id, { state: 'pending', dueAt, retries: event.retries + 1, retry: wish.retry });
    return 'retried';
  };

  const deliver = async (event: QueuedEvent): Promise<'succeeded' | 'retried' | 'failed'> => {
    if (chance(knobs.loss)) {
      events.mark(event.id, { state: 'lost' });
      return 'failed';
    }
    try {
      const result = await options.run(event, messageFor(event, clock.now()));
      const wish = retryRequest.safeParse(result);
      if (wish.success) {
        const {
          retryAfter = 1,
          retryReason = 'FUNCTION_RETRY_REQUEST',
          retryData,
        } = wish.data.retryOptions ?? {};
        const afterMs = Math.min(retryAfter, longestDelaySeconds) * 1000;
        return again(event, { afterMs, retry: { reason: retryReason, data: retryData } });
      }
    } catch (error) {
      const afterMs = Math.min(firstRetryMs * 2 ** event.retries, longestRetryMs);
      recorder.note({
        kind: 'warning',
        service: 'queue',
        what: `the consumer of ${event.queue} failed: ${messageOf(error)}`,
        installationId: event.installation,
      });
      return again(event, { afterMs, retry: { reason: reasonOf(error) } });
    }
    const twice = event.copies === 0 && chance(knobs.duplicate);
    events.mark(event.id, twice ? { state: 'pending', copies: 1 } : { state: 'success' });
    return 'succeeded';
  };

  const claim = (installation: string | undefined): QueuedEvent | undefined => {
    const due = events.due(clock.now(), installation);
    const event = knobs.reorder ? due[Math.floor(random() * due.length)] : due[0];
    if (event) events.mark(event.id, { state: 'running' });
    return event;
  };

  const deliverDue = async (installation: string | undefined, result: DrainResult): Promise<void> => {
    const lane = async (): Promise<void> => {
      for (let event = claim(installation); event; event = claim(installation)) {
        result.delivered += 1;
        result[await deliver(event)] += 1;
      }
    };
    await Promise.all(Array.from({ length: knobs.parallel ?? 1 }, lane));
  };

  return {
    drain: async (installation, { until } = {}) => {
      const result: DrainResult = { delivered: 0, succeeded: 0, retried: 0, failed: 0 };
      for (;;) {
        await deliverDue(installation, result);
        const next = events.nextDueAt(installation);
        if (next === undefined) return result;
        if (until === undefined || next > until) return { ...result, nextDueAt: next };
        await clock.reach(next);
      }
    },
  };
}

/** `AsyncEvent` of `@forge/events` 3.0.8 (out/types.d.ts). */
function messageFor(event: QueuedEvent, now: number): Record<string, unknown> {
  const ends = event.pushedAt + retentionMs;
  const retryContext = event.retry && {
    retryContext: {
      retryCount: event.retries,
      retryReason: event.retry.reason,
      retryData: event.retry.data,
      retentionWindow: {
        startTime: new Date(event.pushedAt).toISOString(),
        remainingTimeMs: Math.max(0, ends - now),
      },
    },
  };
  return {
    body: JSON.parse(event.body) as unknown,
    queueName: event.queue,
    jobId: event.job,
    eventId: event.id,
    ...(event.delaySeconds === null ? {} : { delayInSeconds: event.delaySeconds }),
    ...(event.concurrencyKey === null
      ? {}
      : { concurrency: { key: event.concurrencyKey, limit: event.concurrencyLimit } }),
    ...retryContext,
  };
}

/** Codes of `@forge/events` 3.0.8 (out/invocationErrorCode.js); it has none for "the app threw", the unknown one is used. */
function reasonOf(error: unknown): string {
  const timedOut = error instanceof InvocationFailedError && error.reason === 'FUNCTION_TIME_OUT';
  return timedOut ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}
