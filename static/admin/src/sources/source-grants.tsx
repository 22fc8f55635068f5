import { type SourceView } from '../../../../src/contracts/review-views';
import { TableHead } from '../parts/table-head';
import { toSource } from '../route/route';
import { useServices } from '../services';

/** Every product that the group grants; whoever leaves the group loses all of them. */
export function SourceGrants({ view }: { view: SourceView }) {
  const { t, format, routes } = useServices();
  const { groupId, ari: here } = view.line;
  return (
    <section>
      <table className="small-table">
        <caption>{t('source.grants')}</caption>
        <TableHead
          columns={[
            { title: t('sources.column.product') },
            { title: t('sources.column.roles') },
            { title: t('source.default-for') },
            { title: t('sources.column.seats'), numeric: true },
          ]}
        />
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
              <td className="number">{format.number(seats)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
