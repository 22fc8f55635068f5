import type { Cell, Database } from '../../storage/database';

export type EventState = 'pending' | 'running' | 'success' | 'failed' | 'cancelled' | 'lost';

export interface Retry {
  reason: string;
  data?: unknown;
}

/** One event of a queue, as it is kept. Times are epoch milliseconds. */
export interface QueuedEvent {
  id: string;
  seq: number;
  installation: string;
  queue: string;
  job: string;
  body: string;
  delaySeconds: number | null;
  concurrencyKey: string | null;
  concurrencyLimit: number | null;
  state: EventState;
  dueAt: number;
  pushedAt: number;
  retries: number;
  retry: Retry | null;
  chain: string;
  /** How often it was handed over again on purpose (delivery knobs). */
  copies: number;
}

export interface JobStats {
  success: number;
  inProgress: number;
  failed: number;
}

interface Row extends Omit<
  QueuedEvent,
  'retry' | 'delaySeconds' | 'concurrencyKey' | 'concurrencyLimit' | 'dueAt' | 'pushedAt'
> {
  delay_s: number | null;
  concurrency_key: string | null;
  concurrency_limit: number | null;
  due_at: number;
  pushed_at: number;
  retry: string | null;
}

export interface EventStore {
  add(events: Omit<QueuedEvent, 'seq' | 'state' | 'retries' | 'retry' | 'copies'>[]): void;
  /** Pending events that are due and whose concurrency key has room, oldest first. */
  due(now: number, installation?: string): QueuedEvent[];
  nextDueAt(installation?: string): number | undefined;
  mark(
    id: string,
    change: { state: EventState; dueAt?: number; retries?: number; retry?: Retry; copies?: number },
  ): void;
  state(id: string): EventState | undefined;
  stats(installation: string, queue: string, job: string): JobStats | undefined;
  totals(installation?: string): Record<EventState, number>;
  /** False when there is no such job. */
  cancel(installation: string, queue: string, job: string): boolean;
  /** Puts events that were running when the process died back to pending; returns how many. */
  recover(now: number): number;
  /** Counts one push in a chain and gives the new count. */
  countPush(chain: string): number;
}

/** Events looked at in one go: more than can run at once, few enough to stay quick with a long backlog. */
const lookAhead = 500;

export function createEventStore(database: Database): EventStore {
  const toEvent = (row: Row): QueuedEvent => {
    const { delay_s, concurrency_key, concurrency_limit, due_at, pushed_at, retry, ...same } = row;
    return {
      ...same,
      delaySeconds: delay_s,
      concurrencyKey: concurrency_key,
      concurrencyLimit: concurrency_limit,
      dueAt: due_at,
      pushedAt: pushed_at,
      retry: retry === null ? null : (JSON.parse(retry) as Retry),
    };
  };
  const mine = (installation?: string): [string, Cell[]] =>
    installation === undefined ? ['', []] : [' AND installation = ?', [installation]];

  return {
    add: (events) => {
      const last = database.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM events')?.seq ?? 0;
      events.forEach((event, at) => {
        database.run(
          `INSERT INTO events (id, seq, installation, queue, job, body, delay_s, concurrency_key,
             concurrency_limit, state, due_at, pushed_at, retries, retry, chain, copies)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, 0, NULL, ?, 0)`,
          ...[event.id, last + at + 1, event.installation, event.queue, event.job, event.body],
          ...[event.delaySeconds, event.concurrencyKey, event.concurrencyLimit],
          ...[event.dueAt, event.pushedAt, event.chain],
        );
      });
    },
    due: (now, installation) => {
      const [and, cells] = mine(installation);
      const rows = database.all<Row>(
        `SELECT * FROM events WHERE state = 'pending' AND due_at <= ?${and} ORDER BY due_at, seq LIMIT ${lookAhead}`,
        now,
        ...cells,
      );
      const busy = runningKeys(database);
      return rows.map(toEvent).filter((event) => {
        if (event.concurrencyKey === null) return true;
        return (busy.get(keyName(event)) ?? 0) < (event.concurrencyLimit ?? Infinity);
      });
    },
    nextDueAt: (installation) => {
      const [and, cells] = mine(installation);
      const sql = `SELECT min(due_at) AS at FROM events WHERE state = 'pending'${and}`;
      return database.get<{ at: number | null }>(sql, ...cells)?.at ?? undefined;
    },
    mark: (id, change) => {
      const set = ['state = ?'];
      const cells: Cell[] = [change.state];
      const put = (column: string, cell: Cell | undefined): void => {
        if (cell === undefined) return;
        set.push(`${column} = ?`);
        cells.push(cell);
      };
      put('due_at', change.dueAt);
      put('retries', change.retries);
      put('retry', change.retry && JSON.stringify(change.retry));
      put('copies', change.copies);
      database.run(`UPDATE events SET ${set.join(', ')} WHERE id = ?`, ...cells, id);
    },
    state: (id) => database.get<{ state: EventState }>('SELECT state FROM events WHERE id = ?', id)?.state,
    stats: (installation, queue, job) => {
      const rows = database.all<{ state: EventState; n: number }>(
        `SELECT state, count(*) AS n FROM events WHERE installation = ? AND queue = ? AND job = ? GROUP BY state`,
        ...[installation, queue, job],
      );
      if (rows.length === 0) return undefined;
      const count = (...states: EventState[]): number =>
        rows.filter((row) => states.includes(row.state)).reduce((total, row) => total + row.n, 0);
      return {
        success: count('success'),
        inProgress: count('pending', 'running', 'lost'),
        failed: count('failed', 'cancelled'),
      };
    },
    totals: (installation) => {
      const [and, cells] = mine(installation);
      const sql = `SELECT state, count(*) AS n FROM events WHERE 1 = 1${and} GROUP BY state`;
      const totals = { pending: 0, running: 0, success: 0, failed: 0, cancelled: 0, lost: 0 };
      for (const row of database.all<{ state: EventState; n: number }>(sql, ...cells))
        totals[row.state] = row.n;
      return totals;
    },
    cancel: (installation, queue, job) => {
      const where = 'installation = ? AND queue = ? AND job = ?';
      const cells = [installation, queue, job];
      if (!database.get(`SELECT id FROM events WHERE ${where}`, ...cells)) return false;
      database.run(`UPDATE events SET state = 'cancelled' WHERE ${where} AND state = 'pending'`, ...cells);
      return true;
    },
    recover: (now) =>
      database.run(
        `UPDATE events SET state = 'pending', due_at = ?, retry = ? WHERE state = 'running'`,
        ...[now, JSON.stringify({ reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' } satisfies Retry)],
      ).changes,
    countPush: (chain) => {
      database.run(
        'INSERT INTO chains (id, pushes) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET pushes = pushes + 1',
        chain,
      );
      return database.get<{ pushes: number }>('SELECT pushes FROM chains WHERE id = ?', chain)?.pushes ?? 1;
    },
  };
}

/** Concurrency keys are counted per installation and across its queues (async events page, 2026-10). */
function keyName(event: Pick<QueuedEvent, 'installation' | 'concurrencyKey'>): string {
  return `${event.installation}\n${event.concurrencyKey ?? ''}`;
}

function runningKeys(database: Database): Map<string, number> {
  const rows = database.all<{ installation: string; concurrencyKey: string; n: number }>(
    `SELECT installation, concurrency_key AS concurrencyKey, count(*) AS n FROM events
     WHERE state = 'running' AND concurrency_key IS NOT NULL GROUP BY installation, concurrency_key`,
  );
  return new Map(rows.map((row) => [keyName(row), row.n]));
}
