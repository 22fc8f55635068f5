import type { EntitySchema } from '../manifest';
import { storageErrors } from './errors';

export interface EntityIndex {
  name: string;
  partition: string[];
  range: string;
}

/** The index every entity has without declaring it. */
const byKey = 'by-key';
/** How a range over the key itself is called; no attribute may begin with a dash. */
export const keyItself = '-key';

/** Declared indexes of an entity; a name alone means: range over that attribute, no partition. */
export function indexesOf(schema: EntitySchema): EntityIndex[] {
  return (schema.indexes ?? []).map((index) =>
    typeof index === 'string'
      ? { name: index, partition: [], range: index }
      : { name: index.name, partition: index.partition ?? [], range: index.range[0] ?? index.name },
  );
}

export function findIndex(schema: EntitySchema, name: string): EntityIndex {
  if (name === byKey) return { name: byKey, partition: [], range: keyItself };
  const index = indexesOf(schema).find((candidate) => candidate.name === name);
  if (!index) throw storageErrors.unknownIndex(name);
  return index;
}

export interface IndexRow {
  name: string;
  /** JSON of the partition values. */
  part: string;
  /** Range value in a form whose byte order is the value's order. */
  sort: Uint8Array;
}

/** Rows of all indexes for one entity; an entity without an index's attributes is not in that index. */
export function indexRows(schema: EntitySchema, key: string, value: Record<string, unknown>): IndexRow[] {
  const own: IndexRow = { name: byKey, part: '[]', sort: orderOf(key) };
  const declared = indexesOf(schema).flatMap((index) => {
    const partition = index.partition.map((attribute) => value[attribute]);
    const range = value[index.range];
    if (partition.some(missing) || missing(range)) return [];
    return [{ name: index.name, part: JSON.stringify(partition), sort: orderOf(range) }];
  });
  return [own, ...declared];
}

function missing(value: unknown): boolean {
  return value === undefined || value === null;
}

const kinds = { boolean: 1, number: 2, string: 3 } as const;

/** Order-preserving bytes: the kind, then the number as a sortable double, or the text. */
export function orderOf(value: unknown): Uint8Array {
  if (typeof value === 'boolean') return Uint8Array.of(kinds.boolean, value ? 1 : 0);
  if (typeof value === 'string') return Buffer.concat([Uint8Array.of(kinds.string), Buffer.from(value)]);
  if (typeof value !== 'number')
    throw storageErrors.condition('An index range is a text, a number or a boolean.');
  const bytes = Buffer.alloc(9);
  bytes[0] = kinds.number;
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1);
  const negative = (bytes[1]! & 0x80) !== 0;
  for (let i = 1; i < 9; i += 1)
    bytes[i] = negative ? ~bytes[i]! & 0xff : i === 1 ? bytes[i]! ^ 0x80 : bytes[i]!;
  return bytes;
}
