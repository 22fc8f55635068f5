import type {
  Intent,
  Protection,
  Redesign,
  ReviewRecord,
  RowDecision,
  SettingsAttestation,
  SourceAttestation,
  Stewardship,
} from '../contracts/records';
import { isRowDecision } from '../contracts/records';
import { isInForce } from './standing';
import { subjectOf } from './subjects';

/** Everything that was decided, by what it is about. Of each subject the newest record, whether it holds or not. */
export interface Book {
  readonly rows: readonly RowDecision[];
  readonly sources: readonly (Intent | Redesign)[];
  readonly protections: readonly Protection[];
  readonly attestations: ReadonlyMap<string, SourceAttestation>;
  readonly stewardships: ReadonlyMap<string, Stewardship>;
  readonly settings: ReadonlyMap<string, SettingsAttestation>;
}

/** Whether a record was made after another one; of two made at the same moment, the same one is always the later. */
const isLater = (one: ReviewRecord, other: ReviewRecord): boolean =>
  one.recordedAt === other.recordedAt ? one.id > other.id : one.recordedAt > other.recordedAt;

/** The newest record of each subject. A record that another one replaced never counts, whatever the clocks said. */
export function newestBySubject(records: readonly ReviewRecord[]): Map<string, ReviewRecord> {
  const replaced = new Set(records.map((record) => record.supersedes));
  const newest = new Map<string, ReviewRecord>();
  for (const record of records) {
    if (replaced.has(record.id)) continue;
    const subject = subjectOf(record);
    const known = newest.get(subject);
    if (known === undefined || isLater(record, known)) newest.set(subject, record);
  }
  return newest;
}

/** Arranges records for a look at `now`; protections, attestations and stewards only as far as they hold then. */
export function openBook(records: readonly ReviewRecord[], now: number): Book {
  const rows: RowDecision[] = [];
  const sources: (Intent | Redesign)[] = [];
  const protections: Protection[] = [];
  const attestations = new Map<string, SourceAttestation>();
  const stewardships = new Map<string, Stewardship>();
  const settings = new Map<string, SettingsAttestation>();
  for (const record of newestBySubject(records).values()) {
    if (isRowDecision(record)) rows.push(record);
    else if (record.kind === 'intent' || record.kind === 'redesign') sources.push(record);
    else if (!isInForce(record, now)) continue;
    else if (record.kind === 'protection') protections.push(record);
    else if (record.kind === 'source-attestation') attestations.set(record.groupId, record);
    else if (record.kind === 'stewardship') stewardships.set(record.groupId, record);
    else if (record.kind === 'settings-attestation') settings.set(record.cloudId, record);
  }
  return { rows, sources, protections, attestations, stewardships, settings };
}
