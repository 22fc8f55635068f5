import type { Cycle } from '../../contracts/cycles';
import type { QueueItem } from '../../contracts/queue';
import type { Settings } from '../../contracts/settings';
import { seesOrganization } from '../authorise';
import type { CallerContext, Ports } from '../ports';

/** The items of a cycle that a person may see: all, or those of the site whose Jira he administers. */
export async function visibleItems(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { opening }: Cycle,
): Promise<QueueItem[]> {
  if (opening === null) return [];
  const items = await ports.cycles.items(opening.kept.items);
  if (seesOrganization(settings, caller.accountId)) return items;
  return items.filter(
    ({ ari, cloudId }) => ari?.endsWith(`/${caller.cloudId}`) || cloudId === caller.cloudId,
  );
}
