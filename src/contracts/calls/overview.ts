import { Overview } from '../overview';
import { type CallTable, everyone, nothing } from './common';

/** What the first tab of the page shows. */
export const overviewCalls = {
  'overview/get': { input: nothing, output: Overview, callers: everyone },
} as const satisfies CallTable;
