import { type RowDecision } from '../../../../src/contracts/records';
import { type CaseView, type OUTCOMES, type RowView } from '../../../../src/contracts/case-views';
import { type Call } from '../../../../src/contracts/api';
import { type Answer, type CallApp } from '../platform/call-app';
import { type Terms, type TermsKind } from '../parts/terms';

/** Outcomes that are recorded on the row itself; a default group is redesigned at its source. */
export const ROW_OUTCOMES = [
  'route-out',
  'exception',
  'hold',
  'keep',
  'local-removal',
] as const satisfies readonly (typeof OUTCOMES)[number][];
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export const CALL_OF = {
  'route-out': 'route-outs/record',
  exception: 'exceptions/record',
  hold: 'holds/record',
  keep: 'keeps/record',
  'local-removal': 'local-actions/record',
} as const satisfies Readonly<Record<RowOutcome, Call>>;

/** The kind of terms that an outcome asks for; null where a reason is all. */
export function termsKindOf(outcome: RowOutcome): TermsKind | null {
  return outcome === 'route-out' || outcome === 'local-removal' ? null : outcome;
}

export interface WantedDecision {
  outcome: 'route-out' | 'local-removal' | Terms;
  reason: string;
}

/** Records an outcome of one path, after the newest decision that the reader saw on it. */
export async function sendDecision(
  call: CallApp,
  { accountId, ari }: CaseView['case'],
  { via, groupId, records }: RowView,
  { outcome, reason }: WantedDecision,
): Promise<Answer<RowDecision>> {
  const after = records[0]?.id ?? null;
  const row = { accountId, ari, via, groupId };
  if (outcome === 'local-removal') return call('local-actions/record', { row, after, reason });
  if (outcome === 'route-out') {
    // Only synced groups are handed over, and those have an id.
    return call('route-outs/record', { accountId, ari, groupId: groupId ?? '', after, reason });
  }
  const { expiresOn } = outcome;
  if (outcome.do === 'keep') return call('keeps/record', { row, after, reason, expiresOn });
  const { ownedBy } = outcome;
  if (outcome.do === 'hold') {
    const { condition } = outcome;
    return call('holds/record', { row, after, reason, ownedBy, expiresOn, condition });
  }
  const { class: kind, dependency } = outcome;
  return call('exceptions/record', { row, after, reason, class: kind, ownedBy, expiresOn, dependency });
}
