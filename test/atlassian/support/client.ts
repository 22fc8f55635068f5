import { type Client, createClient } from '../../../src/atlassian/http';
import { ApiError } from '../../../src/atlassian/errors';
import { createPace } from '../../../src/atlassian/pace';
import { createRequestCounter, type RequestCounter } from '../../../src/atlassian/request-counter';
import { type Reply, scriptedHttp, type SentRequest } from './scripted-http';
import { createTestClock, type TestClock } from './test-clock';

export const ORIGIN = 'https://api.example.com';
/** A key that would stand out anywhere. */
export const KEY = 'canary-key-8f3b1';

export interface Bench {
  readonly clock: TestClock;
  readonly client: Client;
  readonly counter: RequestCounter;
  readonly sent: readonly SentRequest[];
}

/** A client in front of an API that answers what `reply` says, on a clock of its own. */
export function aClient(
  reply: (request: SentRequest, n: number) => Reply,
  { random = () => 0.5, answered = false }: { random?: () => number; answered?: boolean } = {},
): Bench {
  const clock = createTestClock();
  const counter = createRequestCounter();
  const { http, sent } = scriptedHttp(() => clock.now(), reply);
  const client = createClient({
    origin: ORIGIN,
    key: KEY,
    http,
    clock,
    random,
    pace: createPace(clock),
    counter,
    contact: { since: clock.now(), answered },
  });
  return { clock, client, counter, sent };
}

/** The `ApiError` that the work ends in; anything else fails the test. */
export async function failureOf(bench: Pick<Bench, 'clock'>, work: Promise<unknown>): Promise<ApiError> {
  try {
    await bench.clock.run(work);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('the work succeeded, though it must not');
}

/** A client whose every attempt takes as long as it may, at most `slowMs`, and then breaks. */
export function aSilentClient(slowMs: number, answered = false): Pick<Bench, 'clock' | 'client'> {
  const clock = createTestClock();
  const client = createClient({
    origin: ORIGIN,
    key: KEY,
    http: async ({ timeoutMs }) => {
      await clock.sleep(Math.min(slowMs, timeoutMs));
      throw new Error('ETIMEDOUT');
    },
    clock,
    random: () => 0.5,
    pace: createPace(clock),
    counter: createRequestCounter(),
    contact: { since: clock.now(), answered },
  });
  return { clock, client };
}
