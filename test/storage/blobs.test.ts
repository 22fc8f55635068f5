import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStorage, type StorageHost } from './storage-host';
import { INSTALLATION } from '../support/app';

let storage: StorageHost;
const asApp: StorageHost['asApp'] = (work) => storage.asApp(work);
const blobs = () => import('../../src/storage/blobs');
const kvs = async () => (await import('@forge/kvs')).kvs;

beforeAll(async () => {
  storage = await startStorage();
});
afterAll(() => storage.close());

/** Bytes that no packing makes smaller, the same for the same seed. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255);
}

const chunksOf = (name: string): string[] =>
  storage.host
    .inspect(INSTALLATION)
    .entries()
    .map((entry) => entry.key)
    .filter((key) => key.startsWith(`blob:${name}:`))
    .map((key) => key.slice(`blob:${name}:`.length));

test('bytes come back as they were, whether they are none, few, or too many for one value', async () => {
  const { saveBlob, loadBlob } = await blobs();
  for (const length of [0, 1, 3, 1_000, 165_000, 700_000]) {
    const bytes = noise(length, length + 1);
    await asApp(() => saveBlob(`of-${length}`, bytes));
    expect(Buffer.from(await asApp(() => loadBlob(`of-${length}`))).equals(Buffer.from(bytes))).toBe(true);
  }
  expect(chunksOf('of-1000')).toEqual(['0']);
  expect(chunksOf('of-700000').length).toBeGreaterThan(3);
});

test('a write that broke off is not taken for the whole, and is completed by the next of the same name', async () => {
  const { saveBlob, loadBlob } = await blobs();
  const store = await kvs();
  const bytes = noise(700_000, 7);
  await asApp(() => saveBlob('torn', bytes));
  const whole = chunksOf('torn');
  for (let kept = whole.length - 1; kept >= 0; kept -= 1) {
    await asApp(() => store.delete(`blob:torn:${kept}`));
    await expect(
      asApp(() => loadBlob('torn')),
      `${kept} chunks`,
    ).rejects.toThrow();
  }
  // The writer died after two chunks; whoever writes the same again makes it whole.
  for (const chunk of [0, 1]) {
    const [text, chunks] = ['A'.repeat(8), whole.length];
    await asApp(() => store.set(`blob:torn:${chunk}`, { chunks, text }));
  }
  await expect(asApp(() => loadBlob('torn'))).rejects.toThrow();
  await asApp(() => saveBlob('torn', bytes));
  expect(chunksOf('torn')).toEqual(whole);
  expect(Buffer.from(await asApp(() => loadBlob('torn'))).equals(Buffer.from(bytes))).toBe(true);
});

test('a blob is deleted to the last chunk, also where an earlier deletion broke off, and one that is not there is no error', async () => {
  const { saveBlob, loadBlob, deleteBlob } = await blobs();
  const store = await kvs();
  const bytes = noise(700_000, 9);
  await asApp(() => saveBlob('gone', bytes));
  const last = chunksOf('gone').length - 1;
  await asApp(() => store.delete(`blob:gone:${last}`));
  await expect(asApp(() => loadBlob('gone'))).rejects.toThrow();
  await asApp(() => deleteBlob('gone'));
  expect(chunksOf('gone')).toEqual([]);
  await asApp(() => deleteBlob('gone'));
  await asApp(() => deleteBlob('never-there'));
});
