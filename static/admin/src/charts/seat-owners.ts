import { type SeatOwner } from '../../../../src/contracts/cycles';
import { OWNERS } from '../../../../src/contracts/vocabulary';

/** Every owner that a seat is put down to, in the order of bars and legends. */
export const SEAT_OWNERS: readonly SeatOwner[] = [...OWNERS, 'several'];
