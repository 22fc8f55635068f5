import { type RouteOut } from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';

/** A route-out in plain words. Handed over is the outcome, not a step on the way to one. */
export function RouteOutState({ record, owner }: { record: RouteOut; owner: Person | null }) {
  const { t } = useServices();
  const whom = owner?.name ?? t('route-out.state.idp', { idp: record.idpName });
  const words =
    record.state === 'sent'
      ? t('route-out.state.sent', { owner: whom })
      : t(`route-out.state.${record.state}`);
  return <span className={`route-out-state route-out-state--${record.state}`}>{words}</span>;
}
