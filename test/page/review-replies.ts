import { type BatchView, type QueueLine } from '../../src/contracts/review-views';
import { OPEN_CYCLE, OPEN_REVIEW, OPENING } from './example-cycle';
import { exampleBacklog, examplePeople, exampleQueue } from './example-queue';
import { OWNER_SESSION } from './example-org';
import { failure, type Replies } from './replies';

type ReviewCall =
  Extract<keyof Replies, `cycle/${string}` | `queue/${string}` | `batches/${string}`> | 'cases/decide';

/** What the app answers about the review and its queue; what is decided stays. */
export function reviewReplies(): Pick<Replies, ReviewCall> {
  let review = OPEN_REVIEW;
  const queue = exampleQueue();
  const backlog = exampleBacklog();
  const batches = new Map<string, { batch: BatchView; looks: number }>();
  const itemOf = (itemId: string): QueueLine | undefined =>
    [...queue, ...backlog].find(({ item }) => item.id === itemId);

  return {
    'cycle/get': () => review,
    'cycle/past': ({ cycleId }) => {
      const past = review.earlier.find(({ id }) => id === cycleId);
      if (past === undefined)
        return failure('NOT_FOUND', 'There is no such review, or it has not ended yet.');
      const ends = [{ queued: 4, exception: 8 }, { keep: 3 }, {}, null];
      return {
        cycle: past.cycle,
        timeZone: review.timeZone,
        ledgerKept: true,
        items: queue.map(({ item, groupName, product, site, people }, i) => ({
          item,
          groupName,
          product,
          site,
          people,
          ends: ends[i % ends.length]!,
        })),
        people: review.people,
      };
    },
    'cycle/close': () =>
      (review = {
        ...review,
        version: review.version + 1,
        progress: null,
        cycle: {
          ...OPEN_CYCLE,
          state: 'closed',
          ending: {
            at: '2026-11-23T09:00:00.000Z',
            by: OWNER_SESSION.accountId,
            rows: OPENING.rows,
            decidedRows: 61,
            decidedBy: [OWNER_SESSION.accountId],
            decisions: 2,
            items: { decided: 2, undecided: 8 },
            ledgerHash: 'hash-of-ledger',
          },
        },
      }),
    'queue/list': ({ part, offset, limit }) => {
      const lines = part === 'queue' ? queue : backlog;
      return {
        cycleId: OPEN_CYCLE.id,
        total: lines.length,
        seats: lines.reduce((sum, { item }) => sum + item.seats, 0),
        freeable: lines.reduce((sum, { item }) => sum + item.freeable, 0),
        lines: lines.slice(offset, offset + limit),
      };
    },
    'queue/item': ({ itemId, offset, limit }) => {
      const line = itemOf(itemId);
      if (line === undefined) return failure('NOT_FOUND', 'The open review has no such item.');
      const people = examplePeople(line);
      return {
        cycleId: OPEN_CYCLE.id,
        line,
        total: people.length,
        protected: people.filter(({ protectedAs }) => protectedAs !== null).length,
        lines: people.slice(offset, offset + limit),
      };
    },
    'queue/decide': ({ itemId, except }) => {
      const line = itemOf(itemId)!;
      const rows = examplePeople(line)
        .filter(({ person }) => !except.includes(person.accountId))
        .flatMap(({ person, rows: paths }) => paths.map((path) => ({ ...path, person })))
        .filter(({ decided }) => decided === null);
      const batch: BatchView = {
        id: `batch-of-${itemId}`,
        itemId,
        takesBack: false,
        takenBackBy: null,
        left: 0,
        state: 'running',
        total: rows.length,
        recorded: 0,
        refused: 0,
        results: rows.map(({ row, groupName, person }, position) =>
          position === rows.length - 1
            ? {
                row,
                groupName,
                person,
                recordId: null,
                code: 'PROTECTED',
                message: 'It is an integration: *@bots.northwind.example.',
              }
            : { row, groupName, person, recordId: `record-of-row-${position}`, code: null, message: null },
        ),
      };
      batches.set(batch.id, { batch, looks: 0 });
      return { ...batch, results: [] };
    },
    'cases/decide': ({ cases: asked }) => {
      const cases = Array.isArray(asked) ? asked : asked.except;
      const batch: BatchView = {
        id: 'batch-of-cases',
        itemId: null,
        takesBack: false,
        takenBackBy: null,
        left: 0,
        state: 'running',
        total: cases.length,
        recorded: 0,
        refused: 0,
        results: cases.map(({ accountId, ari }) => ({
          row: { accountId, ari, via: 'group', groupId: 'group-idp-owned-0' },
          groupName: 'idp-owned-0',
          person: { accountId, name: null },
          recordId: `record-of-${accountId}`,
          code: null,
          message: null,
        })),
      };
      batches.set(batch.id, { batch, looks: 0 });
      return { ...batch, results: [] };
    },
    // The last path was decided anew meanwhile.
    'batches/take-back': ({ batchId }) => {
      const { batch } = batches.get(batchId)!;
      batch.takenBackBy = `${batchId}-taken-back`;
      const decided = batch.results.filter(({ code }) => code === null);
      const taking: BatchView = {
        ...batch,
        id: `${batchId}-taken-back`,
        takesBack: true,
        takenBackBy: null,
        total: decided.length,
        results: decided.map((result, position) =>
          position === decided.length - 1
            ? {
                ...result,
                recordId: null,
                code: 'CONFLICT',
                message: 'Somebody else decided this row meanwhile.',
              }
            : result,
        ),
      };
      batches.set(taking.id, { batch: taking, looks: 0 });
      return { ...taking, results: [] };
    },
    // Half way at the first look, through at the second.
    'batches/get': ({ batchId }) => {
      const known = batches.get(batchId);
      if (known === undefined) return failure('NOT_FOUND', 'There is no such decision.');
      known.looks += 1;
      const { batch } = known;
      const results = known.looks > 1 ? batch.results : batch.results.slice(0, batch.total / 2);
      const refused = results.filter(({ code }) => code !== null).length;
      const state = known.looks > 1 ? 'done' : 'running';
      if (state === 'done') {
        const line = batch.itemId === null ? undefined : itemOf(batch.itemId);
        if (line !== undefined) line.decided = batch.takesBack ? refused : line.people - refused;
      }
      const recorded = results.length - refused;
      const taking = batch.takenBackBy && batches.get(batch.takenBackBy)!.batch;
      const whole = taking ? taking.results.filter(({ code }) => code !== null).length : recorded;
      const left = state === 'done' && !batch.takesBack ? whole : 0;
      return { ...batch, state, refused, recorded, left, results };
    },
  };
}
