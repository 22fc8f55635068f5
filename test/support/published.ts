import type { DecisionCase } from '../../src/contracts/decisions';
import { buildDecisionTable } from '../../src/decision/build';
import { tellCases } from '../../src/evidence/decisions-file';
import { decodeSnapshot } from '../../src/storage/snapshot-codec';
import { fromChunks } from '../../src/storage/text-chunks';
import type { ScanReport } from '../../src/contracts/coverage';
import { INSTALLATION, type RunningApp } from './app';

interface Pointer {
  readonly current: { readonly scanId: string; readonly chunks: number };
  readonly report: ScanReport;
}

/** The cases of the snapshot that an installation has published, read out of its storage as it stands there. */
export async function publishedCases(
  app: RunningApp,
  installationId = INSTALLATION,
  inactiveDays = 90,
): Promise<readonly DecisionCase[]> {
  const entries = new Map(
    app.host
      .inspect(installationId)
      .entries()
      .map((entry) => [entry.key, entry.value]),
  );
  const { current, report } = (entries.get('published') as { body: Pointer }).body;
  const texts = Array.from(
    { length: current.chunks },
    (_, chunk) => entries.get(`snapshot:${current.scanId}:${chunk}`) as string,
  );
  const table = buildDecisionTable(decodeSnapshot(fromChunks(texts)), {
    now: Date.parse(report.finishedAt),
    inactiveDays,
    plans: new Map(),
  });
  return [...tellCases(table)];
}
