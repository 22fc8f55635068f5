import { type RouteOut } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { type Translate } from '../texts/texts';
import { nameOf } from './names';

/** Where a route-out stands, in plain words. Handed over is the outcome, not a step on the way to one. */
export function tellRouteOut(t: Translate, record: RouteOut, people: readonly Person[]): string {
  const { state, identityOwner, idpName } = record;
  const owner =
    identityOwner === null ? t('route-out.state.idp', { idp: idpName }) : nameOf(t, people, identityOwner);
  return t(`route-out.state.${state}`, { owner });
}
