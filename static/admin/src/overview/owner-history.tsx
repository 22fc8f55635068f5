import { type Overview } from '../../../../src/contracts/overview';
import { useServices } from '../services';
import { OwnerBar, OwnerLegend } from '../charts/owner-bar';
import { SEAT_OWNERS } from '../charts/seat-owners';

/** Billed seats by owner at each review, as bars of one scale with their numbers. */
export function OwnerHistory({ history }: { history: Overview['history'] }) {
  const { t, format } = useServices();
  if (history.length === 0) return null;
  const most = Math.max(...history.map(({ seats }) => seats));
  const owners = SEAT_OWNERS.filter((owner) => history.some(({ byOwner }) => (byOwner[owner] ?? 0) > 0));
  return (
    <section className="overview__part" aria-labelledby="seat-history-title">
      <h2 id="seat-history-title" className="overview__title">
        {t('seat-history.title')}
      </h2>
      <OwnerLegend owners={owners} />
      <div className="seat-history__scroll" tabIndex={0} role="group" aria-labelledby="seat-history-title">
        <table className="small-table seat-history">
          <thead>
            <tr>
              <th scope="col">{t('seat-history.review')}</th>
              <th scope="col" className="number">
                {t('seat-history.seats')}
              </th>
              <th aria-hidden className="seat-history__bar" />
              {owners.map((owner) => (
                <th key={owner} scope="col" className="number">
                  {t(`owner.${owner}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.map(({ cycleId, at, seats, byOwner, verdict }) => (
              <tr key={cycleId}>
                <th scope="row" className="seat-history__day">
                  {format.dayOf(at)}
                  {verdict === 'partial' && <span className="quiet"> {t('seat-history.partial')}</span>}
                </th>
                <td className="number">{format.number(seats)}</td>
                <td aria-hidden className="seat-history__bar">
                  <OwnerBar byOwner={byOwner} of={most} />
                </td>
                {isKept(byOwner) ? (
                  owners.map((owner) => (
                    <td key={owner} className="number">
                      {format.number(byOwner[owner] ?? 0)}
                    </td>
                  ))
                ) : (
                  <td colSpan={owners.length} className="number quiet">
                    {t('seat-history.not-kept')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Reviews before this was kept know their seats, not whose they were. */
function isKept(byOwner: Overview['history'][number]['byOwner']): boolean {
  return Object.keys(byOwner).length > 0;
}
