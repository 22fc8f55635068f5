import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Batch, BatchResult, BatchRow } from '../../src/contracts/batches';
import type { BatchRepository } from '../../src/usecases/ports';
import { startStorage, type StorageHost } from './storage-host';

let storage: StorageHost;
const asApp: StorageHost['asApp'] = (work) => storage.asApp(work);
let batches: BatchRepository;
let Conflict: new () => Error;

beforeAll(async () => {
  storage = await startStorage();
  ({ batchRepository: batches } = await import('../../src/storage/batches'));
  ({ Conflict } = await import('../../src/usecases/ports'));
});
afterAll(() => storage.close());

const rows = (count: number): BatchRow[] =>
  Array.from({ length: count }, (_, i) => ({
    row: {
      accountId: `712020:person-${i}`,
      ari: 'ari:cloud:jira-software::site/cloud-acme',
      via: 'group',
      groupId: 'group-old',
    },
    after: i % 2 === 0 ? null : `hold-${i}`,
  }));
const batchOf = (name: string, total: number): Batch => ({
  schema: 1,
  id: `batch-${name}`,
  cycleId: 'cycle-2026-W48',
  itemId: 'item-1',
  outcome: { do: 'free-seats' },
  reason: 'Unused.',
  requestedBy: '712020:rea',
  requestedAt: '2026-11-23T09:00:00.000Z',
  state: 'running',
  total,
  done: 0,
  recorded: 0,
  refused: 0,
  rowsHash: `hash-of-${name}`,
  pages: 0,
  takenBackBy: null,
});
const resultOf = ({ row }: BatchRow, n: number): BatchResult => ({
  row,
  recordId: `local-action-${n}`,
  code: null,
  message: null,
});

test('a bulk keeps its rows, however many, and its results page by page', async () => {
  const all = rows(5_000);
  const batch = batchOf('large', all.length);
  await asApp(async () => {
    await batches.begin(batch, all);
    expect(await batches.get(batch.id)).toEqual({ batch, version: 1 });
    expect(await batches.rows(batch)).toEqual(all);
    expect(await batches.results(batch)).toEqual([]);
    const pages = [all.slice(0, 10), all.slice(10, 12)].map((page) => page.map(resultOf));
    let at = batch;
    for (const [i, page] of pages.entries()) {
      at = { ...at, done: at.done + page.length, pages: i + 1 };
      await batches.advance(at, i + 1, page);
    }
    expect(await batches.results(at)).toEqual(pages.flat());
    expect(await batches.get('batch-none')).toBeNull();
  });
});

test('a bulk advances only from where it was seen: of two runs at one step one is stored, results and all', async () => {
  const batch = batchOf('raced', 2);
  await asApp(async () => {
    await batches.begin(batch, rows(2));
    const step = (mark: number): Promise<void> =>
      batches.advance({ ...batch, done: 2, pages: 1 }, 1, [resultOf(rows(1)[0]!, mark)]);
    const said = await Promise.allSettled([step(1), step(2)]);
    expect(said.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const one of said) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
    const won = said.findIndex(({ status }) => status === 'fulfilled') + 1;
    const stored = (await batches.get(batch.id))!;
    expect(stored.version).toBe(2);
    expect(await batches.results(stored.batch)).toMatchObject([{ recordId: `local-action-${won}` }]);
    for (const version of [0, 1, 3]) {
      const late = batches.advance({ ...batch, state: 'done' }, version, []);
      await expect(late, String(version)).rejects.toBeInstanceOf(Conflict);
    }
    expect(await batches.unfinished()).toContain(batch.id);
  });
});

test('what is not done is listed until it is, and a bulk is begun once', async () => {
  const [one, two] = [batchOf('one', 1), batchOf('two', 1)];
  await asApp(async () => {
    const before = await batches.unfinished();
    await batches.begin(one, rows(1));
    await batches.begin(two, rows(1));
    expect(await batches.unfinished()).toEqual([...before, one.id, two.id]);
    await expect(batches.begin(one, rows(1))).rejects.toBeInstanceOf(Conflict);
    await batches.advance({ ...one, state: 'done' }, 1, []);
    expect(await batches.unfinished()).toEqual([...before, two.id]);
  });
});

test('a bulk is marked as taken back together with the beginning of that, by one only; stored before there were marks, it has none', async () => {
  const { takenBackBy, ...older } = batchOf('older', 1);
  await asApp(async () => {
    await batches.begin(older as Batch, rows(1));
    const read = (await batches.get(older.id))!;
    expect(read).toEqual({ batch: { ...older, takenBackBy }, version: 1 });
    const begin = (id: string): Promise<void> =>
      batches.begin(batchOf(id, 1), rows(1), {
        ...read,
        batch: { ...read.batch, takenBackBy: `batch-${id}` },
      });
    await begin('taking');
    await expect(begin('late')).rejects.toBeInstanceOf(Conflict);
    expect(await batches.get(older.id)).toMatchObject({ batch: { takenBackBy: 'batch-taking' }, version: 2 });
    expect(await batches.get('batch-late')).toBeNull();
  });
});
