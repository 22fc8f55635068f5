import { type CycleView } from '../../../../src/contracts/review-views';
import { nameOf } from '../parts/names';
import { formatDayOf, formatNumber } from '../platform/format';
import { useServices } from '../services';
import { CycleLozenge } from './cycle-lozenge';
import { tellWeek } from './cycle-week';

/** The reviews before this one; what they say never changes. */
export function EarlierCycles({ view }: { view: CycleView }) {
  const { t, locale } = useServices();
  const none = <span className="quiet">{t('cases.none')}</span>;
  return (
    <section>
      <h3 className="review__title" id="earlier">
        {t('earlier.title')}
      </h3>
      <div className="sideways" role="region" aria-labelledby="earlier" tabIndex={0}>
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{t('earlier.week')}</th>
              <th scope="col">{t('earlier.state')}</th>
              <th scope="col" className="number">
                {t('earlier.decided')}
              </th>
              <th scope="col" className="number">
                {t('earlier.carried')}
              </th>
              <th scope="col" className="number">
                {t('earlier.rows')}
              </th>
              <th scope="col" className="number">
                {t('earlier.seats')}
              </th>
              <th scope="col">{t('earlier.ended')}</th>
            </tr>
          </thead>
          <tbody>
            {view.earlier.map(({ id, state, cycle: { ending, opening } }) => (
              <tr key={id}>
                <th scope="row">{tellWeek(t, id)}</th>
                <td>
                  <CycleLozenge state={state} />
                </td>
                <td className="number">
                  {ending === null ? none : formatNumber(locale, ending.items.decided)}
                </td>
                <td className="number">
                  {ending === null ? none : formatNumber(locale, ending.items.undecided)}
                </td>
                <td className="number">
                  {ending === null ? none : formatNumber(locale, ending.decidedRows)}
                </td>
                <td className="number">{opening === null ? none : formatNumber(locale, opening.seats)}</td>
                <td>
                  {ending === null
                    ? none
                    : t('earlier.ended-by', {
                        day: formatDayOf(locale, ending.at),
                        person: nameOf(t, view.people, ending.by),
                      })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
