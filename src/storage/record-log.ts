import { z } from 'zod';
import { ReviewRecord } from '../contracts/records';
import { type ChainHead, EMPTY_CHAIN } from '../evidence/chain';
import { Conflict, EvidenceBroken, type StoredRecord } from '../usecases/ports';
import { deleteBlob, loadBlob, saveBlob } from './blobs';
import { LINKS_AT_ONCE, loadHead, loadLink } from './chain';
import { loadDocument, saveDocument, type Versioned } from './documents';
import { keys } from './keys';

/** Every record as the chain tells it up to one link. */
export interface RecordLog {
  /** The head that it was read up to. */
  readonly head: Versioned<ChainHead>;
  /** By id, in the order in which they were first stored. */
  readonly byId: ReadonlyMap<string, StoredRecord>;
  /** The id of the newest record of each subject. */
  readonly newest: ReadonlyMap<string, string>;
}

/** One that is still being read. */
export interface OpenLog extends RecordLog {
  head: Versioned<ChainHead>;
  readonly byId: Map<string, StoredRecord>;
  readonly newest: Map<string, string>;
  /** The link up to which a checkpoint is known to be stored. */
  checkpoint: number;
}

/** Links beyond the last checkpoint from which on another one is worth its writing. */
const CHECKPOINT_EVERY = 250;

const Checkpoint = z.strictObject({
  head: z.strictObject({ sequence: z.int(), hash: z.string() }),
  name: z.string(),
});
const Stored = z.array(z.strictObject({ record: ReviewRecord, version: z.int() }));

const emptyLog = (): OpenLog => ({
  head: { version: 0, body: EMPTY_CHAIN },
  byId: new Map(),
  newest: new Map(),
  checkpoint: 0,
});

/**
 * Reads records from the evidence chain, for reading them all from their own entries would use up the reads of a
 * minute (4,000 of 10 KB, limits-kvs-ce, 2025-12-01) in a few calls. What was read once is kept in memory and
 * caught up with; a process that begins starts from a checkpoint. The chain itself tells whether what is
 * remembered belongs to it.
 */
export function recordLog(
  sha256: (text: string) => string,
  subjectOf: (record: ReviewRecord) => string,
  remember: (make: () => Promise<{ log: OpenLog }>) => Promise<{ log: OpenLog }>,
): () => Promise<RecordLog> {
  const apply = (log: OpenLog, record: ReviewRecord, version: number): void => {
    if (!log.byId.has(record.id)) log.newest.set(subjectOf(record), record.id);
    log.byId.set(record.id, { record, version });
  };

  const nameOf = (text: string): string => `records:${sha256(text)}`;

  async function fromCheckpoint(): Promise<OpenLog> {
    const log = emptyLog();
    const found = await loadDocument(keys.recordCheckpoint, Checkpoint);
    if (found === null) return log;
    const bytes = await loadBlob(found.body.name).catch(() => null);
    // Another one took its place meanwhile: the chain tells all the same, link by link.
    if (bytes === null) return log;
    const text = new TextDecoder().decode(bytes);
    // Nor does one count that was changed since: its name tells what is in it.
    if (nameOf(text) !== found.body.name) return log;
    const stored = Stored.parse(JSON.parse(text));
    for (const { record, version } of stored) apply(log, record, version);
    log.head = { version: 0, body: found.body.head };
    log.checkpoint = found.body.head.sequence;
    return log;
  }

  /** Reads on to a head; false where what is remembered is no part of this chain. */
  async function catchUp(log: OpenLog, head: Versioned<ChainHead>): Promise<boolean> {
    let at = log.head.body;
    while (at.sequence < head.body.sequence) {
      const count = Math.min(LINKS_AT_ONCE, head.body.sequence - at.sequence);
      const links = await Promise.all(Array.from({ length: count }, (_, i) => loadLink(at.sequence + 1 + i)));
      for (const link of links) {
        if (link?.previous !== at.hash) return false;
        at = { sequence: link.sequence, hash: link.hash };
        const record = ReviewRecord.safeParse(JSON.parse(link.body));
        // Cycles stand in the same chain.
        if (record.success) apply(log, record.data, (log.byId.get(record.data.id)?.version ?? 0) + 1);
      }
    }
    log.head = head;
    return at.hash === head.body.hash;
  }

  /** Two readers may keep one at once: what either keeps serves, and the chain makes up for the rest. */
  async function keepCheckpoint(log: OpenLog): Promise<void> {
    const found = await loadDocument(keys.recordCheckpoint, Checkpoint);
    log.checkpoint = Math.max(log.head.body.sequence, found?.body.head.sequence ?? 0);
    if (found !== null && found.body.head.sequence >= log.head.body.sequence) return;
    const text = JSON.stringify([...log.byId.values()]);
    const name = nameOf(text);
    await saveBlob(name, new TextEncoder().encode(text));
    try {
      await saveDocument(keys.recordCheckpoint, found?.version ?? 0, { head: log.head.body, name });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return;
    }
    if (found !== null && found.body.name !== name) await deleteBlob(found.body.name);
  }

  /** A copy is caught up with, so that two readers at once cannot disturb each other. */
  async function readOn(known: OpenLog, head: Versioned<ChainHead>): Promise<OpenLog> {
    const copy = copyOf(known);
    if (await catchUp(copy, head)) return copy;
    const whole = emptyLog();
    if (await catchUp(whole, head)) return whole;
    throw new EvidenceBroken();
  }

  return async () => {
    const kept = await remember(async () => ({ log: await fromCheckpoint() }));
    const head = await loadHead();
    const log = isAt(kept.log, head) ? kept.log : await readOn(kept.log, head);
    if (log.head.body.sequence - log.checkpoint >= CHECKPOINT_EVERY) await keepCheckpoint(log);
    kept.log = log;
    return log;
  };
}

/** Whether nothing was added to the chain since a log was read. */
const isAt = ({ head: { version, body } }: RecordLog, head: Versioned<ChainHead>): boolean =>
  version === head.version && body.hash === head.body.hash;

const copyOf = ({ head, byId, newest, checkpoint }: OpenLog): OpenLog => ({
  head,
  byId: new Map(byId),
  newest: new Map(newest),
  checkpoint,
});
