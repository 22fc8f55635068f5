import { createHash } from 'node:crypto';
import type { Cell, Database } from '../../storage/database';
import { allHold, holds, rangeConditions } from './conditions';
import { storageErrors } from './errors';
import { findIndex, keyItself, orderOf, type EntityIndex } from './indexes';
import { defaultPage, largestPage, queryConditions } from './limits';
import { viewOf, type Entry, type EntryStore, type Place } from './store';
import type { EntityQuery, KeyQuery } from './wire';

export interface Page {
  data: { key: string; value: unknown }[];
  cursor?: string;
  /** Bytes of the values read, also of those a filter dropped: reading is what counts. */
  bytes: number;
}

interface Cursor {
  /** Of the query without its page: a cursor is refused by another query. */
  of: string;
  key: string;
  sort?: string;
}

function pageSize(limit: number | undefined): number {
  if (limit === undefined) return defaultPage;
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage)
    throw storageErrors.pageLimit(largestPage);
  return limit;
}

function fingerprint(query: unknown): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);
}

function readCursor(text: string | undefined, of: string): Cursor | undefined {
  if (text === undefined) return undefined;
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Cursor;
    if (cursor.of === of) return cursor;
  } catch {
    // Not ours; refused below like a cursor of another query.
  }
  throw storageErrors.cursor();
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function textOf(prefix: unknown): string {
  if (prefix === undefined) return '';
  if (typeof prefix !== 'string') throw storageErrors.condition('A key begins with a text.');
  return prefix;
}

const rowOf = (entry: Entry): { key: string; value: unknown } => viewOf(entry);
const sum = (entries: Entry[]): number => entries.reduce((total, entry) => total + entry.bytes, 0);

/** `kvs.query()`: keys in lexicographic order, one optional condition, and that only `key beginsWith`. */
export function queryKeys(store: EntryStore, installation: string, query: KeyQuery): Page {
  const limit = pageSize(query.limit);
  const [where, ...more] = query.where ?? [];
  if (more.length > 0) throw storageErrors.condition('There may be one where condition only.');
  if (where && (where.property !== 'key' || where.condition !== 'BEGINS_WITH')) {
    throw storageErrors.condition('Only beginsWith on the key is supported.');
  }
  const of = fingerprint(where ?? null);
  const after = readCursor(query.after, of);
  const place: Place = { installation, space: 'value', entity: '' };
  const page = { prefix: textOf(where?.values[0]), limit: limit + 1 };
  const found = store.list(place, after ? { ...page, after: after.key } : page);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const cursor = found.length > limit && last ? { cursor: writeCursor({ of, key: last.key }) } : {};
  return { data: shown.map(rowOf), ...cursor, bytes: sum(shown) };
}

/**
 * `entity().query()`: one declared index, its partition, a range, then filters. Filters are applied after the page is
 * read, so a page can be short, even empty, while a cursor says that there is more.
 */
export function queryEntities(
  source: { database: Database; store: EntryStore },
  installation: string,
  query: EntityQuery,
): Page {
  const { store } = source;
  const index = findIndex(store.schemaOf(query.entityName), query.indexName);
  const limit = pageSize(query.limit);
  const clauses = [...(query.filters?.and ?? []), ...(query.filters?.or ?? [])];
  if (clauses.length > queryConditions)
    throw storageErrors.condition(`At most ${queryConditions} conditions.`);
  const { entityName, indexName, partition, range, filters, sort } = query;
  const of = fingerprint({ entityName, indexName, partition, range, filters, sort });
  const rows = readIndex(source.database, {
    installation,
    query,
    index,
    after: readCursor(query.cursor, of),
    limit,
  });
  const place: Place = { installation, space: 'entity', entity: query.entityName };
  const read = rows.slice(0, limit).flatMap((row) => {
    const entry = store.find(place, row.key);
    return entry ? [{ entry, row }] : [];
  });
  const kept = read
    .map(({ entry }) => entry)
    .filter((entry) => inRange(query, index, entry))
    .filter((entry) => !query.filters || allHold(query.filters, entry.value as Record<string, unknown>));
  const last = rows.slice(0, limit).at(-1);
  const next = last && { of, key: last.key, sort: Buffer.from(last.sort).toString('base64url') };
  const cursor = rows.length > limit && next ? { cursor: writeCursor(next) } : {};
  return { data: kept.map(rowOf), ...cursor, bytes: sum(read.map(({ entry }) => entry)) };
}

function inRange(query: EntityQuery, index: EntityIndex, entry: Entry): boolean {
  if (!query.range) return true;
  const record = { ...(entry.value as object), [keyItself]: entry.key };
  return holds({ property: index.range, ...query.range }, record);
}

interface IndexPosition {
  sort: Uint8Array;
  key: string;
}

function readIndex(
  database: Database,
  ask: {
    installation: string;
    query: EntityQuery;
    index: EntityIndex;
    after: Cursor | undefined;
    limit: number;
  },
): IndexPosition[] {
  const { installation, query, index, after, limit } = ask;
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) throw storageErrors.partition(index.name);
  const down = query.sort === 'DESC';
  const where = ['installation = ?', 'entity = ?', 'name = ?', 'part = ?'];
  const cells: Cell[] = [installation, query.entityName, index.name, JSON.stringify(partition)];
  for (const bound of boundsOf(query)) {
    where.push(`sort ${bound.operator} ?`);
    cells.push(bound.value);
  }
  if (after) {
    where.push(`(sort, key) ${down ? '<' : '>'} (?, ?)`);
    cells.push(Buffer.from(after.sort ?? '', 'base64url'), after.key);
  }
  const order = down ? 'sort DESC, key DESC' : 'sort, key';
  const sql = `SELECT sort, key FROM entity_index WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ?`;
  return database.all<IndexPosition>(sql, ...cells, limit + 1);
}

/** Bounds the database can use; the exact condition is tested on the value afterwards. */
function boundsOf(query: EntityQuery): { operator: string; value: Uint8Array }[] {
  if (!query.range) return [];
  const { condition, values } = query.range;
  if (!rangeConditions.has(condition)) throw storageErrors.condition(`A range cannot use ${condition}.`);
  const [first, second] = values;
  const from = { operator: '>=', value: orderOf(first) };
  const to = (value: unknown): { operator: string; value: Uint8Array } => ({
    operator: '<=',
    value: orderOf(value),
  });
  switch (condition) {
    case 'EQUAL_TO':
      return [from, to(first)];
    case 'BETWEEN':
      if (second === undefined) throw storageErrors.condition('BETWEEN needs two values.');
      return [from, to(second)];
    case 'LESS_THAN':
    case 'LESS_THAN_EQUAL_TO':
      return [to(first)];
    case 'BEGINS_WITH':
      return [from, { operator: '<', value: Buffer.concat([orderOf(String(first)), Uint8Array.of(0xff)]) }];
    default:
      return [from];
  }
}
