/** Numbers texts in the order they are first seen. */
export interface Interner {
  codeOf(text: string): number;
  /** The code of a text seen before, or undefined. */
  find(text: string): number | undefined;
  readonly texts: readonly string[];
}

export function createInterner(): Interner {
  const codes = new Map<string, number>();
  const texts: string[] = [];
  return {
    codeOf(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      return texts.push(text) - 1;
    },
    find: (text) => codes.get(text),
    texts,
  };
}

/** The order that sorts texts by code unit: `order[i]` is the index of the i-th smallest. */
export function sortedOrder(texts: readonly string[]): Uint32Array {
  const order = Uint32Array.from(texts, (_, index) => index);
  return order.sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0));
}

/** The inverse of an order: `rank[order[i]] === i`. */
export function ranksOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i += 1) ranks[order[i]!] = i;
  return ranks;
}
