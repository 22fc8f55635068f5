import { inflateRawSync } from 'node:zlib';
import type { Host } from '../../local/host/host';

/** Whether a text, or what is deflated in it, holds one of the words. */
function holds(text: string, words: readonly string[]): boolean {
  if (words.some((word) => text.includes(word))) return true;
  if (text.length < 16 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  try {
    const inner = inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');
    return words.some((word) => inner.includes(word));
  } catch {
    // Not deflated: it was looked at as it stands.
    return false;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

/** The stored entries, by key, that hold one of the words; compressed values are opened. */
export function storedWith(host: Host, installationId: string, words: readonly string[]): string[] {
  return host
    .inspect(installationId)
    .entries()
    .filter(({ value, key }) => [key, ...textsIn(value)].some((text) => holds(text, words)))
    .map(({ key }) => key);
}
