import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { Cycle, LedgerLine } from '../contracts/cycles';
import { QueueItem } from '../contracts/queue';
import { Conflict, type CycleRepository, type StoredCycle } from '../usecases/ports';
import { deleteBlob, findBlob, loadBlob, saveBlob } from './blobs';
import { loadHead, writeChained } from './chain';
import { execute, loadDocument, setDocument } from './documents';
import { keys } from './keys';

/** Ids of all cycles, oldest first: 52 a year, so one document holds them. */
const Index = z.strictObject({ ids: z.array(z.string()) });

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Review cycles. What is written at their end is chained as evidence; what they list is kept beside them, by its hash. */
export function cycleRepository(sha256: (text: string) => string): CycleRepository {
  async function get(id: string): Promise<StoredCycle | null> {
    const found = await loadDocument(keys.cycle(id), Cycle);
    return found === null ? null : { cycle: found.body, version: found.version };
  }

  async function keep(kind: string, value: unknown): Promise<string> {
    const bytes = bytesOf(value);
    const hash = sha256(textOf(bytes));
    await saveBlob(`${kind}:${hash}`, bytes);
    return hash;
  }

  return {
    get,
    async latest() {
      const id = (await loadDocument(keys.cycleIndex, Index))?.body.ids.at(-1);
      return id === undefined ? null : get(id);
    },
    async list() {
      const ids = (await loadDocument(keys.cycleIndex, Index))?.body.ids ?? [];
      const found = await Promise.all(ids.map(get));
      return found.flatMap((stored) => (stored === null ? [] : [stored.cycle])).reverse();
    },
    async begin(cycle) {
      const index = await loadDocument(keys.cycleIndex, Index);
      const ids = index?.body.ids ?? [];
      const transaction = setDocument(kvs.transact(), keys.cycle(cycle.id), 0, cycle);
      await execute(
        setDocument(transaction, keys.cycleIndex, index?.version ?? 0, { ids: [...ids, cycle.id] }),
      );
    },
    async save(changes) {
      await writeChained(async () => {
        const head = await loadHead();
        for (const { cycle, version } of changes) {
          if ((await get(cycle.id))?.version !== version) throw new Conflict('the cycle moved on');
        }
        return {
          head,
          write: {
            evidence: changes.map(({ cycle }) => ({ id: cycle.id, body: cycle })),
            add: (transaction) =>
              changes.reduce(
                (all, { cycle, version }) => setDocument(all, keys.cycle(cycle.id), version, cycle),
                transaction,
              ),
          },
        };
      }, sha256);
    },
    keepItems: (items) => keep('queue', items),
    async items(hash) {
      return z.array(QueueItem).parse(JSON.parse(textOf(await loadBlob(`queue:${hash}`))));
    },
    keepLedger: (lines) => keep('ledger', lines),
    async ledger(hash) {
      const bytes = await findBlob(`ledger:${hash}`);
      return bytes === null ? null : z.array(LedgerLine).parse(JSON.parse(textOf(bytes)));
    },
    async keepSeatAges(ages) {
      const bytes = new Uint8Array(ages.buffer, ages.byteOffset, ages.byteLength);
      const hash = sha256(Buffer.from(bytes).toString('base64'));
      await saveBlob(`ages:${hash}`, bytes);
      return hash;
    },
    async seatAges(hash) {
      // A copy of its own: what was inflated may lie anywhere in a larger buffer.
      return new Uint32Array(new Uint8Array(await loadBlob(`ages:${hash}`)).buffer);
    },
    forgetSeatAges: (hash) => deleteBlob(`ages:${hash}`),
    keepFirstGroups: (ids) => saveBlob('first-groups', bytesOf(ids)),
    async firstGroups() {
      return z.array(z.string()).parse(JSON.parse(textOf(await loadBlob('first-groups'))));
    },
  };
}
