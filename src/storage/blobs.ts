import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { keys } from './keys';
import { fromChunks, toChunks } from './text-chunks';

const Chunk = z.strictObject({ chunks: z.int(), text: z.string() });

/**
 * Bytes of any length under a name, deflated and cut to what one value holds. A name is made of what is in it,
 * so that two writers of one name write the same, and a broken-off write is completed by the next.
 */
export async function saveBlob(name: string, bytes: Uint8Array): Promise<void> {
  const texts = toChunks(bytes);
  for (const [chunk, text] of texts.entries()) {
    await kvs.set(keys.blob(name, chunk), { chunks: texts.length, text });
  }
}

/** Throws where there is no such blob. */
export async function loadBlob(name: string): Promise<Uint8Array> {
  const bytes = await findBlob(name);
  if (bytes === null) throw new Error(`${name} is not stored`);
  return bytes;
}

/** The same for what may be gone: null where it is, as a whole or in part. */
export async function findBlob(name: string): Promise<Uint8Array | null> {
  const texts: string[] = [];
  for (let chunk = 0, chunks = 1; chunk < chunks; chunk += 1) {
    const stored = await kvs.get(keys.blob(name, chunk));
    if (stored === undefined) return null;
    const found = Chunk.parse(stored);
    chunks = found.chunks;
    texts.push(found.text);
  }
  return fromChunks(texts);
}

export async function deleteBlob(name: string): Promise<void> {
  const first = Chunk.safeParse(await kvs.get(keys.blob(name, 0)));
  if (!first.success) return;
  // The first chunk last: it alone tells of the others.
  for (let chunk = first.data.chunks - 1; chunk >= 0; chunk -= 1) await kvs.delete(keys.blob(name, chunk));
}
