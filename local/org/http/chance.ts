import { createHash } from 'node:crypto';

/** A number in [0, 1) that the words decide: the same words, the same number. */
export function drawFrom(...words: readonly (string | number)[]): number {
  const digest = createHash('sha1').update(words.join('\n')).digest();
  return digest.readUInt32BE(0) / 0x1_0000_0000;
}

/** Short stable name of the words. */
export function nameFrom(...words: readonly (string | number)[]): string {
  return createHash('sha1').update(words.join('\n')).digest('hex').slice(0, 20);
}
