import { type ProtectionRule } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { type Translate } from '../texts/texts';

/** Whom a rule protects, in words. */
export function tellRule(t: Translate, rule: ProtectionRule, subject: RegisterLine['subject']): string {
  switch (rule.by) {
    case 'account':
      return t('rule.account.told', { account: subject.person?.name ?? rule.accountId });
    case 'email-pattern':
      return t('rule.email-pattern.told', { pattern: rule.pattern });
    case 'group':
      return t('rule.group.told', { group: subject.groupName ?? rule.groupId });
    case 'direct-role':
      return t('rule.direct-role.told', { role: rule.role, product: subject.product ?? rule.ari });
  }
}
