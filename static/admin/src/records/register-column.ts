import { type RegisterLine } from '../../../../src/contracts/review-views';
import { type Services } from '../services';
import { type RecordColumn } from './record-table';

export type RegisterColumn = RecordColumn<RegisterLine>;

/** What the columns need to speak and to lead elsewhere. */
export type Drawing = Pick<Services, 't' | 'format' | 'routes'>;
