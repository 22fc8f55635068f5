import Button from '@atlaskit/button/new';
import { type CaseFilter, type CaseList } from '../../../../src/contracts/case-views';
import { FINDINGS, OWNERS, SIGNALS, type Certainty } from '../../../../src/contracts/vocabulary';
import { Choice } from '../parts/choice';
import { FilterButtons } from '../parts/filter-buttons';
import { SearchBox } from '../parts/search-box';
import { isFiltered, noFilter } from '../route/route';
import { useServices } from '../services';
import { type Typed } from '../states/use-typed';
import { GroupFilter } from './group-filter';
import { WayFilter } from './way-filter';

interface Props {
  filter: CaseFilter;
  typed: Typed;
  filterBy: (change: Partial<CaseFilter>) => void;
  /** The same by a button that is gone with the filter. */
  takeOff: (change: Partial<CaseFilter>) => void;
  /** The newest list, for the counts on the buttons; null before the first. */
  list: CaseList | null;
}

/** The id of the search. */
export const CASE_SEARCH = 'case-search';

const SEATS: readonly (Certainty | null)[] = [null, true, false, 'unknown'];
const PROTECTED = [null, true, false] as const;

export function CaseFilters({ filter, typed, filterBy, takeOff, list }: Props) {
  const { t } = useServices();
  const facets = list?.facets ?? null;
  const products = [
    { value: null, label: t('cases.product.all') },
    ...(list?.products ?? []).map(({ ari, name }) => ({
      value: ari,
      label: t('cases.product.counted', { name, count: facets?.product[ari] ?? 0 }),
    })),
  ];
  const seats = SEATS.map((value) => ({
    value,
    label: t(value === null ? 'cases.seat.all' : `cases.seat.${value}`),
  }));
  const accounts = PROTECTED.map((value) => ({
    value,
    label: t(value === null ? 'cases.protected.all' : `cases.protected.${value}`),
  }));
  return (
    <div className="filters">
      <div className="filters__row">
        <SearchBox
          id={CASE_SEARCH}
          label={t('cases.search')}
          hint={t('cases.search.hint')}
          value={filter.text}
          typed={typed}
        />
        <div className="filters__choice filters__choice--wide">
          <Choice<string | null>
            id="case-product"
            label={t('cases.product')}
            options={products}
            value={filter.ari}
            choose={(ari) => filterBy({ ari })}
            searchable={products.length > 12}
          />
        </div>
        <div className="filters__choice">
          <Choice<Certainty | null>
            id="case-seat"
            label={t('cases.seat')}
            options={seats}
            value={filter.billable}
            choose={(billable) => filterBy({ billable })}
          />
        </div>
        <div className="filters__choice">
          <Choice<boolean | null>
            id="case-protected"
            label={t('cases.protected')}
            options={accounts}
            value={filter.protected}
            choose={(wanted) => filterBy({ protected: wanted })}
          />
        </div>
        {filter.groupId !== null && (
          <GroupFilter
            groupId={filter.groupId}
            group={list?.group ?? null}
            remove={() => takeOff({ groupId: null })}
          />
        )}
        {filter.way !== null && <WayFilter way={filter.way} remove={() => takeOff({ way: null })} />}
        {isFiltered(filter) && (
          <Button appearance="subtle" onClick={() => takeOff(noFilter)}>
            {t('cases.clear')}
          </Button>
        )}
      </div>
      <div className="filters__buttons">
        <FilterButtons
          label={t('cases.filter.owner')}
          values={OWNERS}
          chosen={filter.owner}
          choose={(owner) => filterBy({ owner })}
          name={(owner) => t(`owner.${owner}`)}
          means={(owner) => t(`help.owner.${owner}`)}
          counts={facets?.owner ?? null}
        />
        <FilterButtons
          label={t('cases.filter.signal')}
          values={SIGNALS}
          chosen={filter.signal}
          choose={(signal) => filterBy({ signal })}
          name={(signal) => t(`signal.${signal}`)}
          means={(signal) => t(`help.signal.${signal}`)}
          counts={facets?.signal ?? null}
        />
        <FilterButtons
          label={t('cases.filter.finding')}
          values={['any', ...FINDINGS] as const}
          chosen={filter.finding}
          choose={(finding) => filterBy({ finding })}
          name={(finding) => t(`finding.${finding}`)}
          means={(finding) => t(`finding.${finding}.means`)}
          counts={facets?.finding ?? null}
        />
      </div>
    </div>
  );
}
