import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';
import { asUser, route } from '@forge/api';

/** What a test wants to run inside an invocation: the tests hand the work in, the app only carries it. */
export type Work = (...args: never[]) => unknown;

export interface FixtureWork {
  resolve?: (request: { payload: Record<string, unknown>; context: Record<string, unknown> }) => unknown;
  tick?: (event: unknown, context: unknown) => unknown;
  consume?: (event: Record<string, unknown>, context: unknown) => unknown;
}

/** The exports of the fixture app; each call makes another app, so that tests share nothing. */
export function createFixtureApp(work: FixtureWork = {}): Record<string, unknown> {
  const resolver = new Resolver();
  resolver.define('run', (request) => work.resolve?.(request) as never);
  resolver.define('whoami', ({ context }) => ({ accountId: context['accountId'] as string }));
  resolver.define('fail', () => {
    throw new Error('the app failed on purpose');
  });
  resolver.define('count', async ({ payload }) => {
    const { step } = payload as { step: number };
    const total = ((await kvs.get<number>('total')) ?? 0) + step;
    await kvs.set('total', total);
    return { total };
  });
  resolver.define('push', async ({ payload }) => {
    await new Queue({ key: 'short' }).push({ body: payload as Record<string, unknown> });
  });
  resolver.define('myself', async () => {
    const response = await asUser().requestJira(route`/rest/api/3/myself`);
    return { status: response.status, body: (await response.json()) as unknown };
  });
  const consume = (event: Record<string, unknown>, context: unknown): unknown =>
    work.consume?.(event, context);
  return {
    resolve: resolver.getDefinitions(),
    tick: (event: unknown, context: unknown) => work.tick?.(event, context) ?? { statusCode: 204 },
    paidTick: () => ({ statusCode: 204 }),
    consume,
    consumeLong: consume,
  };
}
