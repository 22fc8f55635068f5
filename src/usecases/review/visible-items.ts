import type { Cycle } from '../../contracts/cycles';
import type { QueueItem } from '../../contracts/queue';
import type { Settings } from '../../contracts/settings';
import { seesOrganization } from '../authorise';
import { loadSnapshot } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { grantedBy } from '../records/record-scope';

/**
 * The items of a cycle that a person may see: all, or those of the site whose Jira he administers. An item about a
 * group everywhere is of the site only where the review is of nothing else, and the group grants something there.
 */
export async function visibleItems(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { opening }: Cycle,
): Promise<QueueItem[]> {
  if (opening === null) return [];
  const items = await ports.cycles.items(opening.kept.items);
  if (seesOrganization(settings, caller)) return items;
  const current = await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const isHere = (one: string): boolean => one.endsWith(`/${caller.cloudId}`);
  const isGroupHere = (groupId: string): boolean =>
    settings.scope === 'site' && snapshot !== null && grantedBy(snapshot, groupId).some(isHere);
  return items.filter(({ ari, cloudId, groupId }) => {
    if (ari !== null) return isHere(ari);
    return cloudId === null ? groupId !== null && isGroupHere(groupId) : cloudId === caller.cloudId;
  });
}
