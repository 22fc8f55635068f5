import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecisionsDocument } from '../../src/contracts/decisions';
import type { OrgFile } from '../../local/org/org-file';
import type { SimulatedOrgOptions } from '../../local/org/server';
import { EXIT, explain, type ExitCode, runTrace } from '../../local/trace/run';
import { openOrgFile } from '../../local/trace/target';

export interface TraceOptions {
  readonly deep?: boolean;
  readonly inactiveDays?: number;
  readonly now?: string;
  readonly concurrency?: number;
  readonly faults?: SimulatedOrgOptions['faults'];
  readonly server?: Pick<SimulatedOrgOptions, 'pageSizeMax' | 'pageOrder' | 'duplicates'>;
}

export interface TraceResult {
  readonly exitCode: ExitCode;
  readonly decisions: DecisionsDocument | null;
  /** The one line of a trace that failed. */
  readonly message?: string;
  readonly requests: Readonly<Record<string, number>>;
}

/** The whole path of `npm run trace -- --org`: simulated API → scan → decisions.json, read back from the file. */
export async function traceOrg(org: OrgFile, options: TraceOptions = {}): Promise<TraceResult> {
  const out = mkdtempSync(join(tmpdir(), 'seatpath-trace-'));
  const target = await openOrgFile(org, {
    ...options.server,
    ...(options.faults === undefined ? {} : { faults: options.faults }),
  });
  try {
    const { exitCode } = await runTrace(target, {
      out,
      deep: options.deep ?? false,
      inactiveDays: options.inactiveDays ?? 90,
      now: options.now === undefined ? null : Date.parse(options.now),
      concurrency: options.concurrency ?? 6,
      identity: org.org.id,
      onProgress: () => undefined,
    });
    // As written, not as parsed: the schema would put the keys in its own order.
    const decisions = JSON.parse(readFileSync(join(out, 'decisions.json'), 'utf8')) as DecisionsDocument;
    DecisionsDocument.parse(decisions);
    return { exitCode, decisions, requests: target.simulated!.requests.byEndpoint() };
  } catch (error) {
    const { exitCode, message } = explain(error);
    if (exitCode === EXIT.defect) throw error;
    return { exitCode, decisions: null, message, requests: target.simulated!.requests.byEndpoint() };
  } finally {
    await target.close();
    rmSync(out, { recursive: true, force: true });
  }
}
