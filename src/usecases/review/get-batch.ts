import type { Input } from '../../contracts/api';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { loadSnapshot } from '../decision-table';
import { namePeople } from '../people';
import type { Ports } from '../ports';
import { groupNameIn } from '../records/group-names';
import { countLeft } from './left-to-take-back';
import { requireBatch } from './require-batch';

/** How far a bulk is, and what became of each row so far. */
export async function getBatch(
  ports: Ports,
  settings: Settings,
  { batchId }: Input<'batches/get'>,
): Promise<BatchView> {
  const { batch } = await requireBatch(ports, batchId);
  const results = await ports.batches.results(batch);
  // A bulk that was begun just now names nobody yet, and a page that waits for it asks often.
  const current = results.length === 0 ? null : await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const personOf = await namePeople(
    ports,
    settings,
    results.map(({ row }) => row.accountId),
  );
  return {
    id: batch.id,
    itemId: batch.itemId,
    takesBack: batch.outcome.do === 'take-back',
    takenBackBy: batch.takenBackBy,
    left: await countLeft(ports, batch),
    state: batch.state === 'done' ? 'done' : 'running',
    total: batch.total,
    recorded: batch.recorded,
    refused: batch.refused,
    results: results.map((result) => ({
      ...result,
      groupName: result.row.groupId === null ? null : groupNameIn(snapshot, result.row.groupId),
      person: personOf(result.row.accountId),
    })),
  };
}
