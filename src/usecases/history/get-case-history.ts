import type { Input } from '../../contracts/api';
import type { CaseHistory, HistoryLine } from '../../contracts/case-history';
import type { ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { indexCasesOf } from '../../decision/cases-of';
import type { DecisionTable } from '../../decision/tell';
import { type CaseRef, recordsOfCase } from '../../review/history/concerns';
import { cutHistory } from '../../review/history/cut';
import { lifeOfRecord } from '../../review/history/lives';
import { momentsOf } from '../../review/history/moments';
import { newestFirst } from '../../review/history/newest-first';
import { groupIdOfRow } from '../../review/queue/row-index';
import { seesOrganization } from '../authorise';
import { currentTable } from '../decision-table';
import { UseCaseError } from '../errors';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { allRecords } from '../records/add-record';
import { recordScope } from '../records/record-scope';
import { lineOfReview, reviewsOfCase } from './case-reviews';
import { savingsOfCase } from './case-savings';
import { pathOfRecord, pathTeller } from './path-then';

/**
 * What became of one case from review to review, newest first and a part at a time: its rows in each review, the life
 * of each record about it, and what scans saw of its seat. Also of a case that the last scan no longer shows, for that
 * it is gone is what its history tells. Throws NOT_FOUND.
 */
export async function getCaseHistory(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { before, ...ref }: Input<'cases/history'>,
): Promise<CaseHistory> {
  const { table } = await currentTable(ports, settings);
  const unknown = new UseCaseError('NOT_FOUND', 'Nothing is known of such an account on this product.');
  if (!seesOrganization(settings, caller) && !ref.ari.endsWith(`/${caller.cloudId}`)) throw unknown;
  const now = ports.clock.now();
  const stored = await allRecords(ports);
  const cycles = await ports.cycles.list();
  const moments = momentsOf(cycles, now);
  const cut = cutHistory(cycles, moments, before);
  const reviews = await reviewsOfCase(ports, settings, ref, { cycles: cut.cycles, stored });
  const lines = reviews.flatMap((review) => (typeof review.lines === 'string' ? [] : review.lines));
  const groupsNow = groupsOfCase(table, ref);
  const all = recordsOfCase(
    stored.map(({ record }) => record),
    { ref, lines, groupsNow: groupsNow ?? [], snapshot: table.snapshot },
  );
  const records = await visibleOf(ports, settings, caller, all);
  const savings = await savingsOfCase(ports, settings, caller, { table, ref });
  const found = lines.length + records.length + savings.length;
  // Of what is older than something that is known, nothing need be.
  if (groupsNow === null && found === 0 && before === null) throw unknown;

  const tell = pathTeller(table.snapshot, all);
  const ofRecords = records.map((record) => lifeOfRecord(record, pathOfRecord(record, tell), now));
  const isInside = ({ at }: HistoryLine): boolean =>
    cut.after < Date.parse(at) && Date.parse(at) <= cut.until;
  const ofReviews = reviews.map((review) =>
    lineOfReview(review, moments[cycles.indexOf(review.cycle)]!, tell),
  );
  const told = newestFirst([
    ...[...savings, ...ofRecords].map((life) => life.filter(isInside)),
    ofReviews.reverse(),
  ]);
  const actors = actorsOf(told);
  const personOf = await namePeople(ports, settings, actors);
  return { lines: told, earlier: cut.earlier, people: actors.map(personOf) };
}

/** Groups through which the last scan shows a row of a case; null where it does not show the case. */
function groupsOfCase(table: DecisionTable, { accountId, ari }: CaseRef): string[] | null {
  const { snapshot, paths } = table;
  const account = snapshot.accounts.ids.indexOf(accountId);
  if (account === -1) return null;
  const { from, to } = indexCasesOf(table)(account);
  for (let c = from; c < to; c += 1) {
    if (snapshot.resources[paths.caseResource[c]!]!.ari !== ari) continue;
    const rows = Array.from(
      { length: paths.rowStart[c + 1]! - paths.rowStart[c]! },
      (_, i) => paths.rowStart[c]! + i,
    );
    return rows.flatMap((row) => groupIdOfRow(table, row) ?? []);
  }
  return null;
}

/** Those of some records that the person may see. */
async function visibleOf(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  records: readonly ReviewRecord[],
): Promise<ReviewRecord[]> {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const scopes = new Map(
    await Promise.all(
      kinds.map(async (kind) => [kind, await recordScope(ports, settings, caller, kind)] as const),
    ),
  );
  return records.filter((record) => scopes.get(record.kind)!(record));
}

/** Everybody who did something in a history. */
const actorsOf = (lines: readonly HistoryLine[]): string[] => [
  ...new Set(lines.flatMap(({ by }) => (by === null || by === 'seatpath' ? [] : [by]))),
];
