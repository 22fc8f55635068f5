import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { appendLink, EMPTY_CHAIN } from '../evidence/chain';
import { Conflict } from '../usecases/ports';
import { execute, loadDocument, setDocument, type Transaction } from './documents';
import { entities, keys } from './keys';

const Head = z.strictObject({ sequence: z.int(), hash: z.string() });
/** How often the chain's head may move on under a writer before he gives up. */
const CHAIN_TRIES = 8;

/** Something that is kept as evidence, as it will be stored. */
export interface Link {
  readonly id: string;
  readonly body: unknown;
}

export interface ChainedWrite {
  readonly links: readonly Link[];
  /** Adds what is stored together with the links. */
  readonly add: (transaction: Transaction) => Transaction;
  /** Whether something other than the chain's head has changed: then trying again would overwrite it. */
  readonly changed: () => Promise<boolean>;
}

/** Stores things together with their links in the evidence chain, all or nothing. Throws `Conflict`. */
export async function writeChained(write: ChainedWrite, sha256: (text: string) => string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const head = await loadDocument(keys.chainHead, Head);
    let last = head?.body ?? EMPTY_CHAIN;
    let transaction = write.add(kvs.transact());
    for (const { id, body } of write.links) {
      const link = appendLink(last, id, body, sha256);
      last = { sequence: link.sequence, hash: link.hash };
      transaction = transaction.set(
        keys.event(link.sequence),
        { sequence: link.sequence, recordId: link.recordId, body: link },
        { entityName: entities.event },
      );
    }
    transaction = setDocument(transaction, keys.chainHead, head?.version ?? 0, last);
    try {
      await execute(transaction);
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === CHAIN_TRIES || (await write.changed())) throw error;
    }
  }
}
