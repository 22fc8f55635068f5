import type { OrgFile } from '../../local/org/org-file';
import type { ReviewRecord } from '../../src/contracts/records';
import { answerOfRow } from './answers';
import type { Outcome, OutcomeCase, OutcomeRow } from './outcome';
import { protectionOf } from './protected';
import { lastsUntil, type Sight } from './sight';
import { type SourceAnswer, sourceAnswers } from './standing-decisions';

/*
 * Where each row stands in the review, by the plainest reading of docs/review-cycle.md and decision 10: one rule
 * after the other over the cases of the oracle. It shares no rule with the app, only the shapes of records.
 */

export interface RowPlace {
  readonly found: OutcomeCase;
  readonly row: OutcomeRow;
  stands: 'answered' | 'back' | 'unknown' | 'seat' | 'review' | 'dormant';
  /** The record that answers it or brought it back. */
  record: ReviewRecord | null;
  /** Why it is back. */
  cause: string | null;
  /** The row that answers for it; itself in most cases. */
  leader: RowPlace | null;
}

const SEAT = ['inactive-seat', 'never-active', 'scim-inactive-billable'];
const UNKNOWN = ['owner-unknown', 'contradiction'];
/** What a decision on a whole source can answer. */
export const COVERABLE = ['unproven-default', 'unproven-local', 'mixed-paths'];

export const hasOneOf = ({ findings }: OutcomeRow, wanted: readonly string[]): boolean =>
  findings.some((finding) => wanted.includes(finding));

/** Every row with a finding, each in one place. */
export function expectedPlaces(org: OrgFile, { cases }: Outcome, sight: Sight): RowPlace[] {
  const sources = sourceAnswers(org, cases, sight);
  return cases
    .filter(({ ari }) => sight.inScope(ari))
    .flatMap((found) => {
      const places = found.rows
        .filter(({ findings }) => findings.length > 0)
        .map((row) => placeAlone(org, cases, { found, row }, { sight, sources }));
      followOthers(places);
      return places;
    });
}

function placeAlone(
  org: OrgFile,
  cases: readonly OutcomeCase[],
  { found, row }: Pick<RowPlace, 'found' | 'row'>,
  { sight, sources }: { sight: Sight; sources: readonly SourceAnswer[] },
): RowPlace {
  const place = (stands: RowPlace['stands'], record: ReviewRecord | null = null): RowPlace => {
    return { found, row, stands, record, cause: null, leader: null };
  };
  const own = answerOfRow(found, row, sight);
  if (own !== null && own.cause === null) return place('answered', own.record);
  if (own !== null) return { ...place('back', own.record), cause: own.cause };
  const protection = protectionOf(found.accountId, cases, sight);
  if (protection !== null) return place('answered', protection);
  if (hasOneOf(row, UNKNOWN)) {
    const attestation = sight.records.find(
      (record) =>
        record.kind === 'source-attestation' &&
        record.groupId === row.path.groupId &&
        record.state === 'standing' &&
        lastsUntil(record.expiresOn) > sight.now,
    );
    if (attestation === undefined) return place('unknown');
    if (row.findings.every((finding) => UNKNOWN.includes(finding))) return place('answered', attestation);
  }
  if (hasOneOf(row, SEAT)) return place('seat');
  if (row.findings.includes('dormant-path')) return place('dormant');
  const source = sources.find(({ groupId, ari }) => groupId === row.path.groupId && ari === found.ari);
  return source?.covers(found.accountId) ? place('answered', source.record) : place('review');
}

/** A row that cannot be decided for itself goes where one of its case goes that can. */
function followOthers(places: readonly RowPlace[]): void {
  const follow = (followers: readonly RowPlace[], leader: RowPlace | undefined): void => {
    if (leader === undefined) return;
    for (const one of followers) {
      const { stands, record, cause } = leader;
      Object.assign(one, { stands, record, cause, leader });
    }
  };
  const standing = (stands: RowPlace['stands']): RowPlace[] => places.filter((one) => one.stands === stands);
  const bills = ({ row }: RowPlace): boolean => row.billable === true;
  const isSynced = ({ row }: RowPlace): boolean => row.owner === 'idp-owned';
  // No seat can be freed while one of its paths is nobody's.
  follow(standing('seat'), standing('unknown')[0]);
  // What takes no seat goes with what does.
  const seats = standing('seat');
  follow(
    seats.filter((one) => !bills(one)),
    seats.find(bills) ?? places.find(bills),
  );
  // A synced row that is only found beside local ones asks nothing of the identity owner.
  const others = places.filter((one) => !isSynced(one));
  follow(standing('review').filter(isSynced), others.find(({ stands }) => stands === 'review') ?? others[0]);
}
