import { cursorOf } from './cursor';
import { ApiError } from './errors';
import type { Endpoint } from './endpoints';

/** One page of a list. `items` is null where the API left the list out, which is not an empty list. */
export interface Page<T> {
  readonly items: readonly T[] | null;
  readonly next: string | null;
}

type Next = { readonly next?: string | null | undefined } | null | undefined;

interface ListAnswer<T> {
  readonly data?: readonly T[] | null | undefined;
  readonly links?: Next;
  readonly meta?: Next;
}

/**
 * The page that a list answer holds; the audit log names the next one under `meta`, all others under `links`.
 * Throws `ApiError` where it names a next page nobody can reach.
 */
export function pageOf<T>(
  endpoint: Endpoint<unknown>,
  answer: ListAnswer<T>,
  under: 'links' | 'meta' = 'links',
): Page<T> {
  const next = cursorOf(answer[under]?.next);
  if (next === undefined) {
    throw new ApiError(
      'shape',
      endpoint.id,
      `the answer cannot be read at ${under}.next: an address without a cursor`,
    );
  }
  return { items: answer.data ?? null, next };
}
