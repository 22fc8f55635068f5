import type { HistoryLine } from '../../contracts/case-history';

/**
 * Joins lives, each of them oldest first, into one history, newest first. Of what happened at the same moment, that
 * which stands later in its life, or in a later life, stands before.
 */
export function newestFirst(lives: readonly (readonly HistoryLine[])[]): HistoryLine[] {
  return lives
    .flat()
    .reverse()
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
