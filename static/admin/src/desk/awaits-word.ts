import { type RegisterLine } from '../../../../src/contracts/review-views';

/** Whether a boundary exception waits for somebody’s word, or for its use while the word can be taken back. */
export const awaitsWord = ({ record, inForce, moves }: RegisterLine): boolean =>
  inForce && (record.state === 'proposed' || moves.length > 0);
