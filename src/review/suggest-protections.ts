import type { Protection, ProtectionClass, ProtectionRule } from '../contracts/records';
import { rolesOfRow } from '../access/path-table';
import { NO_GRANT } from '../access/path-table';
import { IS } from '../decision/columns';
import type { DecisionTable } from '../decision/tell';
import { subjectOf } from './subjects';

export interface SuggestedProtection {
  readonly rule: ProtectionRule;
  readonly class: ProtectionClass;
  readonly because: string;
  /** The name of what the rule names; an account is named when it is shown. */
  readonly subject: string;
}

const DAY_MS = 86_400_000;
const ADMIN_ROLE = 'atlassian/admin';

interface Basis {
  /** Epoch ms of the scan. */
  readonly now: number;
  readonly inactiveDays: number;
  readonly known: readonly Protection[];
}

/**
 * Whom a bulk had better not touch. Activity means that somebody looked at a page: an integration that works by
 * token looks dead. Administrators are few, and losing one is dear.
 */
export function suggestProtections(table: DecisionTable, basis: Basis): SuggestedProtection[] {
  const known = new Set(basis.known.map((one) => subjectOf(one)));
  return [...tokenUsers(table, basis), ...nonPeople(table), ...adminGroups(table)].filter(
    ({ rule }) => !known.has(['protection', ...Object.values(rule)].join('\n')),
  );
}

/** Accounts that acted by API token inside the window and hold a seat that nobody looks at pages with. */
function* tokenUsers(
  { snapshot, paths, columns }: DecisionTable,
  basis: Basis,
): Generator<SuggestedProtection> {
  const { tokenUse } = snapshot.history;
  const told = new Set<number>();
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const account = paths.caseAccount[c]!;
    const at = tokenUse[account] ?? NaN;
    const recent = basis.now - at < basis.inactiveDays * DAY_MS;
    if (!recent || columns.caseInactive[c] !== IS || told.has(account)) continue;
    told.add(account);
    yield {
      rule: { by: 'account', accountId: snapshot.accounts.ids[account]! },
      class: 'integration',
      because: 'It works by API token, which page views do not show: its seat looks unused and is not.',
      subject: '',
    };
  }
}

/** App and service accounts with a path to a product. */
function* nonPeople({ snapshot, paths, columns }: DecisionTable): Generator<SuggestedProtection> {
  for (const account of new Set(paths.caseAccount)) {
    const standing = columns.accountStanding[account];
    if (standing !== 'service-account' && standing !== 'not-a-person') continue;
    const service = standing === 'service-account';
    yield {
      rule: { by: 'account', accountId: snapshot.accounts.ids[account]! },
      class: service ? 'service' : 'app',
      because: service
        ? 'Its address says that it is a service account.'
        : 'It is an app or a customer account, not a person.',
      subject: '',
    };
  }
}

/** Groups that give the administration of a product. */
function* adminGroups({ snapshot, paths }: DecisionTable): Generator<SuggestedProtection> {
  const told = new Set<number>();
  for (let row = 0; row < paths.rowGrant.length; row += 1) {
    const grant = paths.rowGrant[row]!;
    if (grant === NO_GRANT || !rolesOfRow(paths, snapshot.roleSets, row).includes(ADMIN_ROLE)) continue;
    const group = snapshot.grants.group[grant]!;
    if (told.has(group)) continue;
    told.add(group);
    yield {
      rule: { by: 'group', groupId: snapshot.groups.ids[group]! },
      class: 'admin',
      because: 'Its members administer a product: losing one by a bulk would be noticed too late.',
      subject: snapshot.groups.names[group]!,
    };
  }
}
