import type { ScanReport } from '../../contracts/coverage';
import type { DecisionTable } from '../../decision/tell';
import type { Reach } from '../../evidence/request-issue';
import type { RequestFacts } from '../../review/route-outs/request-kind';

/** How large a group is, and what it opens inside Atlassian, as a scan shows it. */
export function groupFacts(
  { snapshot }: DecisionTable,
  { coverage }: ScanReport,
  groupId: string,
): Pick<RequestFacts, 'groupPeople' | 'accounts'> & { reach: Reach[] } {
  const { groups, grants, resources, roleSets, memberships, accounts } = snapshot;
  const group = groups.ids.indexOf(groupId);
  if (group === -1) return { groupPeople: null, accounts: accounts.ids.length, reach: [] };
  const reach: Reach[] = [];
  for (let g = grants.offsets[group]!; g < grants.offsets[group + 1]!; g += 1) {
    reach.push({
      product: resources[grants.resource[g]!]!.name,
      roles: [...roleSets[grants.roleSet[g]!]!],
    });
  }
  const complete = !coverage.incompleteGroups.includes(groupId);
  return {
    groupPeople: complete ? memberships.groups.filter((one) => one === group).length : null,
    accounts: accounts.ids.length,
    reach,
  };
}
