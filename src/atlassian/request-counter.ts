import type { RequestCounts } from '../contracts/coverage';

/** Counts what was really sent, by method and path template. */
export interface RequestCounter {
  sent(endpoint: string): void;
  retried(): void;
  rateLimited(): void;
  counts(): RequestCounts;
}

/** A counter that goes on from an earlier count, so that a resumed scan tells its whole cost. */
export function createRequestCounter(earlier?: RequestCounts): RequestCounter {
  const byEndpoint = new Map(Object.entries(earlier?.byEndpoint ?? {}));
  let total = earlier?.total ?? 0;
  let retries = earlier?.retries ?? 0;
  let rateLimited = earlier?.rateLimited ?? 0;
  return {
    sent(endpoint) {
      total += 1;
      byEndpoint.set(endpoint, (byEndpoint.get(endpoint) ?? 0) + 1);
    },
    retried() {
      retries += 1;
    },
    rateLimited() {
      rateLimited += 1;
    },
    counts: () => ({
      total,
      retries,
      rateLimited,
      byEndpoint: Object.fromEntries([...byEndpoint].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}
