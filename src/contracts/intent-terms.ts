/** Seats above which one person alone cannot declare a source intended. */
export const SECOND_PERSON_ABOVE = 50;
/** How far the seats may grow before a standing decision has to be made again, unless said otherwise. */
export const CAP_PERCENT = 10;

export const suggestedCap = (seats: number): number => Math.ceil((seats * (100 + CAP_PERCENT)) / 100);

/** The highest cap that one person alone can set: what is suggested for the most seats he can decide about. */
export const CAP_ALONE = suggestedCap(SECOND_PERSON_ABOVE);

/**
 * Whether a standing decision has to be approved by another person: for the seats it speaks of now, or for those
 * that its cap lets in later without anybody being asked.
 */
export function needsSecondPerson({ seats, cap }: { seats: number; cap: number }): boolean {
  return seats > SECOND_PERSON_ABOVE || cap > CAP_ALONE;
}
