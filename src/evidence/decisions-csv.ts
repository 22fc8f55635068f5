import type { DecisionTable } from '../decision/tell';
import { tellCases } from './decisions-file';

export const DECISIONS_CSV_COLUMNS = [
  'accountId',
  'name',
  'e-mail',
  'ari',
  'typeKey',
  'resource',
  'via',
  'groupId',
  'groupName',
  'roles',
  'owner',
  'idp',
  'decision',
  'hold',
  'findings',
  'row billable',
  'case billable',
  'billableBecause',
  'scim',
  'lastActive',
  'inactive',
  'split',
] as const;

/** Name and e-mail of an account, where they are known; the snapshot never holds them. */
export type PersonLookup = (accountId: string) => { name: string; email: string } | null;

/** decisions.csv as records, one line a row, under `DECISIONS_CSV_COLUMNS`. */
export function* tellCsvLines(table: DecisionTable, personOf: PersonLookup): Generator<string[]> {
  const resources = new Map(table.snapshot.resources.map((resource) => [resource.ari, resource]));
  for (const one of tellCases(table)) {
    const person = personOf(one.accountId);
    const resource = resources.get(one.ari);
    for (const row of one.rows) {
      const { idp } = row.path;
      yield [
        one.accountId,
        person?.name ?? '',
        person?.email ?? '',
        one.ari,
        resource?.typeKey ?? '',
        resource?.name ?? '',
        row.path.via,
        row.path.groupId ?? '',
        row.path.groupName ?? '',
        row.path.roles.join(' '),
        row.owner,
        idp ? `${idp.scimDirectoryId}/${idp.scimGroupId}` : '',
        row.decision,
        row.hold ?? '',
        row.findings.join(' '),
        String(row.billable),
        String(one.billable),
        one.billableBecause,
        one.identity.scim,
        one.lastActive,
        String(one.inactive),
        String(one.split),
      ];
    }
  }
}
