import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';

export type Cell = string | number | null | Uint8Array;

/** The embedded database behind the local commands: small on purpose, so that another driver can take its place. */
export interface Database {
  run(sql: string, ...cells: Cell[]): { changes: number };
  /** The caller knows the columns of its own query and names them. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names what a query gives
  get<Row>(sql: string, ...cells: Cell[]): Row | undefined;
  all<Row>(sql: string, ...cells: Cell[]): Row[];
  /** All or nothing; a throw rolls back. Nested calls join the outer one. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

const pragmas = ['journal_mode = WAL', 'synchronous = NORMAL', 'busy_timeout = 2000'];

/** Another process works in the folder. */
export class FolderInUse extends Error {
  constructor(dir: string, cause: unknown) {
    super(`another Seatpath process is using ${dir}`, { cause });
  }
}

/** The driver adds `_metadata` to single rows (libsql 0.5.29). */
function strip(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !('_metadata' in row)) return row;
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== '_metadata'));
}

/**
 * Opens (or makes) `<name>.db` in `dataDir`, or a database in memory.
 * @throws when another process holds the folder: two processes on one folder would do each other’s work.
 */
export function openDatabase(dataDir: string, name: string): Database {
  const inMemory = dataDir === ':memory:';
  if (!inMemory) mkdirSync(dataDir, { recursive: true });
  const hold = inMemory ? undefined : holdFolder(dataDir);
  const database = new Libsql(inMemory ? ':memory:' : join(dataDir, `${name}.db`));
  if (!inMemory) for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`);
  const prepared = new Map<string, Libsql.Statement>();
  const statement = (sql: string): Libsql.Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const fresh = database.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
  let depth = 0;
  return {
    run: (sql, ...cells) => ({ changes: statement(sql).run(...cells).changes }),
    get: ((sql: string, ...cells: Cell[]) => strip(statement(sql).get(...cells))) as Database['get'],
    all: <Row>(sql: string, ...cells: Cell[]) =>
      statement(sql)
        .all(...cells)
        .map(strip) as Row[],
    transaction: (work) => {
      if (depth > 0) return work();
      depth += 1;
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => {
      prepared.clear();
      if (!inMemory) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
      hold?.close();
    },
  };
}

/** A second file held exclusively: the operating system lets go of it when the process dies, however it dies. */
function holdFolder(dataDir: string): { close(): void } {
  const holder = new Libsql(join(dataDir, 'held.db'));
  try {
    holder.exec('PRAGMA locking_mode = EXCLUSIVE');
    holder.exec('BEGIN EXCLUSIVE');
    holder.exec('CREATE TABLE IF NOT EXISTS held (at INTEGER)');
  } catch (error) {
    holder.close();
    const isBusy = /BUSY|locked/i.test(
      error instanceof Error ? `${(error as { code?: string }).code ?? ''} ${error.message}` : '',
    );
    throw isBusy ? new FolderInUse(dataDir, error) : error;
  }
  return {
    close: () => {
      holder.exec('ROLLBACK');
      holder.close();
    },
  };
}
