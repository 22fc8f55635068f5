import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { Batch, BatchResult, BatchRow } from '../contracts/batches';
import type { BatchRepository } from '../usecases/ports';
import { loadBlob, saveBlob } from './blobs';
import { execute, loadDocument, setDocument } from './documents';
import { keys } from './keys';

/** Ids of the batches that are under way. */
const Index = z.strictObject({ ids: z.array(z.string()) });

/** Bulk decisions: the rows once, how far they are, and a page of results for each step. */
export const batchRepository: BatchRepository = {
  async begin(batch, rows, takenBack) {
    await saveBlob(`rows:${batch.rowsHash}`, new TextEncoder().encode(JSON.stringify(rows)));
    const open = await loadDocument(keys.batchIndex, Index);
    const ids = [...(open?.body.ids ?? []), batch.id];
    const transaction = setDocument(kvs.transact(), keys.batchIndex, open?.version ?? 0, { ids });
    if (takenBack !== undefined)
      setDocument(transaction, keys.batch(takenBack.batch.id), takenBack.version, takenBack.batch);
    await execute(setDocument(transaction, keys.batch(batch.id), 0, batch));
  },
  async get(id) {
    const found = await loadDocument(keys.batch(id), Batch);
    return found === null ? null : { batch: found.body, version: found.version };
  },
  async rows(batch) {
    const text = new TextDecoder().decode(await loadBlob(`rows:${batch.rowsHash}`));
    return z.array(BatchRow).parse(JSON.parse(text));
  },
  async advance(batch, version, results) {
    const transaction = setDocument(kvs.transact(), keys.batch(batch.id), version, batch);
    if (batch.state === 'done') {
      const open = await loadDocument(keys.batchIndex, Index);
      const ids = (open?.body.ids ?? []).filter((id) => id !== batch.id);
      setDocument(transaction, keys.batchIndex, open?.version ?? 0, { ids });
    }
    if (results.length > 0) transaction.set(keys.batchResults(batch.id, batch.pages - 1), [...results]);
    await execute(transaction);
  },
  async results(batch) {
    const pages = await Promise.all(
      Array.from({ length: batch.pages }, (_, page) => kvs.get(keys.batchResults(batch.id, page))),
    );
    return pages.flatMap((page) => z.array(BatchResult).parse(page));
  },
  async unfinished() {
    return (await loadDocument(keys.batchIndex, Index))?.body.ids ?? [];
  },
};
