import { type RowRef } from '../../../../src/contracts/evidence';
import { type RegisterKind, type ReviewRecord } from '../../../../src/contracts/records';
import { CaseLink } from '../parts/case-link';
import { tellPath } from '../parts/tell-path';
import { toSource } from '../route/route';
import { type Drawing, type RegisterColumn } from './register-column';

/** What a record is about: a path of somebody, a source, a group, a site, or a rule. */
export function subjectColumns(kind: RegisterKind, drawing: Drawing): readonly RegisterColumn[] {
  switch (kind) {
    case 'intent':
    case 'redesign':
      return [sourceColumn(drawing)];
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
    case 'boundary-exception':
    case 'override-attempt':
      return [personColumn(drawing)];
  }
}

/** A person, and below the product and the path that the decision is about. */
function personColumn({ t }: Drawing): RegisterColumn {
  return {
    id: 'person',
    title: t('records.column.person'),
    draw: ({ record, subject }) => {
      const row = rowOf(record);
      if (row === null || subject.person === null) return null;
      return (
        <>
          <CaseLink person={subject.person} of={row} />
          <div className="records__under">{subject.product}</div>
          <div className="records__under">{tellPath(t, row, subject.groupName)}</div>
        </>
      );
    },
  };
}

/** The path that a record is about; null where it is about none. */
function rowOf(record: ReviewRecord): RowRef | null {
  if ('row' in record) return record.row;
  return record.kind === 'override-attempt' ? record.about : null;
}

/** A source, and below it the product that it gives. */
function sourceColumn({ t, routes }: Drawing): RegisterColumn {
  return {
    id: 'source',
    title: t('records.column.source'),
    draw: ({ record, subject }) =>
      'source' in record && (
        <>
          <button
            type="button"
            className="link"
            onClick={() => routes.go(toSource({ ...record.source, form: null }))}
          >
            {subject.groupName ?? record.evidence.groupName}
          </button>
          <div className="records__under">{subject.product}</div>
        </>
      ),
  };
}
