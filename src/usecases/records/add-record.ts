import { RECORD_KINDS, type RecordKind, type ReviewRecord } from '../../contracts/records';
import { stepFor } from '../../review/states/machine';
import { take } from '../../review/states/step';
import { recordStates } from '../../review/states/tables';
import { subjectOf } from '../../review/subjects';
import { termProblem } from '../../review/terms';
import { UseCaseError } from '../errors';
import { Conflict, type CallerContext, type Ports, type StoredRecord } from '../ports';
import { openCycleOf } from '../review/current-cycle';

/** Who decides, when, why and in which cycle: the head of every record. */
export interface RecordHead {
  readonly schema: 1;
  readonly id: string;
  readonly reason: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersedes: string | null;
  readonly cycleId: string | null;
  readonly steps: [];
}

/** The head of a new record. `supersedes`: the newest decision on the subject, as the caller saw it. */
export async function recordHead(
  ports: Ports,
  caller: Pick<CallerContext, 'accountId'>,
  kind: RecordKind,
  { reason, after }: { reason: string; after: string | null },
): Promise<RecordHead> {
  return {
    schema: 1,
    id: `${kind}-${ports.newId()}`,
    reason,
    recordedAt: new Date(ports.clock.now()).toISOString(),
    recordedBy: caller.accountId,
    supersedes: after,
    cycleId: (await openCycleOf(ports))?.cycle.id ?? null,
    steps: [],
  };
}

export function requireTerm(kind: RecordKind, expiresOn: string, now: number): void {
  const problem = termProblem(kind, expiresOn, now);
  if (problem !== null) throw new UseCaseError('BAD_INPUT', problem);
}

/** Every record with its version. */
export async function allRecords(
  ports: Ports,
  kinds: readonly RecordKind[] = RECORD_KINDS,
): Promise<StoredRecord[]> {
  // The first one reads the log, where nobody did yet; all at once, each of them would read it.
  const [first, ...others] = kinds;
  if (first === undefined) return [];
  const lists = [await ports.records.listStored(first)];
  lists.push(...(await Promise.all(others.map((kind) => ports.records.listStored(kind)))));
  return lists.flat();
}

/**
 * Stores a decision in place of the newest one on its subject. Where somebody else decided since the caller
 * looked, it is a conflict and nothing is stored.
 */
export async function addRecord<R extends ReviewRecord>(ports: Ports, record: R): Promise<R> {
  await storeAfter(ports, record, await ports.records.newest(subjectOf(record)));
  return record;
}

/** The same, where the newest record on the subject is known. */
export async function storeAfter(
  ports: Ports,
  record: ReviewRecord,
  newest: StoredRecord | null,
): Promise<void> {
  if ((newest?.record.id ?? null) !== record.supersedes) {
    throw new Conflict('somebody decided this since the caller looked');
  }
  await ports.records.add(record, newest && supersede(newest, record));
}

/** What becomes of the record that a new one replaces; null where it came to its end, or goes on beside the new one. */
function supersede({ record, version }: StoredRecord, by: ReviewRecord): StoredRecord | null {
  if (stepFor(recordStates[record.kind], record.state, 'supersede') === null) return null;
  const note = `Replaced by ${by.id}.`;
  return { record: take(record, 'supersede', { at: by.recordedAt, by: by.recordedBy, note }), version };
}
