import { z } from 'zod';
import { HeldSeats, SavingsLedger } from '../contracts/savings';
import { Conflict, type SavingsRepository } from '../usecases/ports';
import { deleteBlob, loadBlob, saveBlob } from './blobs';
import { loadHead, writeChained } from './chain';
import { loadDocument, setDocument } from './documents';
import { keys } from './keys';

/** What stands in the chain of a ledger: the hash that it is kept under, and the scan that it was held against. */
const Head = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('savings-ledger'),
  hash: z.string(),
  scan: SavingsLedger.shape.scan,
});

const EMPTY: SavingsLedger = { schema: 1, scan: null, savings: [], statements: [], opened: null };

const read = async (name: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await loadBlob(name)));

/**
 * The ledger of savings. Every ledger that was ever saved is kept, for its hash is a link of the evidence chain; the
 * seats of a review serve the next one only.
 */
export function savingsRepository(sha256: (text: string) => string): SavingsRepository {
  async function keep(kind: string, value: unknown): Promise<string> {
    const text = JSON.stringify(value);
    const hash = sha256(text);
    await saveBlob(`${kind}:${hash}`, new TextEncoder().encode(text));
    return hash;
  }

  return {
    async load() {
      const found = await loadDocument(keys.savings, Head);
      if (found === null) return { ledger: EMPTY, version: 0 };
      return {
        ledger: SavingsLedger.parse(await read(`savings:${found.body.hash}`)),
        version: found.version,
      };
    },
    async save(ledger, version) {
      const hash = await keep('savings', ledger);
      const body = { schema: 1, kind: 'savings-ledger', hash, scan: ledger.scan };
      await writeChained(async () => {
        const head = await loadHead();
        const found = await loadDocument(keys.savings, Head);
        if ((found?.version ?? 0) !== version) throw new Conflict('the ledger moved on');
        return {
          head,
          write: {
            evidence: [{ id: keys.savings, body }],
            add: (transaction) => setDocument(transaction, keys.savings, version, body),
          },
        };
      }, sha256);
    },
    keepSeats: (seats) => keep('pool-seats', seats),
    seats: async (hash) => HeldSeats.parse(await read(`pool-seats:${hash}`)),
    forgetSeats: (hash) => deleteBlob(`pool-seats:${hash}`),
  };
}
