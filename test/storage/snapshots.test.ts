import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../src/contracts/snapshot';
import type { ScanReport } from '../../src/contracts/coverage';
import type { SnapshotRepository } from '../../src/usecases/ports';
import { snapshotOfOrg } from '../properties/snapshot-of-org';
import { INSTALLATION } from '../support/app';
import { reviewOrg } from '../support/review-org';
import { readStored } from './stored-entries';
import { startStorage, type StorageHost } from './storage-host';

let storage: StorageHost;
const asApp: StorageHost['asApp'] = (work) => storage.asApp(work);
let snapshots: SnapshotRepository;
let report: ScanReport;

beforeAll(async () => {
  storage = await startStorage();
  snapshots = (await import('../../src/storage/snapshots')).snapshotRepository;
  const pointer = readStored('stored-by-schema-1.json').find(({ key }) => key === 'published')!;
  ({ report } = (pointer.value as { body: { report: ScanReport } }).body);
});
afterAll(() => storage.close());

/** A snapshot that is told from the others by its name. */
const named = (name: string): Snapshot => ({
  ...snapshotOfOrg(reviewOrg(), false),
  org: { id: 'org-k8q41a49', name },
});
const publish = (scanId: string): Promise<void> =>
  asApp(() =>
    snapshots.publish(named(scanId), {
      scanId,
      report: { ...report, id: scanId },
      publishedAt: '2026-11-23T10:00:00.000Z',
    }),
  );
const nameOf = async (scanId: string): Promise<string> =>
  (await asApp(() => snapshots.load(scanId))).org.name;
const stored = (): string[] => [
  ...new Set(
    storage.host
      .inspect(INSTALLATION)
      .entries()
      .flatMap(({ key }) => (key.startsWith('snapshot:') ? [key.split(':')[1]!] : [])),
  ),
];

test('a pinned snapshot outlives the publishing of two later ones, can be read all the time, and is deleted once it is released', async () => {
  await publish('first');
  await asApp(() => snapshots.pin('first'));
  await asApp(() => snapshots.pin('first'));
  await publish('second');
  await publish('third');
  expect(stored().sort()).toEqual(['first', 'second', 'third']);
  await publish('fourth');
  expect(stored().sort()).toEqual(['first', 'fourth', 'third']);
  expect(await nameOf('first')).toBe('first');
  expect(await asApp(() => snapshots.pinned())).toEqual([
    { scanId: 'first', report: { ...report, id: 'first' }, publishedAt: '2026-11-23T10:00:00.000Z' },
  ]);
  expect(await asApp(() => snapshots.current())).toMatchObject({ scanId: 'fourth' });
  await expect(asApp(() => snapshots.load('second'))).rejects.toThrow(/not stored/);

  await asApp(() => snapshots.pin('fourth'));
  await asApp(() => snapshots.releaseOthers('fourth'));
  expect(stored().sort()).toEqual(['fourth', 'third']);
  await expect(asApp(() => snapshots.load('first'))).rejects.toThrow(/not stored/);
  expect((await asApp(() => snapshots.pinned())).map(({ scanId }) => scanId)).toEqual(['fourth']);
});

test('only the current snapshot can be pinned, and a pin is not given up by naming one that is none', async () => {
  await expect(asApp(() => snapshots.pin('third'))).rejects.toThrow(/not the current one/);
  await expect(asApp(() => snapshots.pin('never-there'))).rejects.toThrow(/not the current one/);
  // Pinned before and no longer current: it stays as it is.
  await publish('fifth');
  await asApp(() => snapshots.pin('fourth'));
  expect(stored().sort()).toEqual(['fifth', 'fourth']);
  expect((await asApp(() => snapshots.pinned())).map(({ scanId }) => scanId)).toEqual(['fourth']);
  expect(await nameOf('fourth')).toBe('fourth');
});

test('published again under the same name, a snapshot takes the place of itself and leaves the pinned one alone', async () => {
  await publish('fifth');
  expect(stored().sort()).toEqual(['fifth', 'fourth']);
  expect(await nameOf('fourth')).toBe('fourth');
});

test('a release that broke off before its last write is completed by the next', async () => {
  await publish('sixth');
  await asApp(() => snapshots.pin('sixth'));
  const { kvs } = await import('@forge/kvs');
  // The chunks are gone, and the pointer still names them.
  await asApp(() => kvs.delete('snapshot:fourth:0'));
  expect((await asApp(() => snapshots.pinned())).map(({ scanId }) => scanId)).toEqual(['fourth', 'sixth']);
  await asApp(() => snapshots.releaseOthers('sixth'));
  expect((await asApp(() => snapshots.pinned())).map(({ scanId }) => scanId)).toEqual(['sixth']);
  expect(stored()).not.toContain('fourth');
  expect(await nameOf('sixth')).toBe('sixth');
});

test('pinned while the next one is being published, both take effect', async () => {
  for (const round of [1, 2, 3]) {
    await publish(`old-${round}`);
    await Promise.all([publish(`new-${round}`), asApp(() => snapshots.pin(`old-${round}`))]);
    expect((await asApp(() => snapshots.current()))!.scanId).toBe(`new-${round}`);
    expect(await nameOf(`old-${round}`)).toBe(`old-${round}`);
    expect((await asApp(() => snapshots.pinned())).map(({ scanId }) => scanId)).toContain(`old-${round}`);
  }
  await asApp(() => snapshots.releaseOthers('nothing'));
  expect(await asApp(() => snapshots.pinned())).toEqual([]);
});
