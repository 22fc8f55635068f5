/** A request that was sent to change something, whether or not it did. */
export interface RecordedWrite {
  readonly endpoint: string;
  readonly path: string;
  readonly body: unknown;
  /** Status that it was answered with; 0: the connection was closed without an answer. */
  status: number;
}

/** What was asked of the simulated organization since the start or the last reset. */
export interface RequestLog {
  /** Requests of any kind, refused and failed ones too. */
  readonly total: number;
  /** `"GET /admin/v1/orgs/{orgId}"` → number of requests. */
  byEndpoint(): Record<string, number>;
  /** Requests sent to change something, in order of arrival. */
  writes(): readonly RecordedWrite[];
  reset(): void;
}

export interface WritableRequestLog extends RequestLog {
  count(endpoint: string): void;
  addWrite(write: RecordedWrite): void;
}

export function createRequestLog(): WritableRequestLog {
  let counts = new Map<string, number>();
  let writes: RecordedWrite[] = [];
  let total = 0;
  return {
    get total() {
      return total;
    },
    byEndpoint: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    writes: () => writes,
    reset: () => {
      counts = new Map();
      writes = [];
      total = 0;
    },
    count: (endpoint) => {
      total += 1;
      counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
    },
    addWrite: (write) => {
      writes.push(write);
    },
  };
}
