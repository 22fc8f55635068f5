import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Database, openDatabase } from '../storage/database';
import type { UserAnswer } from '../../src/atlassian/schemas/organization';
import { Part } from '../../src/snapshot/parts';
import type { PersonSink } from '../../src/snapshot/people';
import type { ScanStore } from '../../src/snapshot/scan';
import { ScanState } from '../../src/snapshot/scan-state';

/** A stopped scan older than this is begun anew: what it read may no longer be so. */
const KEEP_MS = 24 * 3_600_000;

export interface Journal {
  readonly store: ScanStore;
  readonly people: PersonSink;
  personOf(accountId: string): { name: string; email: string } | null;
  /** The state of a stopped scan of the same source; null where there is none to go on with. */
  stopped(): ScanState | null;
  /** Removes everything that was kept. */
  clear(): void;
  close(): void;
}

const Row = z.object({ body: z.string() });

/**
 * What a trace has read so far, in one file of `dir` that only this process holds. Names stay here,
 * on the laptop, and go when the trace is done.
 */
export function openJournal(dir: string, source: unknown, wallClockMs: number): Journal {
  const db = openDatabase(dir, 'trace');
  db.run(
    'CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY CHECK (id = 1), source TEXT, at INTEGER, body TEXT)',
  );
  db.run('CREATE TABLE IF NOT EXISTS wave (number INTEGER PRIMARY KEY, body TEXT)');
  db.run('CREATE TABLE IF NOT EXISTS person (account_id TEXT PRIMARY KEY, name TEXT, email TEXT)');
  const fingerprint = createHash('sha256').update(JSON.stringify(source)).digest('hex');
  const clear = (): void => {
    db.transaction(() => {
      for (const table of ['state', 'wave', 'person']) db.run(`DELETE FROM ${table}`);
    });
    // Deleted rows stay readable in the file until it is written anew.
    db.run('VACUUM');
  };
  return {
    store: scanStore(db, fingerprint, wallClockMs),
    people: { add: (users) => db.transaction(() => users.forEach((user) => keepPerson(db, user))) },
    personOf: (accountId) =>
      db.get<{ name: string; email: string }>(
        'SELECT name, email FROM person WHERE account_id = ?',
        accountId,
      ) ?? null,
    stopped() {
      const row = db.get<{ body: string }>(
        'SELECT body FROM state WHERE source = ? AND at > ?',
        fingerprint,
        wallClockMs - KEEP_MS,
      );
      const state = row && ScanState.safeParse(JSON.parse(row.body));
      if (state?.success === true) return state.data;
      clear();
      return null;
    },
    clear,
    close: () => db.close(),
  };
}

function keepPerson(db: Database, user: UserAnswer): void {
  db.run(
    'INSERT OR REPLACE INTO person (account_id, name, email) VALUES (?, ?, ?)',
    user.accountId,
    user.name ?? user.nickname ?? '',
    user.email ?? '',
  );
}

function scanStore(db: Database, fingerprint: string, wallClockMs: number): ScanStore {
  return {
    async *waves(from, to) {
      for (let number = from; number < to; number += 1) {
        const row = Row.parse(db.get('SELECT body FROM wave WHERE number = ?', number));
        yield z.array(Part).parse(JSON.parse(row.body));
      }
    },
    async commit(state, parts) {
      db.transaction(() => {
        db.run(
          'INSERT OR REPLACE INTO wave (number, body) VALUES (?, ?)',
          state.waves - 1,
          JSON.stringify(parts),
        );
        db.run(
          'INSERT OR REPLACE INTO state (id, source, at, body) VALUES (1, ?, ?, ?)',
          fingerprint,
          wallClockMs,
          JSON.stringify(state),
        );
      });
    },
  };
}
