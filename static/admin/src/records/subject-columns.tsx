import { isRowDecision, type RecordKind } from '../../../../src/contracts/records';
import { PersonName } from '../parts/person-name';
import { tellPath } from '../parts/tell-path';
import { toCase, toSource } from '../route/route';
import { type Drawing, type RegisterColumn } from './register-column';

/** What a record is about: a path of somebody, a source, a group, a site, or a rule. */
export function subjectColumns(kind: RecordKind, drawing: Drawing): readonly RegisterColumn[] {
  switch (kind) {
    case 'intent':
    case 'redesign':
      return [sourceColumn(drawing), productColumn(drawing)];
    case 'source-attestation':
    case 'stewardship':
      return [
        {
          id: 'group',
          title: drawing.t('records.column.group'),
          draw: ({ record, subject }) => subject.groupName ?? ('groupId' in record ? record.groupId : ''),
        },
      ];
    case 'settings-attestation':
      return [
        {
          id: 'site',
          title: drawing.t('records.column.site'),
          draw: ({ record, subject }) => subject.site ?? ('cloudId' in record ? record.cloudId : ''),
        },
      ];
    case 'protection':
      // The rule says whom it protects.
      return [];
    case 'route-out':
    case 'exception':
    case 'hold':
    case 'keep':
    case 'local-action':
      return [personColumn(drawing), productColumn(drawing), pathColumn(drawing)];
  }
}

function personColumn({ t, routes }: Drawing): RegisterColumn {
  return {
    id: 'person',
    title: t('records.column.person'),
    draw: ({ record, subject: { person } }) =>
      isRowDecision(record) &&
      person !== null && (
        <button
          type="button"
          className="link"
          aria-label={t('records.open-case', { person: person.name ?? person.accountId })}
          onClick={() => routes.go(toCase({ accountId: record.row.accountId, ari: record.row.ari }))}
        >
          <PersonName person={person} />
        </button>
      ),
  };
}

function productColumn({ t }: Drawing): RegisterColumn {
  return {
    id: 'product',
    title: t('records.column.product'),
    draw: ({ subject }) => subject.product ?? t('cases.none'),
  };
}

function pathColumn({ t }: Drawing): RegisterColumn {
  return {
    id: 'path',
    title: t('records.column.path'),
    draw: ({ record, subject }) =>
      isRowDecision(record) && tellPath(t, record.row, subject.groupName ?? record.evidence.groupName),
  };
}

function sourceColumn({ t, routes }: Drawing): RegisterColumn {
  return {
    id: 'source',
    title: t('records.column.source'),
    draw: ({ record, subject }) =>
      'source' in record && (
        <button
          type="button"
          className="link"
          onClick={() => routes.go(toSource({ ...record.source, form: null }))}
        >
          {subject.groupName ?? record.evidence.groupName}
        </button>
      ),
  };
}
