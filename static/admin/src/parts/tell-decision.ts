import { type RowDecision } from '../../../../src/contracts/records';
import { type RouteOut } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { type Translate } from '../texts/texts';
import { nameOf } from './names';

/** What a decision on a row says, in one line; the end of those that end follows it. */
export function tellDecision(
  t: Translate,
  record: Exclude<RowDecision, RouteOut>,
  people: readonly Person[],
): string {
  switch (record.kind) {
    case 'exception':
      return t('case.exception.by', {
        class: t(`exception.${record.class}`),
        person: nameOf(t, people, record.ownedBy),
      });
    case 'hold':
      return record.condition === null
        ? t('case.hold.by', { person: nameOf(t, people, record.ownedBy) })
        : t('case.hold.for', {
            person: nameOf(t, people, record.ownedBy),
            condition: t(`condition.${record.condition}`),
          });
    case 'keep':
      return t('case.keep.until');
    case 'local-action':
      return t(`edit.${record.edit}`);
  }
}
