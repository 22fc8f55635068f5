import type { VirtualClock } from '../clock';
import type { FaultBoard } from '../http/faults';
import type { Call } from '../http/endpoint';
import type { Pager } from '../http/pager';
import { Refusal } from '../http/refusal';
import type { KeyRing, OrgKey } from '../keys';
import { isOrgAdmin } from '../world/access';
import type { LivingWorld } from '../world/history';
import { hiddenGroupNames, type Account, type Group } from '../world/model';
import type { World } from '../world/world';

/** What the routes of the organization and SCIM APIs stand on. */
export interface OrgSide {
  readonly world: World;
  readonly living: LivingWorld;
  readonly keys: KeyRing;
  readonly pager: Pager;
  readonly faults: FaultBoard;
  readonly clock: VirtualClock;
  readonly lists: ListCache;
}

/** Lists that were put together for one version of the world; a walk of many pages makes each once. */
export interface ListCache {
  get<Item>(key: string, make: () => readonly Item[]): readonly Item[];
}

/** How many filtered lists are kept at a time. */
const cachedLists = 64;

export function createListCache(world: World): ListCache {
  let version = world.version;
  let lists = new Map<string, readonly unknown[]>();
  return {
    get: <Item>(key: string, make: () => readonly Item[]): readonly Item[] => {
      if (version !== world.version || lists.size >= cachedLists) lists = new Map();
      version = world.version;
      const known = lists.get(key);
      if (known !== undefined) return known as readonly Item[];
      const made = make();
      lists.set(key, made);
      return made;
    },
  };
}

/** What a call needs: a scope if the documentation names one; `writes` names none and wants a key without scopes. */
export interface Need {
  readonly scope?: string;
  readonly writes?: boolean;
}

/** The key of the call; refused 401 without a good one, 403 for another organization or a missing scope. */
export function authorize(side: OrgSide, call: Call, need: Need): OrgKey {
  const key = side.keys.find(call.authorization);
  if (key === undefined || key.scimDirectoryId !== undefined || !ownerStands(side.world, key)) {
    throw new Refusal(
      401,
      'ADMIN-UAM-401-1',
      'An organization API key is needed; this one is missing, unknown or expired.',
    );
  }
  const orgId = call.param('orgId');
  if (orgId !== '' && orgId !== key.orgId) {
    if (orgId !== side.world.org.id)
      throw new Refusal(404, 'ADMIN-404-2', `No organization has the id ${orgId}.`);
    throw new Refusal(403, 'ADMIN-403-3', 'The key may not manage this organization.');
  }
  if (key.scopes !== null) {
    if (need.writes === true) {
      throw new Refusal(
        403,
        'ADMIN-UAM-403-1',
        'No scope covers this operation: it needs an API key without scopes.',
      );
    }
    if (need.scope !== undefined && !key.scopes.includes(need.scope)) {
      throw new Refusal(403, 'ADMIN-UAM-403-1', `The API key lacks the scope ${need.scope}.`);
    }
  }
  return key;
}

/** A key dies with its owner: an account that is gone, not active, or no organization admin any more. */
function ownerStands(world: World, key: OrgKey): boolean {
  if (key.owner === undefined) return true;
  const owner = world.accounts.get(key.owner);
  if (owner === undefined) return false;
  return (
    owner.facts.accountStatus === 'active' && owner.facts.membershipStatus === 'active' && isOrgAdmin(owner)
  );
}

/** The path's directory: `null` for `-`, all of them. */
export function directoryOf(side: OrgSide, call: Call): string | null {
  const directoryId = call.param('directoryId');
  if (directoryId === '-') return null;
  if (side.world.directories.some((directory) => directory.id === directoryId)) return directoryId;
  throw new Refusal(404, 'ADMIN-404-1', `No directory has the id ${directoryId}.`);
}

export function findAccount(side: OrgSide, accountId: string): Account {
  const account = side.world.accounts.get(accountId);
  if (account === undefined) throw new Refusal(404, 'ADMIN-404-8', `No user has the id ${accountId}.`);
  return account;
}

/** A group that the organization API shows, inside the path's directory. */
export function findGroup(side: OrgSide, call: Call): Group {
  const directoryId = directoryOf(side, call);
  const group = side.world.groups.get(call.param('groupId'));
  const elsewhere = directoryId !== null && group?.facts.directoryId !== directoryId;
  if (group === undefined || elsewhere || hiddenGroupNames.has(group.facts.name)) {
    throw new Refusal(404, 'ADMIN-404-10', `No group has the id ${call.param('groupId')}.`);
  }
  return group;
}
