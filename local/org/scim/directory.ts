import type { Call } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import type { OrgSide } from '../admin/side';
import type { ProviderState, ScimGroupRecord, ScimUserRecord } from '../world/scim-store';

/** The largest SCIM page. Atlassian knowledge base, "fetch all users": the first 100 at once, then startIndex=101. */
const largestScimPage = 100;

/**
 * The SCIM directory of a call, for its own key only. Google Workspace has no SCIM API (the org file's format says
 * so of it alone): 404, like a directory that does not exist.
 */
export function openDirectory(side: OrgSide, call: Call): ProviderState {
  const directoryId = call.param('directoryId');
  const state = side.living.providers.get(directoryId);
  if (state === undefined || state.provider.kind === 'google') {
    throw new Refusal(404, '', `No SCIM directory has the id ${directoryId}.`);
  }
  if (side.keys.find(call.authorization)?.scimDirectoryId !== directoryId) {
    throw new Refusal(401, '', 'The key of this SCIM directory is needed.');
  }
  return state;
}

/** One page by position, 1-based; a count above the largest page gives the largest page. */
export function scimPage<Item>(
  side: OrgSide,
  call: Call,
  list: { items: readonly Item[]; idOf(item: Item): string; show(item: Item): unknown },
): unknown {
  const startIndex = Math.max(1, readNumber(call, 'startIndex') ?? 1);
  const asked = Math.max(0, readNumber(call, 'count') ?? largestScimPage);
  const count = Math.min(asked, largestScimPage, side.pager.pageSizeMax);
  const ordered = side.pager.arrange(list.items, (item) => list.idOf(item));
  let page = ordered.slice(startIndex - 1, startIndex - 1 + count);
  const hole = side.faults.take('dropUsersFromPage', call.hit);
  if (hole !== undefined) page = page.slice(0, Math.max(0, page.length - hole.count));
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: list.items.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page.map((item) => list.show(item)),
  };
}

function readNumber(call: Call, name: string): number | undefined {
  const text = call.url.searchParams.get(name);
  if (text === null || text === '') return undefined;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new Refusal(400, 'invalidValue', `${name} must be a whole number.`);
  return value;
}

/** Which members each SCIM group has, put together once for each version of the world. */
export function membersByGroup(
  side: OrgSide,
  state: ProviderState,
): ReadonlyMap<string, readonly ScimUserRecord[]> {
  const made = side.lists.get(`scim members ${state.provider.scimDirectoryId}`, () => {
    const members = new Map<string, ScimUserRecord[]>();
    for (const record of state.users.values()) {
      for (const groupId of record.groups) {
        const list = members.get(groupId);
        if (list === undefined) members.set(groupId, [record]);
        else list.push(record);
      }
    }
    return [members];
  });
  return made[0] ?? new Map<string, readonly ScimUserRecord[]>();
}

export function findUser(state: ProviderState, id: string): ScimUserRecord {
  const record = state.users.get(id);
  if (record === undefined) throw new Refusal(404, '', `No SCIM user has the id ${id}.`);
  return record;
}

export function findGroup(state: ProviderState, id: string): ScimGroupRecord {
  const record = state.groups.get(id);
  if (record === undefined) throw new Refusal(404, '', `No SCIM group has the id ${id}.`);
  return record;
}
