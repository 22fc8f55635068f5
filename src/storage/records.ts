import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { z } from 'zod';
import { type RecordKind, type RecordOf, ReviewRecord } from '../contracts/records';
import { canonicalText } from '../evidence/chain';
import { Conflict, type RecordRepository, type StoredRecord } from '../usecases/ports';
import { type ChainedWrite, writeChained } from './chain';
import { loadDocument, saveDocument, type Transaction } from './documents';
import { entities, keys } from './keys';
import { type OpenLog, recordLog } from './record-log';

const Stored = z.object({ version: z.int(), body: z.unknown() });
const Claim = z.strictObject({ until: z.number() });

export interface RecordStorage {
  readonly sha256: (text: string) => string;
  readonly subjectOf: (record: ReviewRecord) => string;
  /** Remembers the log of this installation between invocations. */
  readonly rememberLog: (make: () => Promise<{ log: OpenLog }>) => Promise<{ log: OpenLog }>;
}

/** Everything that people decided, each saved together with its link in the evidence chain. */
export function recordRepository({ sha256, subjectOf, rememberLog }: RecordStorage): RecordRepository {
  const readLog = recordLog(sha256, subjectOf, rememberLog);

  const setRecord = (transaction: Transaction, { record, version }: StoredRecord): Transaction => {
    const guard = version === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(version);
    return transaction.set(
      keys.record(record.id),
      { version: version + 1, kind: record.kind, recordedAt: record.recordedAt, body: record },
      { entityName: entities.record, conditions: new Filter<{ version: number }>().and('version', guard) },
    );
  };

  const writing = (stored: readonly StoredRecord[]): ChainedWrite => ({
    evidence: stored.map(({ record }) => ({ id: record.id, body: record })),
    add: (transaction) => stored.reduce(setRecord, transaction),
  });

  async function listStored<K extends RecordKind>(
    kind: K,
  ): Promise<{ record: RecordOf<K>; version: number }[]> {
    const all = [...(await readLog()).byId.values()];
    const isOfKind = (stored: StoredRecord): stored is StoredRecord<RecordOf<K>> =>
      stored.record.kind === kind;
    return all.filter(isOfKind).reverse();
  }

  return {
    async get(id) {
      const found = await kvs.entity(entities.record).get(keys.record(id));
      if (found === undefined) return null;
      const { version, body } = Stored.parse(found);
      return { record: ReviewRecord.parse(body), version };
    },
    async newest(subject) {
      const { newest, byId } = await readLog();
      return byId.get(newest.get(subject) ?? '') ?? null;
    },
    async add(record, after) {
      await writeChained(async () => {
        const { head, newest, byId } = await readLog();
        const known = newest.get(subjectOf(record)) ?? null;
        if (
          known !== record.supersedes ||
          (after !== null && byId.get(after.record.id)?.version !== after.version)
        ) {
          throw new Conflict('decided meanwhile');
        }
        return { head, write: writing([...(after === null ? [] : [after]), { record, version: 0 }]) };
      }, sha256);
    },
    async save(record, version) {
      await writeChained(async () => {
        const { head, byId } = await readLog();
        if (byId.get(record.id)?.version !== version) throw new Conflict('moved meanwhile');
        return { head, write: writing([{ record, version }]) };
      }, sha256);
    },
    async claimIssue(id, now, until) {
      const found = await loadDocument(keys.issueClaim(id), Claim);
      if (found !== null && found.body.until > now) return false;
      await saveDocument(keys.issueClaim(id), found?.version ?? 0, { until });
      return true;
    },
    releaseIssue: (id) => kvs.entity(entities.document).delete(keys.issueClaim(id)),
    async compareWithChain(from, count) {
      const told = [...(await readLog()).byId.values()];
      const here = told.slice(from, from + count);
      const stored = await Promise.all(
        here.map(({ record }) => kvs.entity(entities.record).get(keys.record(record.id))),
      );
      const changed = here.find((one, i) => !isStoredAs(one, stored[i]));
      return { changed: changed?.record ?? null, total: told.length };
    },
    list: async (kind) => (await listStored(kind)).map(({ record }) => record),
    listStored,
  };
}

/** Whether a record is stored as the chain tells it, or has moved on since the chain was read. */
function isStoredAs({ record, version }: StoredRecord, stored: unknown): boolean {
  const found = Stored.safeParse(stored);
  if (!found.success || found.data.version < version) return false;
  if (found.data.version > version) return true;
  const body = ReviewRecord.safeParse(found.data.body);
  return body.success && canonicalText(body.data) === canonicalText(record);
}
