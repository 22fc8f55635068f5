import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { ScanReport } from '../contracts/coverage';
import { Conflict, type SnapshotRepository } from '../usecases/ports';
import { loadDocument, saveDocument } from './documents';
import { keys } from './keys';
import { decodeSnapshot, encodeSnapshot } from './snapshot-codec';
import { fromChunks, toChunks } from './text-chunks';

/** Keys of one batch call (batch operations page, 2026-02-05; 4 MB a call). */
const BATCH_KEYS = 16;

const Stored = z.strictObject({ scanId: z.string(), chunks: z.int() });
const Pointer = z.strictObject({
  schema: z.literal(1),
  current: Stored,
  /** Kept until the next switch, for readers that were under way, and for what was decided on it. */
  previous: z
    .strictObject({
      ...Stored.shape,
      report: ScanReport.nullable().default(null),
      publishedAt: z.iso.datetime().nullable().default(null),
    })
    .nullable(),
  /** Kept until released. */
  pinned: z
    .array(z.strictObject({ ...Stored.shape, report: ScanReport, publishedAt: z.iso.datetime() }))
    .default([]),
  report: ScanReport,
  publishedAt: z.iso.datetime(),
});

type Stored = z.infer<typeof Stored>;
type Pointer = z.infer<typeof Pointer>;
type Kept = Pick<Pointer, 'current' | 'previous' | 'pinned'>;

export const snapshotRepository: SnapshotRepository = {
  async current() {
    const found = await loadDocument(keys.published, Pointer);
    if (found === null) return null;
    const { current, report, publishedAt } = found.body;
    return { scanId: current.scanId, report, publishedAt };
  },

  async pinned() {
    const pinned = (await loadDocument(keys.published, Pointer))?.body.pinned ?? [];
    return pinned.map(({ scanId, report, publishedAt }) => ({ scanId, report, publishedAt }));
  },

  async previous() {
    const previous = (await loadDocument(keys.published, Pointer))?.body.previous ?? null;
    if (previous === null || previous.report === null || previous.publishedAt === null) return null;
    const { scanId, report, publishedAt } = previous;
    return { scanId, report, publishedAt };
  },

  async load(scanId) {
    const found = await loadDocument(keys.published, Pointer);
    const stored = found === null ? undefined : keptIn(found.body).find((one) => one.scanId === scanId);
    if (!stored) throw new Error(`snapshot ${scanId} is not stored`);
    const texts = await Promise.all(
      Array.from({ length: stored.chunks }, async (_, chunk) =>
        z.string().parse(await kvs.get(keys.snapshotChunk(scanId, chunk))),
      ),
    );
    return decodeSnapshot(fromChunks(texts));
  },

  async publish(snapshot, { scanId, report, publishedAt }) {
    const texts = toChunks(encodeSnapshot(snapshot));
    for (let at = 0; at < texts.length; at += BATCH_KEYS) {
      const items = texts.slice(at, at + BATCH_KEYS).map((value, i) => ({
        key: keys.snapshotChunk(scanId, at + i),
        value,
      }));
      const { failedKeys } = await kvs.batchSet(items);
      if (failedKeys.length > 0)
        throw new Error(`${failedKeys.length} chunks were not stored: ${failedKeys[0]!.error.code}`);
    }
    await movePointer((pointer) => ({
      schema: 1 as const,
      current: { scanId, chunks: texts.length },
      previous:
        pointer === null || pointer.current.scanId === scanId
          ? null
          : { ...pointer.current, report: pointer.report, publishedAt: pointer.publishedAt },
      pinned: pointer?.pinned ?? [],
      report,
      publishedAt,
    }));
  },

  async pin(scanId) {
    await movePointer((pointer) => {
      if (pointer?.pinned.some((one) => one.scanId === scanId)) return null;
      if (pointer?.current.scanId !== scanId) throw new Error(`snapshot ${scanId} is not the current one`);
      const { current, report, publishedAt, pinned } = pointer;
      return { ...pointer, pinned: [...pinned, { ...current, report, publishedAt }] };
    });
  },

  async releaseOthers(scanId) {
    await movePointer((pointer) => {
      if (!pointer?.pinned.some((one) => one.scanId !== scanId)) return null;
      return { ...pointer, pinned: pointer.pinned.filter((one) => one.scanId === scanId) };
    });
  },
};

/** Tries at a switch: a scan that publishes and a review that pins may come at the same moment. */
const TRIES = 5;

/** Changes the pointer as it is at this moment, and deletes what it names no more; `null` leaves it alone. */
async function movePointer(change: (pointer: Pointer | null) => Pointer | null): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const found = await loadDocument(keys.published, Pointer);
    const pointer = change(found?.body ?? null);
    if (pointer === null) return;
    await forgetOutdated(found?.body ?? null, pointer);
    try {
      await saveDocument(keys.published, found?.version ?? 0, pointer);
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error;
    }
  }
}

const keptIn = ({ current, previous, pinned }: Kept): Stored[] => [
  current,
  ...(previous === null ? [] : [previous]),
  ...pinned,
];

/**
 * Deletes snapshots that no pointer will name any more. Before the switch: afterwards nothing would tell of
 * them, should this run die in between.
 */
async function forgetOutdated(before: Kept | null, after: Kept): Promise<void> {
  if (before === null) return;
  const kept = new Set(keptIn(after).map((one) => one.scanId));
  for (const outdated of keptIn(before).filter((one) => !kept.has(one.scanId))) {
    for (let chunk = 0; chunk < outdated.chunks; chunk += 1) {
      await kvs.delete(keys.snapshotChunk(outdated.scanId, chunk));
    }
  }
}
