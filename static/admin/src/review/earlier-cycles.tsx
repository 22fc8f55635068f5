import { type CycleView } from '../../../../src/contracts/review-views';
import { nameOf } from '../parts/names';
import { TableHead } from '../parts/table-head';
import { toPastReview } from '../route/route';
import { useServices } from '../services';
import { CycleFiles } from './cycle-files';
import { CycleLozenge } from './cycle-lozenge';
import { tellWeek } from './cycle-week';

/** The reviews before this one; what they say never changes. */
export function EarlierCycles({ view }: { view: CycleView }) {
  const { t, format, routes } = useServices();
  const none = <span className="quiet">{t('cases.none')}</span>;
  return (
    <section>
      <h3 className="review__title" id="earlier">
        {t('earlier.title')}
      </h3>
      <div className="sideways" role="region" aria-labelledby="earlier" tabIndex={0}>
        <table className="small-table">
          <TableHead
            columns={[
              { title: t('earlier.week') },
              { title: t('earlier.state') },
              { title: t('earlier.decided'), numeric: true },
              { title: t('earlier.carried'), numeric: true },
              { title: t('earlier.rows'), numeric: true },
              { title: t('earlier.seats'), numeric: true },
              { title: t('earlier.ended') },
              { title: t('earlier.files') },
            ]}
          />
          <tbody>
            {view.earlier.map(({ id, state, cycle }) => {
              const { ending, opening } = cycle;
              return (
                <tr key={id}>
                  <th scope="row">
                    <button type="button" className="link" onClick={() => routes.go(toPastReview(id))}>
                      {tellWeek(t, id)}
                    </button>
                  </th>
                  <td>
                    <CycleLozenge state={state} />
                  </td>
                  <td className="number">{ending === null ? none : format.number(ending.items.decided)}</td>
                  <td className="number">{ending === null ? none : format.number(ending.items.undecided)}</td>
                  <td className="number">{ending === null ? none : format.number(ending.decidedRows)}</td>
                  <td className="number">{opening === null ? none : format.number(opening.seats)}</td>
                  <td>
                    {ending === null
                      ? none
                      : t('earlier.ended-by', {
                          day: format.dayOf(ending.at),
                          person: nameOf(t, view.people, ending.by),
                        })}
                  </td>
                  <td>
                    <CycleFiles cycle={cycle} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
