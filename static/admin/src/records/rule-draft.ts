import { ProtectionRule } from '../../../../src/contracts/records';
import { type ProtectionSuggestion } from '../../../../src/contracts/review-views';
import { type Person } from '../../../../src/contracts/views';

export const RULES = ['account', 'email-pattern', 'group', 'direct-role'] as const;

export interface Group {
  groupId: string;
  groupName: string;
}

/** Whom a protection is to be for, while it is filled in; each kind of rule uses its own part. */
export interface RuleDraft {
  by: ProtectionRule['by'];
  person: Person | null;
  pattern: string;
  group: Group | null;
  ari: string | null;
  role: string;
}

/** Begins with the suggestion that is adopted. */
export function firstRule(adopted: ProtectionSuggestion | null): RuleDraft {
  const rule = adopted?.rule;
  const name = adopted?.subject ?? '';
  return {
    by: rule?.by ?? 'account',
    person: rule?.by === 'account' ? { accountId: rule.accountId, name } : null,
    pattern: rule?.by === 'email-pattern' ? rule.pattern : '',
    group: rule?.by === 'group' ? { groupId: rule.groupId, groupName: name } : null,
    ari: rule?.by === 'direct-role' ? rule.ari : null,
    role: rule?.by === 'direct-role' ? rule.role : '',
  };
}

/** The rule as the call table takes it; null while something is missing or has no such form. */
export function readRule(draft: RuleDraft): ProtectionRule | null {
  const read = ProtectionRule.safeParse(rawRule(draft));
  return read.success ? read.data : null;
}

function rawRule({ by, person, pattern, group, ari, role }: RuleDraft): object {
  switch (by) {
    case 'account':
      return { by, accountId: person?.accountId };
    case 'email-pattern':
      return { by, pattern: pattern.trim() };
    case 'group':
      return { by, groupId: group?.groupId };
    case 'direct-role':
      return { by, ari, role: role.trim() };
  }
}
