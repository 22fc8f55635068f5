import type { ScanReport } from '../../contracts/coverage';
import type { DecisionTable } from '../../decision/tell';
import type { Book } from '../book';

/** Everything that a look at the organization needs to say what is open: what was found, and what was decided. */
export interface Look {
  readonly table: DecisionTable;
  readonly report: ScanReport;
  readonly book: Book;
  /** Epoch ms. */
  readonly now: number;
  readonly inactiveDays: number;
  /** Whether a resource is reviewed here: all of them, or those of the site that the app is installed on. */
  readonly inScope: (resource: number) => boolean;
  /** Since when each case is known to hold a seat, epoch ms; null where it is not. */
  readonly seatSince: (c: number) => number | null;
}
