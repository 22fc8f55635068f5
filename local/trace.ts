import { readTraceSettings, type TraceSettings } from './trace/settings';
import { SOURCE_USAGE, UsageError } from './trace/arguments';
import { explain, runTrace } from './trace/run';
import { renderSummary, summarise } from './trace/summary';
import { openTarget } from './trace/target';
import type { ScanState } from '../src/snapshot/scan-state';

const USAGE = `usage: npm run trace -- SOURCE [--out DIR] [--deep] [--inactive-days N] [--now INSTANT]
                             [--concurrency N] [--quiet] [--json]
SOURCE is one of
${SOURCE_USAGE}`;

/** A line that overwrites itself, on a terminal only. */
function progressLine(settings: TraceSettings): { show: (state: ScanState) => void; clear: () => void } {
  const shown = process.stderr.isTTY && !settings.quiet;
  return {
    show: (state) => {
      if (!shown) return;
      const done = state.begun - state.open.length;
      process.stderr.write(
        `\r\u001b[K${state.phase}: ${done} of ${state.planned} lists, ${state.requests.total} requests`,
      );
    },
    clear: () => {
      if (shown) process.stderr.write('\r\u001b[K');
    },
  };
}

async function trace(settings: TraceSettings): Promise<number> {
  const { source } = settings;
  const target = await openTarget(source);
  const line = progressLine(settings);
  try {
    const identity =
      source.kind === 'org-file'
        ? [source.text, settings.deep]
        : [source.adminUrl, source.orgId, [...source.scimKeys.keys()], settings.deep];
    const { table, report, exitCode } = await runTrace(target, {
      ...settings,
      identity,
      onProgress: line.show,
    });
    line.clear();
    const summary = summarise(table, report);
    if (settings.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else if (!settings.quiet) {
      const names = new Map(table.snapshot.resources.map((resource) => [resource.ari, resource.name]));
      process.stdout.write(
        `${renderSummary(summary, names)}\nWritten to ${settings.out}: decisions.json, decisions.csv, coverage.json\n`,
      );
    }
    return exitCode;
  } finally {
    line.clear();
    await target.close();
  }
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  try {
    return await trace(readTraceSettings(args, process.env));
  } catch (error) {
    const { exitCode, message } = explain(error);
    process.stderr.write(`trace: ${message}\n`);
    if (error instanceof UsageError && error.showUsage) process.stderr.write(`${USAGE}\n`);
    return exitCode;
  }
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
