import { type ReviewRecord, type RowDecision } from '../../src/contracts/records';
import { type BatchView, type QueueLine, type RegisterLine } from '../../src/contracts/review-views';
import { aDecision, aRecord } from './example-records';
import {
  exampleBacklog,
  examplePeople,
  exampleQueue,
  OPEN_CYCLE,
  OPEN_REVIEW,
  OPENING,
} from './example-review';
import { exampleRegister } from './example-registers';
import { examplePreview, exampleSource } from './example-source';
import { exampleSources, OWNER_SESSION, personAt, SCAN_ID } from './example-org';
import { failure, type Replies } from './replies';

type ReviewCall =
  | Extract<keyof Replies, `cycle/${string}` | `queue/${string}` | `batches/${string}` | `sources/${string}`>
  | 'sites/attest'
  | `protections/${'record' | 'suggest'}`
  | 'records/move'
  | 'registers/list';

/** What the app answers about review, queue, sources and registers; `records` grows with what is decided. */
export function reviewReplies(records: ReviewRecord[]): Pick<Replies, ReviewCall> {
  let review = OPEN_REVIEW;
  const queue = exampleQueue();
  const backlog = exampleBacklog();
  const sources = exampleSources();
  const batches = new Map<string, { batch: BatchView; looks: number }>();
  const keep = <R extends ReviewRecord>(record: R): R => {
    records.push(record);
    return record;
  };
  const sourceOf = (groupId: string, ari: string) =>
    sources.find((line) => line.groupId === groupId && line.ari === ari);
  const itemOf = (itemId: string): QueueLine | undefined =>
    [...queue, ...backlog].find(({ item }) => item.id === itemId);

  return {
    'cycle/get': () => review,
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
        state: 'running',
        total: rows.length,
        recorded: 0,
        refused: 0,
        results: rows.map(({ row, person }, position) =>
          position === 1
            ? {
                row,
                person,
                recordId: null,
                code: 'PROTECTED',
                message: 'It is an integration: *@bots.northwind.example.',
              }
            : { row, person, recordId: `record-of-row-${position}`, code: null, message: null },
        ),
      };
      batches.set(batch.id, { batch, looks: 0 });
      return { ...batch, results: [] };
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
        const line = itemOf(batch.itemId)!;
        line.decided = line.people - refused;
      }
      return { ...batch, state, refused, recorded: results.length - refused, results };
    },
    'sources/list': ({ ari, text, sort, offset, limit }) => {
      const matched = sources
        .filter((line) => (ari === null || line.ari === ari) && line.groupName.includes(text))
        .sort((a, b) => (sort === 'group' ? a.groupName.localeCompare(b.groupName) : b.seats - a.seats));
      const lines = matched.slice(offset, offset + limit);
      return { scanId: SCAN_ID, total: sources.length, matched: matched.length, lines };
    },
    'sources/get': ({ groupId, ari }) => {
      const line = sourceOf(groupId, ari);
      if (line === undefined) return failure('NOT_FOUND', 'The last scan has no such source.');
      return exampleSource(line, records);
    },
    'sources/simulate': ({ change }) => examplePreview(change),
    'sources/intend': ({ source, reason, steward, population, cap, expiresOn }) => {
      const line = sourceOf(source.groupId, source.ari)!;
      line.intent = 'proposed';
      line.steward = personAt(3);
      return keep(
        aRecord('intent', { state: 'proposed', source, reason, steward, population, cap, expiresOn }),
      );
    },
    'sources/redesign': ({ source, reason, change }) => {
      sourceOf(source.groupId, source.ari)!.intent = 'redesign';
      return keep(aRecord('redesign', { source, reason, change }));
    },
    'sources/attest': ({ groupId, reason, says, idpId, expiresOn }) =>
      keep(aRecord('source-attestation', { groupId, reason, says, idpId, expiresOn })),
    'sources/steward': ({ groupId, reason, steward, expiresOn }) =>
      keep(aRecord('stewardship', { groupId, reason, steward, expiresOn })),
    'sites/attest': ({ cloudId, reason, approvedDomains, invitePolicy }) =>
      keep(aRecord('settings-attestation', { cloudId, reason, approvedDomains, invitePolicy })),
    'protections/record': ({ rule, class: kind, reason, steward, expiresOn }) =>
      keep(aRecord('protection', { rule, class: kind, reason, steward, expiresOn })),
    'protections/suggest': () => ({
      suggestions: [
        {
          rule: { by: 'account', accountId: personAt(9).accountId },
          class: 'integration',
          because: 'It made 40 changes by API token last week, and was never seen in the product.',
          subject: personAt(9).name!,
          affects: 1,
        },
        {
          rule: { by: 'group', groupId: 'group-contractors' },
          class: 'service',
          because: 'Every account in it has the domain of service accounts.',
          subject: 'contractors',
          affects: 42,
        },
      ],
    }),
    'registers/list': ({ kind }) => ({ lines: exampleRegister(kind, records) }),
    'records/move': ({ recordId, move, note }) => {
      const record = registers().find(({ record: known }) => known.id === recordId)!.record;
      const to = move === 'approve' ? 'approved' : move;
      return {
        ...record,
        steps: [...record.steps, { to, at: '2026-11-23T09:00:00.000Z', by: OWNER_SESSION.accountId, note }],
      };
    },
  };

  function registers(): RegisterLine[] {
    return (['intent', 'local-action', 'exception', 'protection'] as const).flatMap((kind) =>
      exampleRegister(kind, records),
    );
  }
}

type RowCall =
  'route-outs/record' | 'exceptions/record' | 'holds/record' | 'keeps/record' | 'local-actions/record';

/** What the app answers to decisions on single rows. */
export function rowReplies(records: ReviewRecord[]): Pick<Replies, RowCall> {
  const keep = <R extends RowDecision>(record: R): R => {
    records.push(record);
    return record;
  };
  return {
    'route-outs/record': ({ accountId, ari, groupId, reason }) =>
      keep(aDecision('route-out', { accountId, ari, via: 'group', groupId }, { reason })),
    'exceptions/record': ({ row, after: _, ...terms }) => keep(aDecision('exception', row, terms)),
    'holds/record': ({ row, after: _, ...terms }) => keep(aDecision('hold', row, terms)),
    'keeps/record': ({ row, after: _, ...terms }) => keep(aDecision('keep', row, terms)),
    'local-actions/record': ({ row, reason }) => keep(aDecision('local-action', row, { reason })),
  };
}
