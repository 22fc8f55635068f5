import type { Database } from '../../storage/database';

/** Tables of the host. Everything is keyed by installation first: nothing is shared between two of them. */
const tables = [
  `CREATE TABLE IF NOT EXISTS entries (
     installation TEXT NOT NULL, space TEXT NOT NULL, entity TEXT NOT NULL, key TEXT NOT NULL,
     value BLOB NOT NULL, bytes INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
     expires_at INTEGER,
     PRIMARY KEY (installation, space, entity, key)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS entity_index (
     installation TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, part TEXT NOT NULL,
     sort BLOB NOT NULL, key TEXT NOT NULL,
     PRIMARY KEY (installation, entity, name, part, sort, key)) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS entity_index_of_key ON entity_index (installation, entity, key)`,
  `CREATE TABLE IF NOT EXISTS events (
     id TEXT PRIMARY KEY, seq INTEGER NOT NULL, installation TEXT NOT NULL, queue TEXT NOT NULL,
     job TEXT NOT NULL, body TEXT NOT NULL, delay_s REAL, concurrency_key TEXT, concurrency_limit INTEGER,
     state TEXT NOT NULL, due_at INTEGER NOT NULL, pushed_at INTEGER NOT NULL, retries INTEGER NOT NULL,
     retry TEXT, chain TEXT NOT NULL, copies INTEGER NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS events_due ON events (state, due_at, seq)`,
  `CREATE INDEX IF NOT EXISTS events_job ON events (installation, queue, job)`,
  `CREATE TABLE IF NOT EXISTS chains (id TEXT PRIMARY KEY, pushes INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS schedules (
     installation TEXT NOT NULL, module TEXT NOT NULL, interval TEXT NOT NULL, next_at INTEGER NOT NULL,
     PRIMARY KEY (installation, module)) WITHOUT ROWID`,
];

export function createTables(database: Database): void {
  for (const table of tables) database.run(table);
}
