import type { RowRef } from '../contracts/evidence';
import type { ReviewRecord } from '../contracts/records';
import type { RequestIssue } from '../contracts/route-outs';

/**
 * What a record decides about, as one text. Of all records with the same subject only the newest counts, and
 * a new one is stored only if the newest one is still the one that its author saw.
 */
export function subjectOf(record: ReviewRecord): string {
  switch (record.kind) {
    case 'route-out':
    case 'exception':
    case 'hold':
    case 'keep':
    case 'local-action':
      return subjectOfRow(record.row);
    case 'intent':
    case 'redesign':
      return ['source', record.source.ari, record.source.groupId].join('\n');
    case 'protection':
      return ['protection', ...Object.values(record.rule)].join('\n');
    case 'source-attestation':
    case 'stewardship':
      return [record.kind, record.groupId].join('\n');
    case 'group-profile':
      return [record.kind, record.idpId, record.groupId].join('\n');
    case 'request-issue':
      return requestSubject(record);
    case 'boundary-exception':
      return [record.kind, subjectOfRow(record.row)].join('\n');
    case 'override-attempt':
      // Each counts for itself.
      return [record.kind, record.id].join('\n');
    case 'pool':
      return [record.kind, record.poolId].join('\n');
    case 'invoice-line':
      return [record.kind, record.poolId, record.period, record.number].join('\n');
    case 'settings-attestation':
      return [record.kind, record.cloudId].join('\n');
  }
}

export function subjectOfRow({ accountId, ari, via, groupId }: RowRef): string {
  return ['row', accountId, ari, via, groupId ?? ''].join('\n');
}

/** There is one issue under way for what one provider is asked about one group. */
export function requestSubject({
  idpId,
  groupId,
  request,
}: Pick<RequestIssue, 'idpId' | 'groupId' | 'request'>): string {
  return ['request-issue', idpId, groupId, request].join('\n');
}
