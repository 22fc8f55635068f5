import type { SourceChanged } from '../../contracts/cycles';
import { ownershipRules } from '../../ownership/rules';
import type { DecisionTable } from '../../decision/tell';

type SourceState = NonNullable<SourceChanged['was']>;

interface Indexed {
  readonly groupId: string;
  readonly groupName: string;
  readonly ari: string;
  readonly state: SourceState;
}

/** Every source of a table, by group and resource. */
function indexSources({ snapshot, ownership }: DecisionTable): Map<string, Indexed> {
  const { groups, grants, resources, roles } = snapshot;
  const found = new Map<string, Indexed>();
  for (let g = 0; g < grants.group.length; g += 1) {
    const groupId = groups.ids[grants.group[g]!]!;
    const { ari } = resources[grants.resource[g]!]!;
    const defaultRole = grants.defaultRole[g]!;
    const owner = ownershipRules[ownership.ruleOfGrant[g]!]!.owner;
    found.set(`${groupId} ${ari}`, {
      groupId,
      ari,
      groupName: groups.names[grants.group[g]!]!,
      state: { owner, defaultRole: defaultRole === 0 ? null : roles[defaultRole - 1]! },
    });
  }
  return found;
}

const isDefault = (source: Indexed | undefined): boolean => source?.state.defaultRole != null;

/** A source that is new or gone is told of where it is or was default: everybody invited comes through it. */
function differs(was: Indexed | undefined, is: Indexed | undefined): boolean {
  if (was === undefined || is === undefined) return isDefault(was) || isDefault(is);
  return was.state.owner !== is.state.owner || was.state.defaultRole !== is.state.defaultRole;
}

/**
 * Sources whose owner or default flag is another one than at the last review, whether or not anybody decided them:
 * a setting that moved changes who comes in, without any change of a person (S12). Pure; by group, then resource.
 */
export function changedSources(earlier: DecisionTable, later: DecisionTable): SourceChanged[] {
  const [before, after] = [indexSources(earlier), indexSources(later)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!differs(was, is)) return [];
    const { groupId, groupName, ari } = (is ?? was)!;
    return [{ groupId, groupName, ari, was: was?.state ?? null, is: is?.state ?? null }];
  });
}
