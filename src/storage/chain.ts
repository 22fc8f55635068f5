import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { appendLink, type ChainHead, EMPTY_CHAIN } from '../evidence/chain';
import { type ChainRepository, Conflict } from '../usecases/ports';
import { execute, loadDocument, setDocument, type Transaction, type Versioned } from './documents';
import { entities, keys } from './keys';

const Head = z.strictObject({ sequence: z.int(), hash: z.string() });
const Event = z.looseObject({
  body: z.strictObject({
    sequence: z.int(),
    previous: z.string(),
    recordId: z.string(),
    body: z.string(),
    hash: z.string(),
  }),
});
export type StoredLink = z.infer<typeof Event>['body'];

/** How often the chain's head may move on under a writer before he gives up. */
const CHAIN_TRIES = 8;

/** Where the chain stands, with the version that the next write depends on. */
export async function loadHead(): Promise<Versioned<ChainHead>> {
  return (await loadDocument(keys.chainHead, Head)) ?? { version: 0, body: EMPTY_CHAIN };
}

/** Null where there is none, or none that can be read. */
export async function loadLink(sequence: number): Promise<StoredLink | null> {
  const stored = await kvs.entity(entities.event).get(keys.event(sequence));
  return Event.safeParse(stored).data?.body ?? null;
}

/** Links read at once, and rows of a query's page. */
export const LINKS_AT_ONCE = 25;

/** Reads the chain as it stands, for whoever holds it against itself. */
export const chainRepository: ChainRepository = {
  head: async () => (await loadHead()).body,
  async links(from, count) {
    const found: (StoredLink | null)[] = [];
    for (let begin = from; begin < from + count; begin += LINKS_AT_ONCE) {
      const here = Array.from({ length: Math.min(LINKS_AT_ONCE, from + count - begin) }, (_, i) => begin + i);
      found.push(...(await Promise.all(here.map(loadLink))));
    }
    return found;
  },
  async linksOf(recordId) {
    const links: StoredLink[] = [];
    const ofRecord = kvs
      .entity(entities.event)
      .query()
      .index('recordId')
      .where(WhereConditions.equalTo(recordId))
      .limit(LINKS_AT_ONCE);
    let page = await ofRecord.getMany();
    for (;;) {
      links.push(...page.results.map(({ value }) => Event.parse(value).body));
      if (page.nextCursor === undefined) break;
      page = await ofRecord.cursor(page.nextCursor).getMany();
    }
    return links.sort((one, other) => one.sequence - other.sequence);
  },
};

/** Something that is kept as evidence, as it will be stored. */
export interface Evidence {
  readonly id: string;
  readonly body: unknown;
}

/** What is stored at one step of the chain: decided anew for each head that the chain is found at. */
export interface ChainedWrite {
  readonly evidence: readonly Evidence[];
  /** Adds what is stored together with the links. */
  readonly add: (transaction: Transaction) => Transaction;
}

/**
 * Stores things together with their links in the evidence chain, all or nothing, and only if the chain is still
 * where `decide` saw it: whoever decides on what the chain tells decides on all of it. Where it moved on, `decide`
 * is asked again; it throws `Conflict` where that changes its mind.
 */
export async function writeChained(
  decide: () => Promise<{ head: Versioned<ChainHead>; write: ChainedWrite }>,
  sha256: (text: string) => string,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { head, write } = await decide();
    let last = head.body;
    let transaction = write.add(kvs.transact());
    for (const { id, body } of write.evidence) {
      const link = appendLink(last, id, body, sha256);
      last = { sequence: link.sequence, hash: link.hash };
      transaction = transaction.set(
        keys.event(link.sequence),
        { sequence: link.sequence, recordId: link.recordId, body: link },
        { entityName: entities.event },
      );
    }
    try {
      await execute(setDocument(transaction, keys.chainHead, head.version, last));
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === CHAIN_TRIES) throw error;
    }
  }
}
