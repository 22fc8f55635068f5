import type { ReviewRecord } from '../contracts/records';

/** What somebody speaks for: whole identity providers, and single groups whose profile names him. */
export interface Mandate {
  readonly idpIds: readonly string[];
  readonly groups: readonly GroupAtProvider[];
}

export interface GroupAtProvider {
  readonly idpId: string;
  readonly groupId: string;
}

/** Whether somebody answers for a group at a provider. */
export function speaksFor({ idpIds, groups }: Mandate, idpId: string, groupId: string | null): boolean {
  return idpIds.includes(idpId) || groups.some((one) => one.idpId === idpId && one.groupId === groupId);
}

/** Whether a record is for somebody who speaks for this and is nothing else. A new kind of record has to be placed here. */
export function isSpokenFor(mandate: Mandate, record: ReviewRecord): boolean {
  switch (record.kind) {
    case 'route-out':
      return speaksFor(mandate, record.idpId, record.row.groupId);
    case 'request-issue':
    case 'group-profile':
      return speaksFor(mandate, record.idpId, record.groupId);
    case 'boundary-exception':
      // Whom a group's profile names answers for the group; only who speaks for the provider agrees to an override.
      return mandate.idpIds.includes(record.idpId);
    case 'exception':
    case 'hold':
    case 'keep':
    case 'local-action':
    case 'intent':
    case 'redesign':
    case 'protection':
    case 'source-attestation':
    case 'settings-attestation':
    case 'stewardship':
    case 'pool':
    case 'invoice-line':
    case 'override-attempt':
      return false;
  }
}
