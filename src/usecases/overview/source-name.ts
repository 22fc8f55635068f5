import type { RootCause } from '../../contracts/overview';
import { ownershipRules } from '../../ownership/rules';
import type { DecisionTable } from '../../decision/tell';

type SourceName = Pick<RootCause, 'groupId' | 'groupName' | 'ari' | 'product' | 'owner'>;

/** Names the group and the product of a grant, and who owns the membership. */
export function sourceNamer({ snapshot, ownership }: DecisionTable): (grant: number) => SourceName {
  const { grants, groups, resources } = snapshot;
  return (grant) => {
    const group = grants.group[grant]!;
    const { ari, name } = resources[grants.resource[grant]!]!;
    return {
      groupId: groups.ids[group]!,
      groupName: groups.names[group]!,
      ari,
      product: name,
      owner: ownershipRules[ownership.ruleOfGrant[grant]!]!.owner,
    };
  };
}
