/** One thing the host refused, or met and does not model. */
export interface Remark {
  /** `refused`: Forge would refuse it too. `not-modelled`: this host does not know it. `warning`: Forge records it. */
  kind: 'refused' | 'not-modelled' | 'warning';
  /** Part of the host that says so: kvs, queue, egress, scopes, bridge … */
  service: string;
  what: string;
  installationId?: string;
  at: number;
}

export interface Recorder {
  note(remark: Omit<Remark, 'at'>): void;
  list(filter?: Partial<Pick<Remark, 'kind' | 'service' | 'installationId'>>): Remark[];
}

/** Keeps every refusal, so that a test can ask for them and a person can read them in the log. */
export function createRecorder(now: () => number, log?: (line: string) => void): Recorder {
  const remarks: Remark[] = [];
  return {
    note: (remark) => {
      remarks.push({ ...remark, at: now() });
      log?.(`[${remark.kind}] ${remark.service}: ${remark.what}`);
    },
    list: (filter = {}) =>
      remarks.filter(
        (r) =>
          (filter.kind === undefined || r.kind === filter.kind) &&
          (filter.service === undefined || r.service === filter.service) &&
          (filter.installationId === undefined || r.installationId === filter.installationId),
      ),
  };
}
