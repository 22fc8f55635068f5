import { type RegisterLine } from '../../../../src/contracts/review-views';
import { type Services } from '../services';
import { type RecordColumn } from './record-table';

export type RegisterColumn = RecordColumn<RegisterLine>;

/** What the columns need to speak and to lead elsewhere. */
export interface Drawing extends Pick<Services, 't' | 'format' | 'routes'> {
  /** Opens the whole of a record; null where there is no place for it, as at the desk. */
  open: ((recordId: string) => void) | null;
}
