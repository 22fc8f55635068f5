import { type RegisterKind } from '../../../../src/contracts/records';
import { FilterButtons } from '../parts/filter-buttons';
import { SearchBox } from '../parts/search-box';
import { type RegisterFilter, type RegisterState } from '../route/route';
import { useServices } from '../services';
import { type Typed } from '../states/use-typed';
import { type FilteredRegister, statesOf } from './filter-register';

interface Props {
  kind: RegisterKind;
  filter: RegisterFilter;
  typed: Typed;
  counts: FilteredRegister['counts'];
  chooseState: (state: RegisterState | null) => void;
}

/** Narrows a register by what its records are about and by how they stand. */
export function RegisterFilters({ kind, filter, typed, counts, chooseState }: Props) {
  const { t } = useServices();
  return (
    <div className="filters">
      <SearchBox
        id="register-search"
        label={t('register.search', { register: t(`register.${kind}`) })}
        hint={t(`register.search.${hintOf(kind)}`)}
        value={filter.text}
        typed={typed}
      />
      <FilterButtons
        label={t('records.column.state')}
        values={statesOf(kind)}
        chosen={filter.state}
        choose={chooseState}
        name={(state) => t(`register.state.${state}`)}
        counts={counts}
      />
    </div>
  );
}

/** What can be searched for in a register of this kind. */
function hintOf(kind: RegisterKind): 'person' | 'group' | 'site' | 'rule' {
  switch (kind) {
    case 'intent':
    case 'redesign':
    case 'source-attestation':
    case 'stewardship':
      return 'group';
    case 'settings-attestation':
      return 'site';
    case 'protection':
      return 'rule';
    case 'route-out':
    case 'exception':
    case 'hold':
    case 'keep':
    case 'local-action':
    case 'boundary-exception':
    case 'override-attempt':
      return 'person';
  }
}
