import { type SeatWay } from '../../../../src/contracts/overview';
import { FilterTag } from '../parts/filter-tag';
import { useServices } from '../services';

/** Names the seats of the overview that the table is narrowed to, and takes that off again. */
export function WayFilter({ way, remove }: { way: SeatWay; remove: () => void }) {
  const { t } = useServices();
  const { cohort, holder, owner } = way;
  const parts = [
    ...(cohort === null ? [] : [t(`cohort.${cohort}`)]),
    ...(holder === null ? [] : [t(`holder.${holder}`)]),
    ...(owner === null ? [] : [t(`owner.${owner}`)]),
  ];
  const words = t('flows.filter', { way: parts.join(', ') });
  return <FilterTag words={words} title={words} removeLabel={t('flows.filter.remove')} remove={remove} />;
}
