import { ITEM_CLASSES, type ItemClass } from '../../contracts/queue';
import type { DraftItem } from './draft';

/** Why a class of items stands where it does. The order is that of `ITEM_CLASSES`. */
export const rankBecause: Readonly<Record<ItemClass, string>> = {
  back: 'It was decided once and is open again: a promise not kept, or an end that has come.',
  'scim-inactive': 'The identity provider says that the person is gone, and the seat still bills.',
  'inactive-one-edit': 'One edit frees an unused seat.',
  'never-active': 'The seat was never used, and is older than the inactivity window.',
  'inactive-more-edits': 'The seat is unused, but several edits are needed before it is free.',
  'unknown-source': 'Nobody can decide a path before somebody knows whose it is.',
  'source-review': 'Nobody has said whether access through this source is wanted.',
  settings: 'What no API tells has to be looked up once a quarter.',
  dormant: 'Nothing is billed now; the seat comes back when the account is restored.',
  'never-active-age-unknown': 'The seat was never used, but nobody knows since when it exists.',
};

/**
 * Most urgent first: by class, then by the seats that become free or are held, then by age, oldest first. What
 * ties is ordered by id, so that the same week gives the same list.
 */
export function rankItems<I extends DraftItem>(items: readonly I[]): I[] {
  const rank = (item: I): number => ITEM_CLASSES.indexOf(item.class);
  return [...items].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.freeable - a.freeable ||
      b.seats - a.seats ||
      (a.since ?? Infinity) - (b.since ?? Infinity) ||
      (a.id < b.id ? -1 : 1),
  );
}
