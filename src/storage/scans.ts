import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Clock } from '../contracts/ports';
import { Part } from '../snapshot/parts';
import type { ScanStore } from '../snapshot/scan';
import { ScanState } from '../snapshot/scan-state';
import type { ScanRecord, ScanRepository } from '../usecases/ports';
import { execute, loadDocument, saveDocument, setDocument } from './documents';
import { keys } from './keys';
import { fromChunks, toChunks } from './text-chunks';

/** What a scan has read is needed until it is published; a stalled one is begun anew long before this. */
const WAVE_TTL = { value: 7, unit: 'DAYS' } as const;

const Stored = z.strictObject({
  schema: z.literal(1),
  status: z.enum(['running', 'failed', 'published']),
  state: ScanState,
  failure: z.string().nullable(),
  requestedBy: z.string().nullable(),
  touchedAt: z.number(),
});
const Wave = z.strictObject({ chunks: z.int(), text: z.string() });

/** Scans of one installation. Each commit is one transaction: the parts of a wave and the scan's state. */
export function scanRepository(clock: Clock): ScanRepository {
  const load = (): ReturnType<typeof loadDocument<z.infer<typeof Stored>>> => loadDocument(keys.scan, Stored);
  return {
    load: async () => (await load())?.body ?? null,
    async begin(record) {
      const version = (await load())?.version ?? 0;
      await saveDocument(keys.scan, version, { schema: 1, ...record });
    },
    async open() {
      const found = await load();
      if (found === null) return null;
      let { version } = found;
      let record: ScanRecord = found.body;
      const store: ScanStore = {
        waves: (from, to) => readWaves(record.state.id, from, to),
        async commit(state, parts) {
          const next = { schema: 1 as const, ...record, state, touchedAt: clock.now() };
          const transaction = setDocument(kvs.transact(), keys.scan, version, next);
          const texts = toChunks(new TextEncoder().encode(JSON.stringify(parts)));
          texts.forEach((text, chunk) =>
            transaction.set(
              keys.wave(state.id, state.waves - 1, chunk),
              { chunks: texts.length, text },
              undefined,
              { ttl: WAVE_TTL },
            ),
          );
          await execute(transaction);
          version += 1;
          record = next;
        },
      };
      return {
        record,
        store,
        async finish(change) {
          await saveDocument(keys.scan, version, { schema: 1, ...record, ...change, touchedAt: clock.now() });
        },
      };
    },
  };
}

async function* readWaves(scanId: string, from: number, to: number): AsyncGenerator<Part[]> {
  for (let number = from; number < to; number += 1) {
    const texts: string[] = [];
    for (let chunk = 0, chunks = 1; chunk < chunks; chunk += 1) {
      const wave = Wave.parse(await kvs.get(keys.wave(scanId, number, chunk)));
      chunks = wave.chunks;
      texts.push(wave.text);
    }
    yield z.array(Part).parse(JSON.parse(new TextDecoder().decode(fromChunks(texts))));
  }
}
