import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acme, startFixture } from './fixture';

const repository = join(import.meta.dirname, '..', '..');

async function killInTheMiddle(dataDir: string): Promise<void> {
  const loader = ['--import', join(repository, 'node_modules', 'tsx', 'dist', 'loader.mjs')];
  const child = spawn(process.execPath, [...loader, join(import.meta.dirname, 'crash-child.ts'), dataDir], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => part.toString().includes('in the middle') && resolve());
    void ended.then(() => reject(new Error(`The child ended early: ${errors}`)));
  });
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

test('after kill -9 in the middle of an event the data is there and the event comes again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'seatpath-host-'));
  await killInTheMiddle(dataDir);
  const got: Record<string, unknown>[] = [];
  const { kvs } = await import('@forge/kvs');
  const { host, inside } = await startFixture({
    dataDir,
    work: { consume: (event) => void got.push(event) },
  });
  expect(host.recovered).toBe(1);
  expect(await inside(() => kvs.get('before'))).toBe('kept');
  expect(await inside(() => kvs.getSecret('secret'))).toBe('kept as well');
  expect(await inside(() => kvs.get('begun:1'))).toBe(true);
  expect(await host.drainQueue()).toMatchObject({ delivered: 2, succeeded: 2 });
  const again = got.find((event) => (event['body'] as { n: number }).n === 1);
  expect(again).toMatchObject({
    retryContext: { retryCount: 0, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' },
  });
  expect(host.queueStats()).toMatchObject({ pending: 0, running: 0, success: 2 });
  await host.close();
  rmSync(dataDir, { recursive: true });
});

test('a secret cannot be read in the files of the host', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'seatpath-host-'));
  const { kvs } = await import('@forge/kvs');
  const { host, inside } = await startFixture({ dataDir });
  await inside(() => kvs.setSecret('key', 'correct horse battery'));
  await inside(() => kvs.set('plain', 'can be read'));
  await host.close();
  const file = readdirSync(dataDir)
    .map((name) => readFileSync(join(dataDir, name)).toString('latin1'))
    .join();
  expect(file).toContain('can be read');
  expect(file).not.toContain('correct horse');
  rmSync(dataDir, { recursive: true });
});

test('a second host on the same folder is refused, after the first is closed it is not', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'seatpath-host-'));
  const { host } = await startFixture({ dataDir });
  await expect(startFixture({ dataDir })).rejects.toThrow('another Seatpath process');
  await host.close();
  const { host: next } = await startFixture({ dataDir });
  expect(next.inspect(acme.installationId).entries()).toEqual([]);
  await next.close();
  rmSync(dataDir, { recursive: true });
});
