import { endpoints } from './endpoints';
import type { Client } from './http';
import type { Page } from './pages';
import { ATLASSIAN_EXTENSION } from './schemas/scim';

/** The most a SCIM page may hold (Atlassian's limit for one call). */
export const SCIM_PAGE = 100;

export interface ScimUserFacts {
  readonly scimUserId: string;
  readonly accountId: string | null;
  readonly userName: string | null;
  readonly externalId: string | null;
  /** "Administrative status", true where the field is absent. */
  readonly active: boolean;
}

export interface ScimGroupFacts {
  readonly scimGroupId: string;
  readonly displayName: string | null;
}

/** The reads of one SCIM directory. Pages are by position; `next` is the next start index as text. */
export interface ScimApi {
  users(start: string | null): Promise<Page<ScimUserFacts>>;
  groups(start: string | null): Promise<Page<ScimGroupFacts>>;
}

interface ListAnswer<T> {
  readonly totalResults?: number | null | undefined;
  readonly Resources?: readonly T[] | null | undefined;
}

/**
 * The page that a list answer holds. An empty page ends the list; where the total says that more
 * should have come, it counts as a list left out, like one that is not there.
 */
function pageFrom<T, Facts>(
  start: string | null,
  answer: ListAnswer<T>,
  toFacts: (item: T) => Facts,
): Page<Facts> {
  const items = answer.Resources ?? [];
  const total = answer.totalResults ?? null;
  const position = Number(start ?? '1') + items.length;
  if (items.length === 0) {
    const whole = total === null ? answer.Resources != null : position > total;
    return { items: whole ? [] : null, next: null };
  }
  const more = total === null ? items.length === SCIM_PAGE : position <= total;
  return { items: items.map(toFacts), next: more ? String(position) : null };
}

export function scimApi(client: Client, scimDirectoryId: string): ScimApi {
  const input = (
    start: string | null,
  ): { params: Record<string, string>; query: Record<string, string> } => ({
    params: { scimDirectoryId },
    query: { startIndex: start ?? '1', count: String(SCIM_PAGE) },
  });
  return {
    users: async (start) =>
      pageFrom(start, await client.call(endpoints.scimUsers, input(start)), (user) => ({
        scimUserId: user.id,
        accountId: user[ATLASSIAN_EXTENSION]?.atlassianAccountId ?? null,
        userName: user.userName ?? null,
        externalId: user.externalId ?? null,
        active: user.active ?? true,
      })),
    groups: async (start) =>
      pageFrom(start, await client.call(endpoints.scimGroups, input(start)), (group) => ({
        scimGroupId: group.id,
        displayName: group.displayName ?? null,
      })),
  };
}
