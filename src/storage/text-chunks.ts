import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Characters of one stored text: under the 240 KiB of a value (limits-kvs-ce, 2025-12-01), quotes included. */
const CHUNK_CHARS = 220_000;

/** Bytes as deflated base-64 texts that each fit one value. */
export function toChunks(bytes: Uint8Array): string[] {
  const text = deflateRawSync(bytes).toString('base64');
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += CHUNK_CHARS) chunks.push(text.slice(at, at + CHUNK_CHARS));
  return chunks;
}

export function fromChunks(chunks: readonly string[]): Uint8Array {
  return inflateRawSync(Buffer.from(chunks.join(''), 'base64'));
}
