import { type Finding, FINDINGS, type Owner } from '../contracts/vocabulary';
import { bitOf, IS } from './columns';
import { NEVER_ACTIVE } from '../contracts/snapshot';
import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../contracts/atlassian-pages';

/** What the finding rules may ask about one row, whose decision is not `none`. */
export interface RowFacts {
  readonly owner: Owner;
  readonly contradiction: boolean;
  readonly rowBillable: number;
  readonly caseBillable: number;
  readonly inactive: number;
  readonly lastActive: number;
  readonly scimInactive: boolean;
  readonly split: boolean;
  /** A role that bills, on a resource and a type of account that bill, while the account is dormant. */
  readonly dormant: boolean;
}

export interface FindingRule {
  readonly finding: Finding;
  readonly when: (row: RowFacts) => boolean;
  readonly because: string;
  /** The Atlassian page the rule rests on, and the day it was checked (S2). */
  readonly source: string;
  readonly checked: string;
}

const bills = (row: RowFacts): boolean => row.caseBillable === IS;

/** Every rule that applies adds its finding. */
export const findingRules: readonly FindingRule[] = [
  {
    finding: 'inactive-seat',
    when: (row) => bills(row) && row.inactive === IS && row.lastActive !== NEVER_ACTIVE,
    because: 'The seat bills and was last used before the inactivity window.',
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'never-active',
    when: (row) => bills(row) && row.inactive === IS && row.lastActive === NEVER_ACTIVE,
    because: 'The seat bills and was never used, although the account is older than the window.',
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'scim-inactive-billable',
    when: (row) => bills(row) && row.scimInactive,
    because: 'The identity provider has deactivated the person, and the seat still bills.',
    source: ATLASSIAN_PAGES.provisioning,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'mixed-paths',
    when: (row) => row.split,
    because: 'Synced and local paths keep the same access; removing one frees nothing.',
    source: ATLASSIAN_PAGES.appAccess,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'unproven-default',
    when: (row) => row.rowBillable === IS && row.owner === 'default-group',
    because: 'A default group keeps the seat, and nobody has said that it should.',
    source: ATLASSIAN_PAGES.defaultGroups,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'unproven-local',
    when: (row) => row.rowBillable === IS && (row.owner === 'local-group' || row.owner === 'direct'),
    because: 'A local path keeps the seat, and nobody has said that it should.',
    source: ATLASSIAN_PAGES.groupMembership,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'owner-unknown',
    when: (row) => row.owner === 'unknown' && !row.contradiction,
    because: 'What was read does not tell who owns this path.',
    source: ATLASSIAN_PAGES.groups,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'contradiction',
    when: (row) => row.contradiction,
    because: 'What was read about this group contradicts itself.',
    source: ATLASSIAN_PAGES.groups,
    checked: PAGES_CHECKED,
  },
  {
    finding: 'dormant-path',
    when: (row) => row.dormant,
    because: 'Nothing is billed now, but the seat comes back when the account is restored.',
    source: ATLASSIAN_PAGES.users,
    checked: PAGES_CHECKED,
  },
];

/** The findings of a row as a mask over `FINDINGS`. */
export function findingsOf(row: RowFacts): number {
  let mask = 0;
  for (const rule of findingRules) if (rule.when(row)) mask |= bitOf(FINDINGS, rule.finding);
  return mask;
}
