import { type SeatOwner, type SeatsByOwner } from '../../../../src/contracts/cycles';
import { useServices } from '../services';
import { SEAT_OWNERS } from './seat-owners';

interface BarProps {
  byOwner: SeatsByOwner;
  /** The number that the whole length stands for. */
  of: number;
}

/** A picture of the numbers beside it: seats by owner, one after another. */
export function OwnerBar({ byOwner, of }: BarProps) {
  const seatsOf = (owner: SeatOwner): number => byOwner[owner] ?? 0;
  const before = (owner: SeatOwner): number =>
    SEAT_OWNERS.slice(0, SEAT_OWNERS.indexOf(owner)).reduce((sum, one) => sum + seatsOf(one), 0);
  return (
    <svg className="owner-bar" viewBox={`0 0 ${Math.max(1, of)} 12`} preserveAspectRatio="none" aria-hidden>
      {SEAT_OWNERS.filter((owner) => seatsOf(owner) > 0).map((owner) => (
        <rect
          key={owner}
          className={`owner--${owner}`}
          x={before(owner)}
          y="0"
          width={seatsOf(owner)}
          height="12"
        />
      ))}
    </svg>
  );
}

interface LegendProps {
  owners: readonly SeatOwner[];
  counts?: SeatsByOwner;
}

/** What the colours stand for, with the numbers where there are some. */
export function OwnerLegend({ owners, counts }: LegendProps) {
  const { t, format } = useServices();
  return (
    <ul className="owner-legend">
      {owners.map((owner) => (
        <li key={owner} className="owner-legend__item">
          <svg className="owner-legend__mark" viewBox="0 0 8 8" aria-hidden>
            <rect className={`owner--${owner}`} width="8" height="8" rx="2" />
          </svg>
          {t(`owner.${owner}`)}
          {counts !== undefined && <b>{format.number(counts[owner] ?? 0)}</b>}
        </li>
      ))}
    </ul>
  );
}
