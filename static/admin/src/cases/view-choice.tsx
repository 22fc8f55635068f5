import { type CaseFilter } from '../../../../src/contracts/case-views';
import { Menu } from '../parts/menu';
import { noFilter } from '../route/route';
import { useServices } from '../services';
import { CASE_VIEW_NAMES, CASE_VIEWS, type CaseViewName } from './case-views';

interface Props {
  filter: CaseFilter;
  filterBy: (filter: CaseFilter) => void;
}

/** The table as it answers a common question; its address is the view, so a bookmark keeps any other. */
export function ViewChoice({ filter, filterBy }: Props) {
  const { t } = useServices();
  const filterOf = (name: CaseViewName): CaseFilter => ({ ...noFilter, ...CASE_VIEWS[name] });
  const isShown = (name: CaseViewName): boolean => JSON.stringify(filterOf(name)) === JSON.stringify(filter);
  return (
    <Menu label={t('cases.views')}>
      <ul className="menu__list" aria-label={t('cases.views')}>
        {CASE_VIEW_NAMES.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="menu__choice"
              aria-pressed={isShown(name)}
              onClick={() => filterBy(filterOf(name))}
            >
              {t(`cases.view.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
