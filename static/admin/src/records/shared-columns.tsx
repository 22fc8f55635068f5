import { type RouteOut, type AccessException } from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { PersonName } from '../parts/person-name';
import { firstSort, noFilter } from '../route/route';
import { type RouteStore } from '../route/route-store';
import { type Translate } from '../texts/texts';
import { type RecordColumn } from './record-table';

interface Line {
  record: RouteOut | AccessException;
  person: Person;
  product: string;
}

/** Whom, on which product and through which path a record is about; the name leads to the case. */
export function subjectColumns<L extends Line>(t: Translate, routes: RouteStore): readonly RecordColumn<L>[] {
  const openCase = ({ record }: L): void => {
    const { accountId, ari } = record.row;
    routes.go({ tab: 'cases', filter: noFilter, sort: firstSort, open: { accountId, ari } });
  };
  return [
    {
      id: 'person',
      title: t('records.column.person'),
      draw: (line) => (
        <button
          type="button"
          className="link"
          aria-label={t('records.open-case', { person: line.person.name ?? line.person.accountId })}
          onClick={() => openCase(line)}
        >
          <PersonName person={line.person} />
        </button>
      ),
    },
    { id: 'product', title: t('records.column.product'), draw: (line) => line.product },
    { id: 'path', title: t('records.column.path'), draw: (line) => tellPath(t, line.record) },
    {
      id: 'reason',
      title: t('records.column.reason'),
      draw: (line) => (
        <span className="clamp clamp--reason" title={line.record.reason}>
          {line.record.reason}
        </span>
      ),
    },
  ];
}

function tellPath(t: Translate, { row, evidence }: RouteOut | AccessException): string {
  if (row.via !== 'group') return t(`records.path.${row.via}`);
  return t('records.path.group', { group: evidence.groupName ?? row.groupId ?? '' });
}
