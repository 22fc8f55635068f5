import fc from 'fast-check';
import type { OrgFile } from '../../local/org/org-file';
import type { Evidence, SourceEvidence } from '../../src/contracts/evidence';
import {
  HOLD_CONDITIONS,
  type Population,
  type ReviewRecord,
  ROW_DECISIONS,
  type RowDecision,
} from '../../src/contracts/records';
import { FINDINGS, type Finding, type Owner, OWNERS, type Via } from '../../src/contracts/vocabulary';
import type { OutcomeCase, OutcomeRow } from '../oracle/outcome';
import { sourceToday } from '../oracle/standing-decisions';
import { aRecord, rowEvidence, sourceEvidence } from '../support/review-records';

const DAY_MS = 86_400_000;

type Draw = <Value>(values: readonly [Value, ...Value[]]) => Value;

/**
 * Everything that may have been decided about an organization by now: on rows, sources, groups, accounts and sites, most
 * of it as things are, some of it on facts that have changed, at an end, or beyond it. One record of a subject.
 */
export function someBook(
  org: OrgFile,
  cases: readonly OutcomeCase[],
  draw: Draw,
  { now, scanBegan }: { now: number; scanBegan: number },
): ReviewRecord[] {
  const records: ReviewRecord[] = [];
  const often = (): boolean => draw([true, true, true, false]);
  const rarely = (): boolean => draw([false, false, false, true]);
  const dayOf = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  const lastDay = (): string => dayOf(draw([30, 30, 30, 1, 0, -1]));
  const id = (): string => `record-${records.length}`;
  const recordedAt = (): string => new Date(now - draw([1, 2, 3, 200]) * DAY_MS).toISOString();
  /** Before the scan began, at that moment, and after. */
  const movedAt = (): string => new Date(scanBegan + draw([-DAY_MS, 0, 1])).toISOString();
  const standing = (): 'standing' | 'ended' => draw(['standing', 'standing', 'standing', 'ended']);
  const put = <R extends ReviewRecord>(record: R, change: Partial<R>): void => {
    records.push({ ...record, ...change, id: id(), recordedAt: recordedAt() });
  };

  for (const found of cases) {
    for (const row of found.rows) if (rarely()) onRow(found, row);
  }
  for (const group of org.groups) {
    for (const { ari } of group.grants) if (draw([true, false])) onSource(group.id, ari);
    if (rarely()) {
      put(aRecord('source-attestation'), {
        groupId: group.id,
        says: draw<'idp' | 'local'>(['idp', 'local']),
        state: standing(),
        expiresOn: lastDay(),
      });
    }
    if (rarely() && rarely()) protect({ by: 'group', groupId: group.id });
  }
  for (const { accountId, direct } of org.users) {
    if (rarely() && rarely()) protect({ by: 'account', accountId });
    for (const { ari, role } of (direct ?? []).slice(0, 1)) {
      if (rarely() && rarely()) protect({ by: 'direct-role', ari, role });
    }
  }
  for (const { cloudId } of org.sites) {
    if (draw([true, false])) put(aRecord('settings-attestation'), { cloudId, expiresOn: dayOf(5) });
  }
  return onePerSubject(records);

  function protect(rule: Extract<ReviewRecord, { kind: 'protection' }>['rule']): void {
    put(aRecord('protection'), { rule, state: standing(), expiresOn: lastDay() });
  }

  function onRow(found: OutcomeCase, row: OutcomeRow): void {
    const seen = row.findings.filter(often) as Finding[];
    const evidence: Evidence = {
      ...rowEvidence,
      owner: often() ? (row.owner as Owner) : draw([...OWNERS] as [Owner, ...Owner[]]),
      findings: often()
        ? (row.findings as Finding[])
        : [...seen, draw([...FINDINGS] as [Finding, ...Finding[]])],
    };
    const kind = draw([...ROW_DECISIONS] as [RowDecision['kind'], ...RowDecision['kind'][]]);
    const record: RowDecision = {
      ...aRecord(kind),
      row: {
        accountId: found.accountId,
        ari: found.ari,
        via: row.path.via as Via,
        groupId: row.path.groupId ?? null,
      },
      evidence,
    };
    if (record.kind === 'route-out') record.state = draw(['needs-owner', 'ready', 'sent', 'withdrawn']);
    else if (record.kind === 'local-action') {
      record.state = draw(['planned', 'approved', 'claimed', 'confirmed', 'returned', 'withdrawn']);
      if (record.state !== 'planned')
        record.steps = [{ to: record.state, at: movedAt(), by: 'seatpath', note: '' }];
    } else {
      record.state = standing();
      record.expiresOn = lastDay();
      if (record.kind === 'hold') record.condition = draw([null, null, ...HOLD_CONDITIONS]);
    }
    put(record, {});
  }

  function onSource(groupId: string, ari: string): void {
    const source = sourceToday(org, cases, groupId, ari);
    if (source === null) return;
    const evidence: SourceEvidence = {
      ...sourceEvidence,
      owner: rarely() && rarely() ? 'unknown' : (source.owner as Owner),
      roles: rarely() && rarely() ? ['atlassian/foo'] : [...source.roles],
      defaultRole: rarely() ? null : source.defaultRole,
      complete: often(),
      seats: draw([source.seated.length, source.seated.length, 0]),
    };
    if (rarely()) {
      const record = aRecord('redesign', { source: { groupId, ari }, evidence });
      put(record, { state: draw(['planned', 'approved', 'claimed', 'returned', 'confirmed', 'withdrawn']) });
      return;
    }
    const population: Population = draw([
      { claimStatuses: [], domains: [] },
      { claimStatuses: ['managed'], domains: [] },
      { claimStatuses: [], domains: ['example.com'] },
      { claimStatuses: ['unmanaged'], domains: ['example.com', 'elsewhere.example'] },
    ]);
    put(aRecord('intent', { source: { groupId, ari }, evidence, population }), {
      state: draw(['standing', 'standing', 'standing', 'standing', 'proposed', 'void', 'withdrawn']),
      outside: draw([0, 1, source.seated.length]),
      cap: Math.max(0, source.seated.length + draw([5, 1, 0, 0, -1])),
      expiresOn: lastDay(),
    });
  }
}

/** Two roles of one account on a product may be protected by one rule said twice: the first is kept. */
function onePerSubject(records: readonly ReviewRecord[]): ReviewRecord[] {
  const told = new Set<string>();
  return records.filter((record) => {
    const subject = record.kind === 'protection' ? JSON.stringify(record.rule) : record.id;
    if (told.has(subject)) return false;
    told.add(subject);
    return true;
  });
}

/** Draws that follow a list of choices, over and over, so that what they make shrinks with it. */
export function drawFrom(choices: readonly number[]): Draw {
  let drawn = 0;
  return (values) => {
    const choice = choices[drawn % choices.length]!;
    drawn += 1;
    return values[choice % values.length]!;
  };
}

/** Divisible by all that is drawn from, so that each value is as likely as another. */
export const someChoices: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(839), {
  minLength: 100,
  maxLength: 500,
  size: 'max',
});
