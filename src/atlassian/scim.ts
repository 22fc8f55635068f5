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

/** The position after this page, or null at the end; an empty page always ends the list. */
function nextStart<T>(start: string | null, answer: ListAnswer<T>): string | null {
  const got = answer.Resources?.length ?? 0;
  const position = Number(start ?? '1') + got;
  if (got === 0) return null;
  const total = answer.totalResults ?? null;
  const more = total === null ? got === SCIM_PAGE : position <= total;
  return more ? String(position) : null;
}

export function scimApi(client: Client, scimDirectoryId: string): ScimApi {
  const input = (
    start: string | null,
  ): { params: Record<string, string>; query: Record<string, string> } => ({
    params: { scimDirectoryId },
    query: { startIndex: start ?? '1', count: String(SCIM_PAGE) },
  });
  return {
    async users(start) {
      const answer = await client.call(endpoints.scimUsers, input(start));
      const items = answer.Resources?.map((user) => ({
        scimUserId: user.id,
        accountId: user[ATLASSIAN_EXTENSION]?.atlassianAccountId ?? null,
        userName: user.userName ?? null,
        externalId: user.externalId ?? null,
        active: user.active ?? true,
      }));
      return { items: items ?? (answer.totalResults === 0 ? [] : null), next: nextStart(start, answer) };
    },
    async groups(start) {
      const answer = await client.call(endpoints.scimGroups, input(start));
      const items = answer.Resources?.map((group) => ({
        scimGroupId: group.id,
        displayName: group.displayName ?? null,
      }));
      return { items: items ?? (answer.totalResults === 0 ? [] : null), next: nextStart(start, answer) };
    },
  };
}
