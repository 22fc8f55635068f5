import canonicalize from 'canonicalize';

/** One link of the evidence chain: a record as it was saved, bound to everything before it. */
export interface ChainLink {
  readonly sequence: number;
  /** The hash of the link before; 64 zeros for the first. */
  readonly previous: string;
  readonly recordId: string;
  /** The record in canonical JSON (RFC 8785), the exact text that was hashed. */
  readonly body: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** A value as the one text that stands for it (RFC 8785). Throws on what is no JSON. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON can be kept as evidence');
  return text;
}

/** The hash of a link: over its place, what came before and the canonical text, each on a line of its own. */
function hashOf(link: Omit<ChainLink, 'hash'>, sha256: (text: string) => string): string {
  return sha256([link.sequence, link.previous, link.recordId, link.body].join('\n'));
}

/** The next link. Changing, dropping or moving any link before it changes every hash after. */
export function appendLink(
  head: ChainHead,
  recordId: string,
  record: unknown,
  sha256: (text: string) => string,
): ChainLink {
  const body = canonicalText(record);
  const link = { sequence: head.sequence + 1, previous: head.hash, recordId, body };
  return { ...link, hash: hashOf(link, sha256) };
}

/** How far links fit, one after the other, on what stands before them; a link that cannot be read is null and fits nowhere. */
export function followLinks(
  links: readonly (ChainLink | null)[],
  from: ChainHead,
  sha256: (text: string) => string,
): { readonly reached: ChainHead; readonly allFit: boolean } {
  let reached = from;
  for (const link of links) {
    const fits =
      link !== null &&
      link.sequence === reached.sequence + 1 &&
      link.previous === reached.hash &&
      isCanonical(link.body) &&
      hashOf(link, sha256) === link.hash;
    if (!fits) return { reached, allFit: false };
    reached = { sequence: link.sequence, hash: link.hash };
  }
  return { reached, allFit: true };
}

/** The first link that does not fit, or null where the whole chain holds and ends in `head`. */
export function findBrokenLink(
  links: readonly ChainLink[],
  head: ChainHead,
  sha256: (text: string) => string,
): number | null {
  const { reached, allFit } = followLinks(links, EMPTY_CHAIN, sha256);
  return allFit && isSamePlace(reached, head) ? null : reached.sequence + 1;
}

export const isSamePlace = (one: ChainHead, other: ChainHead): boolean =>
  one.sequence === other.sequence && one.hash === other.hash;

/** Another spelling of the same JSON would hash differently later, so only the canonical one counts. */
function isCanonical(text: string): boolean {
  try {
    return canonicalize(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
