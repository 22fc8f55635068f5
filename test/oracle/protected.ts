import type { Protection } from '../../src/contracts/records';
import type { OutcomeCase } from './outcome';
import { lastsUntil, type Sight } from './sight';

/** The oldest protection that holds and names an account. */
export function protectionOf(
  accountId: string,
  cases: readonly OutcomeCase[],
  { records, now }: Sight,
): Protection | null {
  const holding = records.flatMap((record) =>
    record.kind === 'protection' && record.state === 'standing' && lastsUntil(record.expiresOn) > now
      ? [record]
      : [],
  );
  if (holding.length === 0) return null;
  const mine = cases.filter((one) => one.accountId === accountId);
  const names = ({ rule }: Protection): boolean => {
    switch (rule.by) {
      case 'account':
        return rule.accountId === accountId;
      case 'group':
        return mine.some(({ rows }) => rows.some(({ path }) => path.groupId === rule.groupId));
      case 'direct-role':
        return mine.some(
          ({ ari, rows }) =>
            ari === rule.ari &&
            rows.some(({ path }) => path.via === 'direct' && path.roles.includes(rule.role)),
        );
      case 'email-pattern':
        return false;
    }
  };
  return holding.filter(names).sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt))[0] ?? null;
}
