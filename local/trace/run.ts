import { join } from 'node:path';
import app from '../../package.json';
import { ApiError } from '../../src/atlassian/errors';
import type { ScanReport } from '../../src/contracts/coverage';
import { buildDecisionTable } from '../../src/decision/build';
import type { DecisionTable } from '../../src/decision/tell';
import { writeCsv } from '../../src/evidence/csv';
import { DECISIONS_CSV_COLUMNS, tellCsvLines } from '../../src/evidence/decisions-csv';
import { writeDecisions } from '../../src/evidence/decisions-file';
import type { ScanState } from '../../src/snapshot/scan-state';
import { FolderInUse } from '../storage/database';
import { UsageError } from './arguments';
import { dropEarlier, setAside, writeWhole } from './files';
import { type Journal, openJournal } from './journal';
import { scanTarget } from './scan-target';
import { systemClock, type Target } from './target';

/** Exit codes of the machine contract. */
export const EXIT = { complete: 0, defect: 1, usage: 2, partial: 3, refused: 4, unreachable: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface RunOptions {
  readonly out: string;
  readonly deep: boolean;
  readonly inactiveDays: number;
  /** Epoch ms; null for the target's own now. */
  readonly now: number | null;
  readonly concurrency: number;
  /** What the target is, so that only a run of the same one is resumed. */
  readonly identity: unknown;
  readonly onProgress: (state: ScanState) => void;
}

export interface Traced {
  readonly exitCode: ExitCode;
  readonly table: DecisionTable;
  readonly report: ScanReport;
}

const RESULTS = ['decisions.json', 'decisions.csv', 'coverage.json'] as const;

/**
 * One trace of a target: scan, decide, write the three files. Throws `ApiError` or `UsageError`; then none
 * is written, and those of an earlier run are kept under another name.
 */
export async function runTrace(target: Target, options: RunOptions): Promise<Traced> {
  const journal = openHere(join(options.out, '.seatpath'), options.identity);
  try {
    setAside(options.out, RESULTS);
    const { snapshot, report } = await scanTarget({ target, journal, ...options });
    const table = buildDecisionTable(snapshot, {
      now: options.now ?? target.now,
      inactiveDays: options.inactiveDays,
      plans: new Map(),
    });
    writeWhole(options.out, 'decisions.csv', csv(table, journal));
    writeWhole(options.out, 'coverage.json', [`${JSON.stringify(report, null, 1)}\n`]);
    writeWhole(
      options.out,
      'decisions.json',
      writeDecisions(table, report, { name: app.name, version: app.version }),
    );
    dropEarlier(options.out, RESULTS);
    journal.clear();
    return { exitCode: report.verdict === 'complete' ? EXIT.complete : EXIT.partial, table, report };
  } finally {
    journal.close();
  }
}

function openHere(dir: string, identity: unknown): Journal {
  try {
    return openJournal(dir, identity, systemClock.now());
  } catch (error) {
    if (error instanceof FolderInUse) throw new UsageError(`--out: ${error.message}`);
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== undefined) throw new UsageError(`--out: ${dir} cannot be made (${code ?? syscall})`);
    throw error;
  }
}

function* csv(table: DecisionTable, journal: Journal): Generator<string> {
  yield writeCsv([DECISIONS_CSV_COLUMNS], { begins: true });
  for (const line of tellCsvLines(table, (accountId) => journal.personOf(accountId)))
    yield writeCsv([line], { begins: false });
}

/** The exit code of a failure, and the one line that says what, where and what to do. */
export function explain(error: unknown): { exitCode: ExitCode; message: string } {
  if (error instanceof UsageError || error instanceof FolderInUse) {
    return { exitCode: EXIT.usage, message: error.message };
  }
  if (error instanceof ApiError) {
    const refused =
      error.failure === 'refused' ||
      (error.failure === 'not-found' && error.endpoint.endsWith('/orgs/{orgId}'));
    return { exitCode: refused ? EXIT.refused : EXIT.unreachable, message: error.message };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: EXIT.defect, message: `a defect of Seatpath: ${text}` };
}
