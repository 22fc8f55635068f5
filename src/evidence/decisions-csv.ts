import type { DecisionCase } from '../contracts/decisions';
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
  const tell = csvTeller(table, personOf);
  for (const one of tellCases(table)) yield* tell(one);
}

/** The lines of one case, one for each row. */
export function csvTeller(
  { snapshot }: DecisionTable,
  personOf: PersonLookup,
): (one: DecisionCase) => string[][] {
  const resources = new Map(snapshot.resources.map((resource) => [resource.ari, resource]));
  return (one) => {
    const person = personOf(one.accountId);
    const resource = resources.get(one.ari);
    return one.rows.map((row) => [
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
      row.path.idp ? `${row.path.idp.scimDirectoryId}/${row.path.idp.scimGroupId}` : '',
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
    ]);
  };
}
