import type { EntitySchema } from '../manifest';
import type { Database } from '../../storage/database';
import { checkEntityValue, checkKey, checkValue, expiryOf } from './check';
import { storageErrors } from './errors';
import { indexRows } from './indexes';
import type { SecretBox } from './secrets';
import type { SetOptions } from './wire';

export type Space = 'value' | 'secret' | 'entity';

/** Where an entry lives; `entity` is '' outside custom entities. */
export interface Place {
  installation: string;
  space: Space;
  entity: string;
}

export interface Entry {
  key: string;
  value: unknown;
  /** Bytes of the value as JSON. */
  bytes: number;
  createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
}

/** A row as the wire tells it: times in epoch milliseconds, the expiry as ISO text. */
export interface EntryView {
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expireTime?: string;
}

interface Row {
  key: string;
  value: string | Uint8Array;
  bytes: number;
  created_at: number;
  updated_at: number;
  expires_at: number | null;
}

export interface EntryStore {
  find(place: Place, key: unknown): Entry | undefined;
  write(place: Place, item: { key: unknown; value: unknown; options?: SetOptions }): EntryView | undefined;
  /** False when there was nothing. */
  remove(place: Place, key: unknown): boolean;
  /** Live entries in the order of their keys, after `after`, beginning with `prefix`. */
  list(place: Place, page: { prefix?: string; after?: string; limit: number }): Entry[];
  schemaOf(entityName: string): EntitySchema;
}

export interface StoreOptions {
  database: Database;
  entities: Map<string, EntitySchema>;
  box: SecretBox;
  now: () => number;
  /** Milliseconds for which expired values can still be read; Forge says up to 48 hours (TTL section, 2026-10). */
  expiredStayMs: number;
  onSecret: (installation: string, text: string) => void;
}

const columns = 'key, value, bytes, created_at, updated_at, expires_at';
const byPlace = 'installation = ? AND space = ? AND entity = ?';
/** Sorts after every character a key may have. */
const lastCharacter = '\u{10ffff}';

export function createEntryStore(options: StoreOptions): EntryStore {
  const { database, entities, box, now, expiredStayMs, onSecret } = options;

  const schemaOf = (entityName: string): EntitySchema => {
    const schema = entities.get(entityName);
    if (!schema) throw storageErrors.unknownEntity();
    return schema;
  };

  const ownerOf = (place: Place, key: string): string => `${place.installation}\n${key}`;

  const toEntry = (place: Place, row: Row): Entry => {
    const json = typeof row.value === 'string' ? row.value : box.open(row.value, ownerOf(place, row.key));
    return {
      key: row.key,
      value: JSON.parse(json) as unknown,
      bytes: row.bytes,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      expiresAt: row.expires_at,
    };
  };

  const read = (place: Place, key: string): Entry | undefined => {
    const { installation, space, entity } = place;
    const sql = `SELECT ${columns} FROM entries WHERE ${byPlace} AND key = ?`;
    const row = database.get<Row>(sql, installation, space, entity, key);
    if (!row || (row.expires_at !== null && row.expires_at + expiredStayMs <= now())) return undefined;
    return toEntry(place, row);
  };

  const reindex = (place: Place, key: string, value?: Record<string, unknown>): void => {
    const { installation, entity } = place;
    database.run(
      'DELETE FROM entity_index WHERE installation = ? AND entity = ? AND key = ?',
      installation,
      entity,
      key,
    );
    if (!value) return;
    for (const row of indexRows(schemaOf(entity), key, value)) {
      database.run(
        'INSERT INTO entity_index (installation, entity, name, part, sort, key) VALUES (?, ?, ?, ?, ?, ?)',
        ...[installation, entity, row.name, row.part, row.sort, key],
      );
    }
  };

  const write: EntryStore['write'] = (place, item) => {
    const key = checkKey(item.key);
    const json = checkValue(item.value);
    const record =
      place.space === 'entity' ? checkEntityValue(schemaOf(place.entity), item.value) : undefined;
    const at = now();
    const expiresAt = expiryOf(item.options?.ttl, at);
    return database.transaction(() => {
      const before = read(place, key);
      if (before && item.options?.keyPolicy === 'FAIL_IF_EXISTS') throw storageErrors.keyConflict();
      const createdAt = before?.createdAt ?? at;
      const stored = place.space === 'secret' ? box.seal(json, ownerOf(place, key)) : json;
      const bytes = Buffer.byteLength(json);
      database.run(
        `INSERT OR REPLACE INTO entries (installation, space, entity, ${columns}) VALUES (?,?,?,?,?,?,?,?,?)`,
        ...[place.installation, place.space, place.entity],
        ...[key, stored, bytes, createdAt, at, expiresAt],
      );
      if (record) reindex(place, key, record);
      if (place.space === 'secret') rememberSecret(place, item.value, onSecret);
      const wanted = item.options?.returnValue;
      if (wanted === 'PREVIOUS') return before && viewOf(before);
      if (wanted !== 'LATEST') return undefined;
      return viewOf({ key, value: item.value, bytes, createdAt, updatedAt: at, expiresAt });
    });
  };

  return {
    schemaOf,
    write,
    find: (place, key) => {
      const entry = read(place, checkKey(key));
      if (entry && place.space === 'secret') rememberSecret(place, entry.value, onSecret);
      return entry;
    },
    remove: (place, key) => {
      const { installation, space, entity } = place;
      const known = checkKey(key);
      if (space === 'entity') reindex(place, known);
      const sql = `DELETE FROM entries WHERE ${byPlace} AND key = ?`;
      return database.run(sql, installation, space, entity, known).changes > 0;
    },
    list: (place, { prefix = '', after, limit }) => {
      const { installation, space, entity } = place;
      const rows = database.all<Row>(
        `SELECT ${columns} FROM entries WHERE ${byPlace} AND key > ? AND key >= ? AND key < ?
           AND (expires_at IS NULL OR expires_at > ?) ORDER BY key LIMIT ?`,
        ...[installation, space, entity],
        ...[after ?? '', prefix, prefix + lastCharacter, now() - expiredStayMs, limit],
      );
      return rows.map((row) => toEntry(place, row));
    },
  };
}

export function viewOf(entry: Entry): EntryView {
  const { key, value, createdAt, updatedAt, expiresAt } = entry;
  const expiry = expiresAt === null ? {} : { expireTime: new Date(expiresAt).toISOString() };
  return { key, value, createdAt, updatedAt, ...expiry };
}

/** Secrets may be objects; every text in them is one to keep out of the logs. */
function rememberSecret(place: Place, value: unknown, onSecret: StoreOptions['onSecret']): void {
  if (typeof value === 'string') onSecret(place.installation, value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) rememberSecret(place, part, onSecret);
  }
}
