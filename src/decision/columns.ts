import type { Certainty } from '../contracts/vocabulary';
import type { AccountStanding, ResourceStanding } from '../billing/seats';

/** A `Certainty` in a column. */
export const IS_NOT = 0;
export const IS = 1;
export const UNKNOWN = 2;

export function certaintyOf(code: number): Certainty {
  return code === UNKNOWN ? 'unknown' : code === IS;
}

/** The bit of a member in a closed list. */
export function bitOf<T extends string>(list: readonly T[], member: T): number {
  return 1 << list.indexOf(member);
}

/** The members of a closed list that a bit mask names, in the list's order. */
export function membersOf<T extends string>(list: readonly T[], mask: number): T[] {
  return list.filter((_, index) => (mask & (1 << index)) !== 0);
}

/**
 * What is decided about each case and row of a path table, index for index. Codes are indexes into
 * the lists of contracts/vocabulary.ts, masks are bits over them.
 */
export interface DecisionColumns {
  readonly accountStanding: readonly AccountStanding[];
  readonly resourceStanding: readonly ResourceStanding[];
  readonly caseBillable: Uint8Array;
  readonly caseInactive: Uint8Array;
  /** Epoch ms; `NEVER_ACTIVE`, or `ACTIVITY_UNREADABLE` where it is unknown. */
  readonly caseLastActive: Float64Array;
  readonly caseSplit: Uint8Array;
  readonly caseSignals: Uint8Array;
  readonly rowOwner: Uint8Array;
  readonly rowDecision: Uint8Array;
  readonly rowFindings: Uint16Array;
  readonly rowBillable: Uint8Array;
}
