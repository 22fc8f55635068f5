import type { Input } from '../../src/contracts/api';
import type { RowRef } from '../../src/contracts/evidence';
import type { ProtectionRule } from '../../src/contracts/records';
import type { RunningApp } from './app';
import { dayIn } from './records';
import { accounts, jira, who, wiki } from './review-org';

/* Rows of the review organization, one for each owner, and inputs that decide them. */

export const defaultRow: RowRef = {
  accountId: accounts.ada,
  ari: jira.ari,
  via: 'group',
  groupId: 'group-jira-users',
};
export const localRow: RowRef = {
  accountId: accounts.cem,
  ari: jira.ari,
  via: 'group',
  groupId: 'group-legacy',
};
export const syncedRow: RowRef = { ...defaultRow, groupId: 'group-engineering' };
export const unknownRow: RowRef = {
  accountId: accounts.eve,
  ari: wiki.ari,
  via: 'group',
  groupId: 'group-unsaid',
};

export const hold = (
  app: RunningApp,
  change: Partial<Input<'holds/record'>> = {},
): Input<'holds/record'> => ({
  row: defaultRow,
  after: null,
  reason: 'The team lead is asked.',
  ownedBy: who.finance,
  expiresOn: dayIn(app, 30),
  condition: null,
  ...change,
});
export const keep = (
  app: RunningApp,
  change: Partial<Input<'keeps/record'>> = {},
): Input<'keeps/record'> => ({
  row: defaultRow,
  after: null,
  reason: 'Needed every day.',
  expiresOn: dayIn(app, 300),
  ...change,
});
export const exception = (
  app: RunningApp,
  change: Partial<Input<'exceptions/record'>> = {},
): Input<'exceptions/record'> => ({
  row: defaultRow,
  after: null,
  reason: 'The contract runs until spring.',
  class: 'contractor',
  ownedBy: who.finance,
  expiresOn: dayIn(app, 90),
  dependency: '',
  ...change,
});

export const localAction = (
  change: Partial<Input<'local-actions/record'>> = {},
): Input<'local-actions/record'> => ({
  row: localRow,
  after: null,
  reason: 'Moved to another team.',
  ...change,
});

export const protect = (
  app: RunningApp,
  rule: ProtectionRule,
  change: Partial<Input<'protections/record'>> = {},
): Input<'protections/record'> => ({
  rule,
  after: null,
  class: 'integration',
  reason: 'Builds every night.',
  steward: who.finance,
  expiresOn: dayIn(app, 300),
  ...change,
});
export const byAccount = (accountId: string): ProtectionRule => ({ by: 'account', accountId });
