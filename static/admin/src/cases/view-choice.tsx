import { useRef } from 'react';
import { type CaseFilter } from '../../../../src/contracts/views';
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
  const menu = useRef<HTMLDetailsElement>(null);
  const filterOf = (name: CaseViewName): CaseFilter => ({ ...noFilter, ...CASE_VIEWS[name] });
  const isShown = (name: CaseViewName): boolean => JSON.stringify(filterOf(name)) === JSON.stringify(filter);
  const show = (name: CaseViewName): void => {
    filterBy(filterOf(name));
    if (menu.current === null) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <details className="menu" ref={menu}>
      <summary className="menu__button">{t('cases.views')}</summary>
      <ul className="menu__list" aria-label={t('cases.views')}>
        {CASE_VIEW_NAMES.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="menu__choice"
              aria-pressed={isShown(name)}
              onClick={() => show(name)}
            >
              {t(`cases.view.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
