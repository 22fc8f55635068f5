import type { ScanReport } from '../contracts/coverage';
import type { DecisionRow } from '../contracts/decisions';
import type { RowDecision } from '../contracts/records';

interface EvidenceRule {
  readonly item: string;
  /** Decisions that cannot be made without it. */
  readonly needs: readonly RowDecision['kind'][];
  readonly isMissing: (row: DecisionRow, report: ScanReport) => boolean;
}

const CHANGES: readonly RowDecision['kind'][] = ['route-out', 'local-action'];
const ALL_BUT_HOLD: readonly RowDecision['kind'][] = [...CHANGES, 'exception', 'keep'];

/** What a decision rests on, and how a row shows that it is not there. A hold needs nothing: it is for that. */
const evidenceRules: readonly EvidenceRule[] = [
  {
    item: 'source not recorded: the last scan does not tell through which path the access comes',
    needs: ALL_BUT_HOLD,
    isMissing: (row) => row.path.via === 'unexplained',
  },
  {
    item: 'complete evidence: the members of this group did not add up in the last scan',
    needs: CHANGES,
    isMissing: (row, report) =>
      row.path.groupId !== undefined && report.coverage.incompleteGroups.includes(row.path.groupId),
  },
  {
    item: 'whether it is billed: no role of this path is known to take a seat',
    needs: ['local-action'],
    isMissing: (row) => row.billable === 'unknown',
  },
];

/** What a decision on a row still lacks, each item by name (S15, S17, S19). */
export function missingEvidence(kind: RowDecision['kind'], row: DecisionRow, report: ScanReport): string[] {
  return evidenceRules
    .filter((rule) => rule.needs.includes(kind) && rule.isMissing(row, report))
    .map((rule) => rule.item);
}
