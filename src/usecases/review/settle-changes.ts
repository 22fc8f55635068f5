import type { LocalAction, Redesign } from '../../contracts/records';
import type { DecisionTable } from '../../decision/tell';
import { indexRows } from '../../review/queue/row-index';
import { isDone } from '../../review/sources/change-done';
import { type MoveName, stepFor } from '../../review/states/machine';
import { take } from '../../review/states/step';
import { recordStates } from '../../review/states/tables';
import { Conflict, type Ports, type Published } from '../ports';

type Change = LocalAction | Redesign;

/**
 * Holds planned and claimed changes against a published scan. Gone in a complete scan is confirmed; still there
 * in a scan that began after the claim goes back. Said again of the same scan, it changes nothing.
 */
export async function settleChanges(ports: Ports, published: Published, table: DecisionTable): Promise<void> {
  const rowOf = indexRows(table);
  const stillThere = (record: Change): boolean =>
    record.kind === 'local-action' ? rowOf(record.row) !== -1 : !isDone(table, record);
  const stored = [
    ...(await ports.records.listStored('local-action')),
    ...(await ports.records.listStored('redesign')),
  ];
  for (const { record, version } of stored) {
    const move = observed(record, published, stillThere);
    if (move === null || stepFor(recordStates[record.kind], record.state, move) === null) continue;
    const at = new Date(ports.clock.now()).toISOString();
    const moved = take(record, move, { at, by: 'seatpath', note: `Scan ${published.scanId}.` });
    try {
      await ports.records.save(moved, version);
    } catch (error) {
      // Somebody moved it at this moment; the next scan looks again.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** What a scan shows of a change; null where it shows nothing, because it began too early or saw too little. */
function observed(
  record: Change,
  { report }: Published,
  stillThere: (record: Change) => boolean,
): MoveName | null {
  const decidedAt = record.steps.at(-1)?.at ?? record.recordedAt;
  if (Date.parse(report.startedAt) < Date.parse(decidedAt)) return null;
  if (stillThere(record)) return 'observe-kept';
  return report.verdict === 'complete' ? 'observe-gone' : null;
}
