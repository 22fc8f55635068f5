import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { type RecordKind, type RecordOf, ReviewRecord } from '../contracts/records';
import { Conflict, type RecordRepository, type StoredRecord } from '../usecases/ports';
import { type ChainedWrite, writeChained } from './chain';
import { loadDocument, saveDocument, setDocument, type Transaction } from './documents';
import { entities, keys } from './keys';

const Stored = z.object({ version: z.int(), body: z.unknown() });
const Claim = z.strictObject({ until: z.number() });
const Newest = z.strictObject({ recordId: z.string() });
const Indexed = z.strictObject({ indexed: z.literal(true) });
/** The kinds that were stored before subjects were indexed. */
const OLDER_KINDS = ['route-out', 'exception'] as const;
const PAGE = 100;

/**
 * Everything that people decided, each saved together with its link in the evidence chain and, where it is new,
 * with the entry that makes it the newest of its subject.
 */
export function recordRepository(
  sha256: (text: string) => string,
  subjectOf: (record: ReviewRecord) => string,
): RecordRepository {
  async function get(id: string): Promise<StoredRecord | null> {
    const found = await kvs.entity(entities.record).get(keys.record(id));
    if (found === undefined) return null;
    const { version, body } = Stored.parse(found);
    return { record: ReviewRecord.parse(body), version };
  }

  const setRecord = (transaction: Transaction, { record, version }: StoredRecord): Transaction => {
    const guard = version === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(version);
    return transaction.set(
      keys.record(record.id),
      { version: version + 1, kind: record.kind, recordedAt: record.recordedAt, body: record },
      { entityName: entities.record, conditions: new Filter<{ version: number }>().and('version', guard) },
    );
  };

  const linksOf = (stored: readonly StoredRecord[]): ChainedWrite['links'] =>
    stored.map(({ record }) => ({ id: record.id, body: record }));

  const someChanged = async (stored: readonly StoredRecord[]): Promise<boolean> => {
    for (const { record, version } of stored)
      if (((await get(record.id))?.version ?? 0) !== version) return true;
    return false;
  };

  const keyOf = (subject: string): string => keys.newest(sha256(subject));

  /** What is there already is as new or newer: another run is at this too, or has gone on from it. */
  async function saveIfNew(key: string, body: unknown): Promise<void> {
    try {
      await saveDocument(key, 0, body);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }

  /** Records that are older than the index get their entries, once for an installation. */
  let indexed = false;
  async function ensureIndexed(): Promise<void> {
    if (!indexed && (await loadDocument(keys.recordsIndexed, Indexed)) === null) {
      const older = (await Promise.all(OLDER_KINDS.map(listStored))).flat().map(({ record }) => record);
      older.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
      for (const [key, recordId] of new Map(older.map((record) => [keyOf(subjectOf(record)), record.id]))) {
        await saveIfNew(key, { recordId });
      }
      await saveIfNew(keys.recordsIndexed, { indexed: true });
    }
    indexed = true;
  }

  return {
    get,
    async newest(subject) {
      await ensureIndexed();
      const found = await loadDocument(keyOf(subject), Newest);
      return found === null ? null : get(found.body.recordId);
    },
    async add(record, after) {
      await ensureIndexed();
      const newest = keyOf(subjectOf(record));
      const head = await loadDocument(newest, Newest);
      if ((head?.body.recordId ?? null) !== record.supersedes) throw new Conflict('decided meanwhile');
      const stored = [...(after === null ? [] : [after]), { record, version: 0 }];
      await writeChained(
        {
          links: linksOf(stored),
          add: (transaction) =>
            stored.reduce(
              setRecord,
              setDocument(transaction, newest, head?.version ?? 0, { recordId: record.id }),
            ),
          changed: async () =>
            ((await loadDocument(newest, Newest))?.version ?? 0) !== (head?.version ?? 0) ||
            (await someChanged(stored)),
        },
        sha256,
      );
    },
    async save(record, version) {
      const stored = [{ record, version }];
      await writeChained(
        {
          links: linksOf(stored),
          add: (transaction) => stored.reduce(setRecord, transaction),
          changed: () => someChanged(stored),
        },
        sha256,
      );
    },
    async claimIssue(id, now, until) {
      const found = await loadDocument(keys.issueClaim(id), Claim);
      if (found !== null && found.body.until > now) return false;
      await saveDocument(keys.issueClaim(id), found?.version ?? 0, { until });
      return true;
    },
    releaseIssue: (id) => kvs.entity(entities.document).delete(keys.issueClaim(id)),
    async list(kind) {
      return (await listStored(kind)).map(({ record }) => record);
    },
    listStored,
  };
}

async function listStored<K extends RecordKind>(
  kind: K,
): Promise<{ record: RecordOf<K>; version: number }[]> {
  const stored: { record: RecordOf<K>; version: number }[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .entity<{ kind: string; recordedAt: string; version: number; body: unknown }>(entities.record)
      .query()
      .index('by-kind', { partition: [kind] })
      .where(WhereConditions.greaterThan(''))
      .sort(Sort.DESC)
      .limit(PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    for (const { value } of page.results) {
      const { version, body } = Stored.parse(value);
      stored.push({ record: ReviewRecord.parse(body) as RecordOf<K>, version });
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return stored;
}
