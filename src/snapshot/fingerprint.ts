const MASK_BITS = 21;

/**
 * A 53-bit hash of a text, letter case aside: enough to see that two of a million addresses are the
 * same (chance of a false alarm about one in twenty thousand), too little to give an address back by
 * itself. FNV-1a, two lanes.
 */
export function fingerprint(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const char of text.toLowerCase()) {
    const code = char.codePointAt(0)!;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return (b >>> (32 - MASK_BITS)) * 2 ** 32 + (a >>> 0);
}
