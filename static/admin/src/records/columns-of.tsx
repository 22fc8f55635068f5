import { MoveButtons } from '../moves/move-buttons';
import { type RegisterKind } from '../../../../src/contracts/records';
import { type Drawing, type RegisterColumn } from './register-column';
import { historyColumn, issueColumn, reasonColumn, stateColumn } from './shared-columns';
import { subjectColumns } from './subject-columns';
import { termsColumn } from './terms-column';

/** The columns of a register: whom it is about, what it says, how it stands and until when, who did what. */
export function columnsOf(kind: RegisterKind, drawing: Drawing): readonly RegisterColumn[] {
  const terms = termsColumn(kind, drawing);
  return [
    ...subjectColumns(kind, drawing),
    ...(terms === null ? [] : [terms]),
    stateColumn(drawing),
    ...(kind === 'route-out' ? [issueColumn(drawing)] : []),
    reasonColumn(drawing),
    historyColumn(drawing),
    {
      id: 'moves',
      title: drawing.t('records.column.moves'),
      draw: (line) => <MoveButtons line={line} none={drawing.t('cases.none')} />,
    },
  ];
}
