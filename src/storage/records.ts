import { FilterConditions, Filter, kvs, Sort, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { ReviewRecord } from '../contracts/records';
import { appendLink, EMPTY_CHAIN } from '../evidence/chain';
import { Conflict, type RecordRepository } from '../usecases/ports';
import { execute, loadDocument, saveDocument, setDocument } from './documents';
import { entities, keys } from './keys';

const Stored = z.object({ version: z.int(), body: z.unknown() });
const Claim = z.strictObject({ until: z.number() });
const Head = z.strictObject({ sequence: z.int(), hash: z.string() });
/** How often the chain's head may move on under a writer before he gives up. */
const CHAIN_TRIES = 5;
const PAGE = 100;

/** Route-outs and exceptions, each saved together with its link in the evidence chain. */
export function recordRepository(sha256: (text: string) => string): RecordRepository {
  async function get(id: string): ReturnType<RecordRepository['get']> {
    const found = await kvs.entity(entities.record).get(keys.record(id));
    if (found === undefined) return null;
    const { version, body } = Stored.parse(found);
    return { record: ReviewRecord.parse(body), version };
  }

  return {
    get,
    async save(record, version) {
      for (let tries = 1; ; tries += 1) {
        const head = await loadDocument(keys.chainHead, Head);
        const link = appendLink(head?.body ?? EMPTY_CHAIN, record.id, record, sha256);
        const guard = version === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(version);
        const transaction = setDocument(kvs.transact(), keys.chainHead, head?.version ?? 0, {
          sequence: link.sequence,
          hash: link.hash,
        })
          .set(
            keys.record(record.id),
            { version: version + 1, kind: record.kind, recordedAt: record.recordedAt, body: record },
            {
              entityName: entities.record,
              conditions: new Filter<{ version: number }>().and('version', guard),
            },
          )
          .set(
            keys.event(link.sequence),
            { sequence: link.sequence, recordId: link.recordId, body: link },
            { entityName: entities.event },
          );
        try {
          await execute(transaction);
          return;
        } catch (error) {
          // Either the record changed, which the caller must know, or only the head moved on: then try again.
          const changed = ((await get(record.id))?.version ?? 0) !== version;
          if (!(error instanceof Conflict) || changed || tries === CHAIN_TRIES) throw error;
        }
      }
    },
    async claimIssue(id, now, until) {
      const found = await loadDocument(keys.issueClaim(id), Claim);
      if (found !== null && found.body.until > now) return false;
      await saveDocument(keys.issueClaim(id), found?.version ?? 0, { until });
      return true;
    },
    releaseIssue: (id) => kvs.entity(entities.document).delete(keys.issueClaim(id)),
    async list(kind) {
      const records: ReviewRecord[] = [];
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
        for (const { value } of page.results) records.push(ReviewRecord.parse(Stored.parse(value).body));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return records;
    },
  };
}
