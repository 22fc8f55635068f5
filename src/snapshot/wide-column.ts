import type { WideColumn } from '../contracts/snapshot';

/** A column's codes are two bytes; one value is kept free for the rest. */
const MAX_VALUES = 65_535;
const REST = 'other';

/** The column with its values in order, so that the order of pages leaves no trace. Values too many become `other`. */
export function wideColumn(texts: readonly string[], codes: Uint32Array): WideColumn {
  const used = [...new Set(codes)].map((code) => texts[code]!).sort();
  const values = used.length <= MAX_VALUES ? used : [...used.slice(0, MAX_VALUES), REST];
  const newCode = new Map(values.map((text, index) => [text, index]));
  return { values, codes: Uint16Array.from(codes, (code) => newCode.get(texts[code]!) ?? MAX_VALUES) };
}
