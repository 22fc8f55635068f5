import { type RecordKind } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { type Services } from '../services';
import { MovesCell } from './moves-cell';
import { type RecordColumn } from './record-table';
import { endColumn, historyColumn, issueColumn, reasonColumn, stateColumn } from './shared-columns';
import { subjectColumns } from './subject-columns';
import { termsColumn } from './terms-column';

export type RegisterColumn = RecordColumn<RegisterLine>;
/** What the columns need to speak and to lead elsewhere. */
export type Drawing = Pick<Services, 't' | 'locale' | 'routes'>;

/** Kinds whose records end on a day. */
const ENDING: readonly RecordKind[] = [
  'exception',
  'hold',
  'keep',
  'intent',
  'protection',
  'source-attestation',
  'settings-attestation',
  'stewardship',
];

/** The columns of a register: whom it is about, what it says, how it stands, when it ends, who did what. */
export function columnsOf(kind: RecordKind, drawing: Drawing): readonly RegisterColumn[] {
  const terms = termsColumn(kind, drawing);
  return [
    ...subjectColumns(kind, drawing),
    ...(terms === null ? [] : [terms]),
    stateColumn(drawing),
    ...(kind === 'route-out' ? [issueColumn(drawing)] : []),
    ...(ENDING.includes(kind) ? [endColumn(drawing)] : []),
    reasonColumn(drawing),
    historyColumn(drawing),
    {
      id: 'moves',
      title: drawing.t('records.column.moves'),
      draw: (line) => <MovesCell line={line} />,
    },
  ];
}
