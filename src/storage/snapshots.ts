import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { ScanReport } from '../contracts/coverage';
import type { SnapshotRepository } from '../usecases/ports';
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
  /** Kept until the next switch, for readers that were under way. */
  previous: Stored.nullable(),
  /** Kept until released. */
  pinned: z
    .array(z.strictObject({ ...Stored.shape, report: ScanReport, publishedAt: z.iso.datetime() }))
    .default([]),
  report: ScanReport,
  publishedAt: z.iso.datetime(),
});

type Stored = z.infer<typeof Stored>;
type Kept = Pick<z.infer<typeof Pointer>, 'current' | 'previous' | 'pinned'>;

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
    const found = await loadDocument(keys.published, Pointer);
    for (let at = 0; at < texts.length; at += BATCH_KEYS) {
      const items = texts.slice(at, at + BATCH_KEYS).map((value, i) => ({
        key: keys.snapshotChunk(scanId, at + i),
        value,
      }));
      const { failedKeys } = await kvs.batchSet(items);
      if (failedKeys.length > 0)
        throw new Error(`${failedKeys.length} chunks were not stored: ${failedKeys[0]!.error.code}`);
    }
    const previous = found === null || found.body.current.scanId === scanId ? null : found.body.current;
    const pinned = found?.body.pinned ?? [];
    const pointer = {
      schema: 1 as const,
      current: { scanId, chunks: texts.length },
      previous,
      pinned,
      report,
      publishedAt,
    };
    await forgetOutdated(found?.body ?? null, pointer);
    await saveDocument(keys.published, found?.version ?? 0, pointer);
  },

  async pin(scanId) {
    const found = await loadDocument(keys.published, Pointer);
    if (found?.body.pinned.some((one) => one.scanId === scanId)) return;
    if (found?.body.current.scanId !== scanId) throw new Error(`snapshot ${scanId} is not the current one`);
    const { current, report, publishedAt, pinned } = found.body;
    const pointer = { ...found.body, pinned: [...pinned, { ...current, report, publishedAt }] };
    await saveDocument(keys.published, found.version, pointer);
  },

  async releaseOthers(scanId) {
    const found = await loadDocument(keys.published, Pointer);
    if (!found?.body.pinned.some((one) => one.scanId !== scanId)) return;
    const pointer = { ...found.body, pinned: found.body.pinned.filter((one) => one.scanId === scanId) };
    await forgetOutdated(found.body, pointer);
    await saveDocument(keys.published, found.version, pointer);
  },
};

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
