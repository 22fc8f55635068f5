import { type SourceView } from '../../../../src/contracts/review-views';
import { toSource } from '../route/route';
import { formatNumber } from '../platform/format';
import { useServices } from '../services';

/** Every product that the group grants; whoever leaves the group loses all of them. */
export function SourceGrants({ view }: { view: SourceView }) {
  const { t, locale, routes } = useServices();
  const { groupId, ari: here } = view.line;
  return (
    <section>
      <table className="small-table">
        <caption>{t('source.grants')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sources.column.product')}</th>
            <th scope="col">{t('sources.column.roles')}</th>
            <th scope="col">{t('source.default-for')}</th>
            <th scope="col" className="number">
              {t('sources.column.seats')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.grants.map(({ ari, product, roles, defaultFor, seats }) => (
            <tr key={ari}>
              <td>
                {ari === here ? (
                  product
                ) : (
                  <button
                    type="button"
                    className="link"
                    onClick={() => routes.go(toSource({ groupId, ari, form: null }))}
                  >
                    {product}
                  </button>
                )}
              </td>
              <td>{roles.join(', ')}</td>
              <td>{defaultFor ?? <span className="quiet">{t('cases.none')}</span>}</td>
              <td className="number">{formatNumber(locale, seats)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
