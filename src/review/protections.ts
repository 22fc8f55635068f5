import type { Protection } from '../contracts/records';
import { NO_GRANT, rolesOfRow, VIA_DIRECT } from '../access/path-table';
import type { DecisionTable } from '../decision/tell';

/** Which protection in force names an account; null where none does. The oldest one counts. */
export function indexProtections(
  table: DecisionTable,
  protections: readonly Protection[],
): (account: number) => Protection | null {
  const byAccount = new Map<number, Protection>();
  const oldestFirst = [...protections].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
  for (const protection of oldestFirst) {
    for (const account of accountsUnder(table, protection.rule)) {
      if (!byAccount.has(account)) byAccount.set(account, protection);
    }
  }
  return (account) => byAccount.get(account) ?? null;
}

/** The accounts that a rule names in this snapshot. */
export function accountsUnder({ snapshot, paths }: DecisionTable, rule: Protection['rule']): Set<number> {
  const found = new Set<number>();
  const { accounts, grants, groups } = snapshot;
  switch (rule.by) {
    case 'account': {
      const account = accounts.ids.indexOf(rule.accountId);
      if (account !== -1) found.add(account);
      return found;
    }
    case 'email-pattern': {
      const bit = 1 << snapshot.emailPatterns.indexOf(rule.pattern);
      if (!snapshot.emailPatterns.includes(rule.pattern)) return found;
      for (let account = 0; account < accounts.ids.length; account += 1) {
        if ((accounts.emailMatches[account]! & bit) !== 0) found.add(account);
      }
      return found;
    }
    case 'group':
    case 'direct-role':
      for (let row = 0; row < paths.rowVia.length; row += 1) {
        const c = paths.rowCase[row]!;
        const grant = paths.rowGrant[row]!;
        const hit =
          rule.by === 'group'
            ? grant !== NO_GRANT && groups.ids[grants.group[grant]!] === rule.groupId
            : paths.rowVia[row] === VIA_DIRECT &&
              snapshot.resources[paths.caseResource[c]!]!.ari === rule.ari &&
              rolesOfRow(paths, snapshot.roleSets, row).includes(rule.role);
        if (hit) found.add(paths.caseAccount[c]!);
      }
      return found;
  }
}
