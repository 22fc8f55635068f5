import type { Call } from '../http/endpoint';
import { readLimit, type Page } from '../http/pager';
import type { OrgSide } from './side';

/** `arranged`: the items stand in the order of the walk already. `fallback`, `max`: items a page. */
export interface GetList<Item> {
  idOf(item: Item): string;
  items(query: URLSearchParams): readonly Item[];
  readonly fallback: number;
  readonly max?: number;
  readonly arranged?: boolean;
}

/**
 * Paging of the GET lists: with a cursor every other parameter is discarded, so the cursor carries those of the
 * first page. `items` puts the list together from them.
 */
export function pageOfGetList<Item>(side: OrgSide, call: Call, list: GetList<Item>): Page<Item> {
  const cursor = call.url.searchParams.get('cursor') ?? undefined;
  const name = `${call.hit.endpoint} ${call.url.pathname}`;
  const carry =
    cursor === undefined ? call.url.searchParams.toString() : side.pager.open(name, cursor, call.hit).carry;
  const query = new URLSearchParams(carry);
  const limit = readLimit(query.get('limit') ?? undefined, list.fallback, list.max);
  const found = list.items(query);
  const items = list.arranged === true ? found : side.pager.arrange(found, (item) => list.idOf(item));
  return side.pager.cut(
    { name, items, idOf: (item) => list.idOf(item) },
    { cursor, limit, hit: call.hit, carry },
  );
}

/** The address of the next page as v1 lists give it, or nothing at the end. */
export function nextUrl(call: Call, next: string | undefined): string | undefined {
  if (next === undefined) return undefined;
  return `${call.origin}${call.url.pathname}?cursor=${encodeURIComponent(next)}`;
}
