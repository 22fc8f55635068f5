import { type RegisterLine } from '../../../../src/contracts/review-views';
import { type Translate } from '../texts/texts';
import { tellRule } from '../parts/tell-rule';

/** What a record is about, in one line: whoever takes a step has to see of what. */
export function tellSubject(
  t: Translate,
  { record, subject }: Pick<RegisterLine, 'record' | 'subject'>,
): string {
  if (record.kind === 'protection') return tellRule(t, record.rule, subject);
  const { person, groupName, product, site } = subject;
  const names = [person?.name ?? person?.accountId, groupName, product, site];
  return names.filter((name) => name !== null && name !== undefined).join(', ');
}
