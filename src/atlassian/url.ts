import type { Endpoint } from './endpoints';
import { ApiError } from './errors';
import { oneLine } from './one-line';

export interface CallInput {
  /** Values of the placeholders of the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Set where the call goes on from a cursor, wherever the endpoint takes it. */
  readonly cursor?: string;
}

/** Ids are checked before they enter a path: an id may come from an answer, and answers are not trusted. */
const PATH_ID = /^[A-Za-z0-9][A-Za-z0-9:_.-]*$/;

/** The address of a call. Throws `ApiError` on an id that could change the path; then nothing is sent. */
export function buildUrl(origin: string, endpoint: Endpoint<unknown>, input: CallInput): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = input.params?.[name] ?? '';
    if (value !== '-' && !PATH_ID.test(value)) {
      const why = `“${oneLine(value)}” cannot be a ${name}: an id has letters, digits and : _ . - only`;
      throw new ApiError('shape', endpoint.id, why);
    }
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(input.query).toString();
  return `${origin}${path}${query === '' ? '' : `?${query}`}`;
}
