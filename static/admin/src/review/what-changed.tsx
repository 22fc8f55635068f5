import { type Waterfall } from '../../../../src/contracts/cycles';
import { useServices } from '../services';
import { SeatOwnerLozenge } from '../parts/seat-owner-lozenge';
import { WaterfallBar } from './waterfall-bar';
import { barsOf } from './waterfall-bars';

/** Why the number of seats is another than at the last review: each step with its cause and owner, adding up. */
export function WhatChanged({ waterfall }: { waterfall: Waterfall }) {
  const { t, format } = useServices();
  const { before, after, steps, moved } = waterfall;
  const bars = barsOf(waterfall);
  const numbers = { before, after, change: format.signed(after - before) };
  return (
    <details className="changed">
      <summary className="changed__summary">
        <h3 className="changed__title">{t('changed.title')}</h3>{' '}
        <span className="quiet">{t('changed.summary', numbers)}</span>
      </summary>
      <table className="small-table">
        <caption className="sr-only">{t('changed.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('changed.cause')}</th>
            <th scope="col">{t('changed.owner')}</th>
            <th scope="col" className="number">
              {t('changed.seats')}
            </th>
            <th aria-hidden className="changed__bar quiet">
              {t('changed.scale')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('changed.before')}</th>
            <td />
            <td className="number">{format.number(before)}</td>
            <td aria-hidden>
              <WaterfallBar bar={bars.before} />
            </td>
          </tr>
          {steps.map(({ cause, owner, seats }, index) => (
            <tr key={`${cause} ${owner}`}>
              <td>{t(`cause.${cause}`)}</td>
              <td>
                <SeatOwnerLozenge owner={owner} />
              </td>
              <td className="number">{format.signed(seats)}</td>
              <td aria-hidden>
                <WaterfallBar bar={bars.steps[index]} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('changed.after')}</th>
            <td />
            <td className="number">{format.number(after)}</td>
            <td aria-hidden>
              <WaterfallBar bar={bars.after} />
            </td>
          </tr>
        </tbody>
      </table>
      {moved.length > 0 && (
        <ul className="plain changed__moved">
          {moved.map(({ from, to, seats }) => (
            <li key={`${from} ${to}`}>
              {t('changed.moved', { count: seats })} <SeatOwnerLozenge owner={from} /> {t('changed.moved.to')}{' '}
              <SeatOwnerLozenge owner={to} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
