import { type SeatFlow } from '../../../../src/contracts/overview';
import { type CaseFilter } from '../../../../src/contracts/case-views';
import { toCases } from '../route/route';
import { useServices } from '../services';
import { FlowPicture } from './flow-picture';
import { FlowTable } from './flow-table';
import { OwnerLegend } from '../charts/owner-bar';
import { SEAT_OWNERS } from '../charts/seat-owners';

/** Every billed seat from who holds it, through what, to the product: as a picture, and the same as a table. */
export function SeatFlows({ flows }: { flows: readonly SeatFlow[] }) {
  const { t, routes } = useServices();
  if (flows.length === 0) return <p className="quiet">{t('flows.none')}</p>;
  const show = (filter: CaseFilter): void => routes.go(toCases(filter));
  return (
    <>
      <OwnerLegend owners={SEAT_OWNERS.filter((one) => flows.some(({ owner }) => owner === one))} />
      <FlowPicture flows={flows} show={show} />
      <details className="how">
        <summary>{t('flows.as-table')}</summary>
        <FlowTable flows={flows} show={show} />
      </details>
    </>
  );
}
