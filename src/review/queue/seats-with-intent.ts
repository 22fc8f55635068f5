import { NO_GRANT } from '../../access/path-table';
import { IS } from '../../decision/columns';
import type { SourceDecisions } from '../sources/covering';
import { COVERABLE_MASK } from '../sources/intent';
import type { Look } from './look';
import { type PlacedRows, placeOf } from './places';
import { OWNERS } from '../../contracts/vocabulary';

/** A billing seat and the sources on which somebody still has to say that it is wanted. */
interface Seat {
  readonly waitsFor: readonly number[];
}

export interface IntentShare {
  readonly seats: number;
  /** Seats of which every local and default path is answered for, or that have none. */
  readonly withIntent: number;
  /** How many seats would be, if those sources were decided too, tried in this order until `share` is reached. */
  readonly sourcesUntil: (grants: readonly number[], share: number) => number;
}

/** How many billing seats somebody has said the sources of to be wanted. */
export function countIntent(look: Look, placed: PlacedRows, decisions: SourceDecisions): IntentShare {
  const { paths, columns } = look.table;
  const seats: Seat[] = [];
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    if (columns.caseBillable[c] !== IS || !look.inScope(paths.caseResource[c]!)) continue;
    const waitsFor: number[] = [];
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      if (columns.rowBillable[row] !== IS || !waits(look, placed, decisions, row)) continue;
      waitsFor.push(paths.rowGrant[row]!);
    }
    seats.push({ waitsFor });
  }
  const withIntent = seats.filter(({ waitsFor }) => waitsFor.length === 0).length;
  return {
    seats: seats.length,
    withIntent,
    sourcesUntil(grants, share) {
      const decided = new Set<number>();
      let answered = withIntent;
      const waiting = seats.filter(({ waitsFor }) => waitsFor.length > 0);
      for (const [count, grant] of grants.entries()) {
        if (answered >= seats.length * share) return count;
        decided.add(grant);
        answered =
          withIntent + waiting.filter((seat) => seat.waitsFor.every((one) => decided.has(one))).length;
      }
      return grants.length;
    },
  };
}

/** Whether nobody has answered yet whether this path is wanted. A direct role waits for itself. */
function waits(look: Look, placed: PlacedRows, decisions: SourceDecisions, row: number): boolean {
  const { paths, columns } = look.table;
  const findings = columns.rowFindings[row]!;
  if ((findings & COVERABLE_MASK) === 0 || OWNERS[columns.rowOwner[row]!] === 'idp-owned') return false;
  const place = placeOf(placed, row);
  if (place === 'decided' || place === 'protected' || place === 'covered') return false;
  const grant = paths.rowGrant[row]!;
  if (grant === NO_GRANT) return true;
  return !(decisions.of(grant)?.covers(paths.caseAccount[paths.rowCase[row]!]!) ?? false);
}
