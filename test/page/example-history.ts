import { type Output } from '../../src/contracts/api';
import { type HistoryLine, type PathThen } from '../../src/contracts/case-history';
import { CYCLE } from './example-records';
import { GROUP, personAt } from './example-org';

type History = Output<'cases/history'>;
type RecordLine = Extract<HistoryLine, { is: 'record' }>;
type ReviewLine = Extract<HistoryLine, { is: 'review' }>;

const synced: PathThen = { via: 'group', groupId: GROUP, groupName: 'contractors' };
const byDefault: PathThen = { via: 'group', groupId: 'group-jira-users', groupName: 'jira-users' };
const [decider, approver, admin] = [personAt(0), personAt(1), personAt(2)];
const pool = { poolId: 'resource:jira', poolName: 'Jira (northwind)' };

const aReview = (cycleId: string, at: string, change: Partial<ReviewLine>): HistoryLine => ({
  is: 'review',
  at,
  by: 'seatpath',
  cycleId,
  state: 'lapsed',
  verdict: 'complete',
  rows: [],
  ...change,
});
const ofAction = (at: string, by: string, to: string | null, note: string): RecordLine => ({
  is: 'record',
  at,
  by,
  record: { id: 'local-action-1', kind: 'local-action' },
  to,
  path: byDefault,
  note,
});

/** Where the newest part of the example ends. */
export const FIRST_TOLD = 'cycle-2026-W45';

const NEWEST: History = {
  lines: [
    aReview(CYCLE, '2026-11-23T09:00:00.000Z', {
      by: null,
      state: 'open',
      rows: [
        { path: synced, disposition: 'covered', recordId: 'intent-1' },
        { path: byDefault, disposition: 'queued', recordId: null },
      ],
    }),
    { is: 'saving', at: '2026-11-23T07:40:00.000Z', by: 'seatpath', saw: 'back', ...pool, returned: { afterDays: 12, way: 'default-on-invite', because: 'The account was invited again, and the group is given to whoever is.', groupId: 'group-jira-users' } }, // prettier-ignore
    aReview('cycle-2026-W47', '2026-11-20T15:10:00.000Z', { by: decider.accountId, state: 'closed' }),
    { is: 'saving', at: '2026-11-16T07:40:00.000Z', by: 'seatpath', saw: 'settled', ...pool, returned: null },
    ofAction('2026-11-11T07:40:00.000Z', 'seatpath', 'confirmed', 'The scan of 11 November no longer shows it.'),
    { is: 'saving', at: '2026-11-11T07:40:00.000Z', by: 'seatpath', saw: 'gone', ...pool, returned: null },
    aReview('cycle-2026-W46', '2026-11-10T08:05:00.000Z', {
      verdict: 'partial',
      rows: [{ path: byDefault, disposition: 'local-action', recordId: 'local-action-1' }],
    }),
    ofAction('2026-11-06T10:00:00.000Z', admin.accountId, 'claimed', ''),
    ofAction('2026-11-05T16:20:00.000Z', approver.accountId, 'approved', 'Agreed with the team lead.'),
    ofAction('2026-11-05T09:30:00.000Z', decider.accountId, null, 'Left the support rota in October.'),
    aReview(FIRST_TOLD, '2026-11-03T08:05:00.000Z', { by: null, verdict: null, rows: 'no-scan' }),
  ],
  earlier: FIRST_TOLD,
  people: [decider, approver, admin],
}; // prettier-ignore

const BEFORE: History = {
  lines: [
    aReview('cycle-2026-W44', '2026-11-02T08:05:00.000Z', { rows: 'not-kept' }),
    { is: 'record', at: '2026-10-31T00:00:00.000Z', by: null, record: { id: 'keep-1', kind: 'keep' }, to: 'over', path: byDefault, note: '' }, // prettier-ignore
    aReview('cycle-2026-W43', '2026-10-26T08:05:00.000Z', {
      rows: [{ path: byDefault, disposition: 'queued', recordId: null }],
    }),
  ],
  earlier: null,
  people: [],
};

/** A case over five weeks, in two parts: freed by a local action, and back by an invitation. */
export function exampleHistory(before: string | null): History {
  return before === null ? NEWEST : BEFORE;
}
