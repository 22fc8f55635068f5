import { type CaseColumnId, CASE_COLUMNS } from '../route/route';
import { Menu } from '../parts/menu';
import { useServices } from '../services';

interface Props {
  hidden: readonly CaseColumnId[];
  choose: (hidden: CaseColumnId[]) => void;
}

/** Which columns the table shows; the person always is. */
export function ColumnChoice({ hidden, choose }: Props) {
  const { t } = useServices();
  const turn = (id: CaseColumnId): void =>
    choose(CASE_COLUMNS.filter((one) => hidden.includes(one) !== (one === id)));
  return (
    <Menu label={t('cases.columns')}>
      <fieldset className="menu__list">
        <legend className="sr-only">{t('cases.columns')}</legend>
        {CASE_COLUMNS.map((id) => (
          <label key={id} className="menu__item">
            <input type="checkbox" checked={!hidden.includes(id)} onChange={() => turn(id)} />
            {t(`cases.column.${id}`)}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
