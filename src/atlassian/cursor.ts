/**
 * The cursor inside a `links.next`, which is a bare cursor on some endpoints and an address on others.
 * The address itself is never used. `null` at the end of the list; `undefined` for an address without
 * a cursor, which nobody can follow.
 */
export function cursorOf(next: string | null | undefined): string | null | undefined {
  if (next === null || next === undefined || next === '') return null;
  if (!/^(https?:\/\/|[/?])/.test(next)) return next;
  const query = next.slice(next.indexOf('?') + 1);
  const cursor = next.includes('?') ? new URLSearchParams(query).get('cursor') : null;
  if (cursor !== null && cursor !== '') return cursor;
  // A base-64 cursor may begin with a slash; an address that does has more than one part or a query.
  return /^\/[A-Za-z0-9+/=]*$/.test(next) && !next.includes('/admin/') ? next : undefined;
}
