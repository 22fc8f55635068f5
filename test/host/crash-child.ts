import { startFixture } from './fixture';

/** Child process of the crash test: stores, pushes, then hangs in the middle of a consumer until it is killed. */
async function work(dataDir: string): Promise<void> {
  const { host, inside } = await startFixture({
    dataDir,
    work: {
      consume: async (event) => {
        await kvs.set(`begun:${String((event['body'] as { n: number }).n)}`, true);
        process.stdout.write('in the middle\n');
        await new Promise(() => setInterval(() => undefined, 1_000));
      },
    },
  });
  const { kvs } = await import('@forge/kvs');
  const { Queue } = await import('@forge/events');
  await inside(async () => {
    await kvs.set('before', 'kept');
    await kvs.setSecret('secret', 'kept as well');
    await new Queue({ key: 'short' }).push([{ body: { n: 1 } }, { body: { n: 2 } }]);
  });
  await host.drainQueue();
}

void work(process.argv[2] ?? '');
