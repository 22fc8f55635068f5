import { type RouteOut } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { nameOf } from './names';

/** A route-out in plain words. Handed over is the outcome, not a step on the way to one. */
export function RouteOutState({ record, people }: { record: RouteOut; people: readonly Person[] }) {
  const { t } = useServices();
  const { state, identityOwner, idpName } = record;
  const owner =
    identityOwner === null ? t('route-out.state.idp', { idp: idpName }) : nameOf(t, people, identityOwner);
  return (
    <span className={`record-state record-state--${state}`}>{t(`route-out.state.${state}`, { owner })}</span>
  );
}
