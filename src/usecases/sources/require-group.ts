import type { Settings } from '../../contracts/settings';
import type { DecisionTable } from '../../decision/tell';
import { currentTable, visibleResources } from '../decision-table';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';

/** A group that grants something which the person may see. Throws NOT_FOUND. */
export async function requireGroup(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  groupId: string,
): Promise<{ table: DecisionTable; group: number }> {
  const { table } = await currentTable(ports, settings);
  const { groups, grants } = table.snapshot;
  const visible = visibleResources(table, settings, caller);
  const group = groups.ids.indexOf(groupId);
  const seen = grants.group.some((one, g) => one === group && visible(grants.resource[g]!));
  if (group === -1 || !seen) {
    throw new UseCaseError('NOT_FOUND', 'The last scan found no such group that grants a product.');
  }
  return { table, group };
}
