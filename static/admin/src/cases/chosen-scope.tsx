import { MAX_CHOSEN } from '../../../../src/contracts/calls/tracing';
import { type CaseFilter, type CaseList } from '../../../../src/contracts/case-views';
import { isFiltered } from '../route/route';
import { useServices } from '../services';
import { type Chosen, namesFinding } from './chosen';

export interface ChosenProps {
  chosen: Chosen;
  /** What the filters leave. */
  list: CaseList;
  filter: CaseFilter;
}

/** One decision takes so many at most. */
export const areTooMany = ({ marked }: Chosen): boolean => marked.length > MAX_CHOSEN;

/** How many cases are chosen, of how many, in words. */
export function ChosenScope({ chosen, list, filter }: ChosenProps) {
  const { t } = useServices();
  const { all, count, marked } = chosen;
  return (
    <p role="status">
      <b>
        {t(isFiltered(filter) ? 'cases.chosen' : 'cases.chosen.of-all', { count, matched: list.matched })}
      </b>{' '}
      {all && marked.length > 0 && t('cases.chosen.but', { count: marked.length })}{' '}
      {!namesFinding(filter) && <span className="quiet">{t('cases.choose-all.blocked')}</span>}
      {areTooMany(chosen) &&
        t(all ? 'cases.chosen.too-many-out' : 'cases.chosen.too-many', { most: MAX_CHOSEN })}
    </p>
  );
}
