/** What went wrong with a call, after every retry that was worth it. */
export type ApiFailure =
  /** 401 or 403. */
  | 'refused'
  /** 404. */
  | 'not-found'
  /** The API no longer takes the cursor (400 or 410 on a call that carried one). */
  | 'cursor-refused'
  /** Any other 4xx, or a redirect. */
  | 'rejected'
  /** No answer, a 5xx, a 429 or an unreadable body, beyond retry. */
  | 'unreachable'
  /** An answer whose shape cannot be read. */
  | 'shape';

/** A call to an Atlassian API that failed. The message is one line: what, where, what the API said. */
export class ApiError extends Error {
  constructor(
    readonly failure: ApiFailure,
    /** Method and path template, e.g. `GET /admin/v1/orgs/{orgId}`. */
    readonly endpoint: string,
    readonly detail: string,
    readonly status: number | null = null,
  ) {
    super(`${endpoint}: ${detail}`);
    this.name = 'ApiError';
  }
}

/** The API asked for a pause longer than this run may wait; go on after it. */
export class LongWait extends Error {
  constructor(readonly waitMs: number) {
    super(`the API asks to wait ${Math.ceil(waitMs / 1000)} s`);
    this.name = 'LongWait';
  }
}
