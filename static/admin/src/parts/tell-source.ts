import { type Population, type SourceChange } from '../../../../src/contracts/records';
import { type Format } from '../platform/format';
import { type Translate } from '../texts/texts';

/** As many names stand in a sentence; the others are counted. */
const NAMED = 3;

/** Of whom a decision on a source speaks. */
export function tellPopulation(t: Translate, format: Format, population: Population): string {
  const { claimStatuses, domains } = population;
  const some = (names: readonly string[]): string => {
    const rest = names.length - NAMED;
    const counted = rest > 0 ? [t('population.others', { count: rest })] : [];
    return format.list([...names.slice(0, NAMED), ...counted]);
  };
  return t('population', {
    statuses: claimStatuses.length === 0 ? t('population.every-status') : some(claimStatuses),
    domains: domains.length === 0 ? t('population.every-domain') : some(domains),
  });
}

/** A change of a source in one sentence; the group that a default moves to by its id where nobody knows its name. */
export function tellChange(
  t: Translate,
  format: Format,
  change: SourceChange,
  toGroupName: string | null,
): string {
  switch (change.do) {
    case 'revoke-grant':
    case 'unset-default':
      return t(`change.${change.do}.done`);
    case 'move-default':
      return t('change.move-default.done', { group: toGroupName ?? change.toGroupId });
    case 'split-group':
      return t('change.split-group.done', { population: tellPopulation(t, format, change.keep) });
    case 'change-role':
      return t('change.change-role.done', { from: change.from, to: change.to });
  }
}
