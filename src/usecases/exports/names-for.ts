import type { Settings } from '../../contracts/settings';
import type { Snapshot } from '../../contracts/snapshot';
import type { Names } from '../../evidence/tell-record';
import { loadSnapshot } from '../decision-table';
import { namePeople } from '../people';
import type { Ports } from '../ports';

/** How the accounts given, and all groups and products of the last scan, are called; others by their id. */
export async function namesFor(
  ports: Ports,
  settings: Settings,
  accountIds: readonly string[],
): Promise<Names> {
  const personOf = await namePeople(ports, settings, accountIds);
  const current = await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const groups = namesById(snapshot?.groups.ids, snapshot?.groups.names);
  const products = new Map(snapshot?.resources.map(({ ari, name }) => [ari, name]));
  return {
    person: (accountId) => personOf(accountId).name ?? accountId,
    group: (groupId) => groups.get(groupId) ?? groupId,
    product: (ari) => products.get(ari) ?? ari,
  };
}

function namesById(
  ids: Snapshot['groups']['ids'] = [],
  names: Snapshot['groups']['names'] = [],
): ReadonlyMap<string, string> {
  return new Map([...ids].map((id, at) => [id, names[at]!]));
}
