import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { answer } from '../errors';
import { findConsumer, type Manifest } from '../manifest';
import { createRateWindow } from '../rate-window';
import type { Recorder } from '../recorder';
import type { Invocation } from '../runtime/invocation';
import type { Database } from '../../storage/database';
import {
  eventsPerMinute,
  eventsPerPush,
  longConsumerEventBytes,
  longConsumerSeconds,
  longestDelaySeconds,
  pushBytes,
  pushesPerChain,
} from './limits';
import type { EventStore } from './store';

/** Paths of `@forge/events` 3.0.8, sent with their braces unexpanded (out/queries.js). */
const suffix = '{contextAri}/{environmentId}/{appId}/{appVersion}';
const pushPath = `/webhook/queue/publish/${suffix}`;
const statsPath = `/webhook/queue/stats/${suffix}`;
const cancelPath = `/webhook/queue/cancel/${suffix}`;

const pushSchema = z.strictObject({
  queueName: z.string(),
  jobId: z.string(),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z.array(
    z.strictObject({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().optional(),
      concurrency: z.strictObject({ key: z.string(), limit: z.number().int().positive() }).optional(),
    }),
  ),
  time: z.string(),
});

const jobSchema = z.strictObject({ queueName: z.string(), jobId: z.string(), time: z.string() });

type Push = z.infer<typeof pushSchema>;

export interface QueueEndpoint {
  knows(path: string): boolean;
  handle(invocation: Invocation, path: string, bodyText: string): Response;
}

/** Answers push, statistics and cancel as `@forge/events` expects: 201, 200, 204; 405, 413, 429, 404 as refusals. */
export function createQueueEndpoint(options: {
  database: Database;
  events: EventStore;
  manifest: Manifest;
  recorder: Recorder;
  now: () => number;
  onPush: () => void;
}): QueueEndpoint {
  const { database, events, manifest, recorder, now, onPush } = options;
  const perMinute = createRateWindow(now, 60_000, eventsPerMinute);

  const refuse = (invocation: Invocation, what: string): void => {
    const { installationId } = invocation.installation;
    recorder.note({ kind: 'refused', service: 'queue', what, installationId });
  };

  const refusal = (invocation: Invocation, push: Push): Response | undefined => {
    const consumer = findConsumer(manifest, push.queueName);
    if (!consumer?.function) {
      refuse(invocation, `the manifest has no consumer for the queue '${push.queueName}'`);
      return answer(400, { message: `No consumer for queue ${push.queueName}.`, code: 400 });
    }
    if (push.payload.length === 0 || push.payload.length > eventsPerPush) {
      refuse(invocation, `${push.payload.length} events in one push`);
      return answer(400, { message: `1 to ${eventsPerPush} events per push.`, code: 400 });
    }
    const delay = push.payload.map((event) => event.delayInSeconds ?? 0).find(outOfRange);
    if (delay !== undefined) {
      refuse(invocation, `a delay of ${delay} s`);
      return answer(400, { message: `delayInSeconds is 0 to ${longestDelaySeconds}.`, code: 400 });
    }
    return tooBig(push, consumer.function, manifest) ?? undefined;
  };

  const push = (invocation: Invocation, body: unknown): Response => {
    const request = pushSchema.parse(body);
    const refused = refusal(invocation, request);
    if (refused) {
      if (refused.status === 413) refuse(invocation, 'the payload is too large');
      return refused;
    }
    const { installationId } = invocation.installation;
    if (!perMinute.take(installationId, request.payload.length)) {
      refuse(invocation, `more than ${eventsPerMinute} events in one minute`);
      return answer(429, { message: 'Too many requests' });
    }
    const count = database.transaction(() => {
      const pushes = events.countPush(invocation.chain);
      if (pushes <= pushesPerChain) keep(invocation, request);
      return pushes;
    });
    if (count > pushesPerChain) {
      refuse(invocation, `more than ${pushesPerChain} pushes in the chain of one invocation`);
      return answer(405, { message: 'Cyclic invocation limit reached' });
    }
    onPush();
    return answer(201, {});
  };

  const keep = (invocation: Invocation, request: Push): void => {
    const pushedAt = now();
    events.add(
      request.payload.map((event) => ({
        id: randomUUID(),
        installation: invocation.installation.installationId,
        queue: request.queueName,
        job: request.jobId,
        body: JSON.stringify(event.body),
        delaySeconds: event.delayInSeconds ?? null,
        concurrencyKey: event.concurrency?.key ?? null,
        concurrencyLimit: event.concurrency?.limit ?? null,
        dueAt: pushedAt + (event.delayInSeconds ?? 0) * 1000,
        pushedAt,
        chain: invocation.chain,
      })),
    );
  };

  const operations: Record<string, (invocation: Invocation, body: unknown) => Response> = {
    [pushPath]: push,
    [statsPath]: (invocation, body) => {
      const { queueName, jobId } = jobSchema.parse(body);
      const stats = events.stats(invocation.installation.installationId, queueName, jobId);
      return stats ? answer(200, stats) : answer(404, { message: 'No such job' });
    },
    [cancelPath]: (invocation, body) => {
      const { queueName, jobId } = jobSchema.parse(body);
      const known = events.cancel(invocation.installation.installationId, queueName, jobId);
      return known ? answer(204) : answer(404, { message: 'No such job' });
    },
  };

  return {
    knows: (path) => Object.hasOwn(operations, path),
    handle: (invocation, path, bodyText) => operations[path]!(invocation, JSON.parse(bodyText)),
  };
}

function outOfRange(delay: number): boolean {
  return delay < 0 || delay > longestDelaySeconds;
}

function tooBig(push: Push, functionKey: string, manifest: Manifest): Response | undefined {
  if (Buffer.byteLength(JSON.stringify(push.payload)) > pushBytes) {
    return answer(413, { errorMessage: `The payload of one push is at most ${pushBytes} bytes.` });
  }
  const timeout = manifest.functions.get(functionKey)?.timeoutSeconds ?? longConsumerSeconds;
  if (timeout <= longConsumerSeconds) return undefined;
  const large = push.payload.some(
    (event) => Buffer.byteLength(JSON.stringify(event)) > longConsumerEventBytes,
  );
  if (!large) return undefined;
  return answer(413, {
    errorMessage: `An event for a consumer above ${longConsumerSeconds} s is at most ${longConsumerEventBytes} bytes.`,
  });
}
