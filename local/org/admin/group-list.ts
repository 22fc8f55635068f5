import { z } from 'zod';
import { Refusal } from '../http/refusal';
import { hiddenGroupNames, type Group } from '../world/model';
import type { OrgSide } from './side';

const texts = z.array(z.string());

/** Filters that groups/search, groups/count and the old list share; groupNames only in the search. */
export const groupFilters = z.object({
  accountIds: texts.optional(),
  directoryIds: texts.optional(),
  roleIds: texts.optional(),
  resourceOwners: texts.optional(),
  resourceIds: texts.optional(),
  searchTerm: z.string().optional(),
  groupIds: texts.optional(),
  groupNames: texts.optional(),
});

export type GroupFilters = z.infer<typeof groupFilters>;

/** What groups/search may be asked to add. */
export const groupExpansions = ['counts.resources', 'counts.users'] as const;
export type GroupExpansion = (typeof groupExpansions)[number];

/** Groups that a list shows, of the path's directory (`null`: of all). */
export function listGroups(
  side: OrgSide,
  directoryId: string | null,
  filters: GroupFilters,
): readonly Group[] {
  const named = filters.groupNames !== undefined;
  if (named && (filters.searchTerm !== undefined || filters.groupIds !== undefined)) {
    throw new Refusal(400, 'ADMIN-400-24', 'groupNames excludes searchTerm and groupIds.');
  }
  return side.lists.get(`groups ${directoryId ?? '-'} ${JSON.stringify(filters)}`, () => {
    const found = [...side.world.groups.values()].filter((group) => fits(side, group, directoryId, filters));
    return side.pager.arrange(found, (group) => group.id);
  });
}

function fits(side: OrgSide, group: Group, directoryId: string | null, filters: GroupFilters): boolean {
  const { facts } = group;
  if (hiddenGroupNames.has(facts.name)) return false;
  if (directoryId !== null && facts.directoryId !== directoryId) return false;
  if (filters.directoryIds !== undefined && !filters.directoryIds.includes(facts.directoryId)) return false;
  if (filters.groupIds !== undefined && !filters.groupIds.includes(group.id)) return false;
  const name = facts.name.toLowerCase();
  if (filters.groupNames !== undefined && !filters.groupNames.some((wanted) => wanted.toLowerCase() === name))
    return false;
  if (filters.searchTerm !== undefined && !name.includes(filters.searchTerm.toLowerCase())) return false;
  if (filters.accountIds !== undefined && !filters.accountIds.some((id) => group.members.has(id)))
    return false;
  return grantsWhatIsAsked(side, group, filters);
}

/** Role, resource and owner have to meet in one grant. */
function grantsWhatIsAsked(side: OrgSide, group: Group, filters: GroupFilters): boolean {
  const { roleIds, resourceIds, resourceOwners } = filters;
  if (roleIds === undefined && resourceIds === undefined && resourceOwners === undefined) return true;
  return group.grants.some(
    (grant) =>
      (roleIds === undefined || grant.roles.some((role) => roleIds.includes(role))) &&
      (resourceIds === undefined || resourceIds.includes(grant.ari)) &&
      (resourceOwners === undefined ||
        resourceOwners.includes(side.world.resources.get(grant.ari)?.typeKey ?? '')),
  );
}

/** Whether an administrator may change the group's members: not where an identity provider writes it. */
export function isModifiable(group: Group): boolean {
  return group.facts.modifiable ?? group.facts.externalSynced !== true;
}

export function isDefaultSomewhere(group: Group): boolean {
  return group.grants.some((grant) => grant.defaultRole != null);
}

/** A group as the API shows it; what the world does not tell (`null`) is left out. */
export function showGroup(group: Group, expand: ReadonlySet<GroupExpansion>): unknown {
  const { facts } = group;
  const modifiable = isModifiable(group);
  const counts = {
    ...(expand.has('counts.users') ? { users: group.members.size } : {}),
    ...(expand.has('counts.resources')
      ? { resources: group.grants.filter(({ roles }) => roles.length > 0).length }
      : {}),
  };
  return {
    id: group.id,
    name: facts.name,
    description: facts.description ?? '',
    directoryId: facts.directoryId,
    managementAccess: { deletable: modifiable && !isDefaultSomewhere(group), modifiable, readable: true },
    ...(facts.externalSynced === null ? {} : { externalSynced: facts.externalSynced }),
    ...(facts.managedBy === null ? {} : { managedBy: facts.managedBy }),
    ...(expand.size > 0 ? { counts } : {}),
    links: { self: null },
  };
}
