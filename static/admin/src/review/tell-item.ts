import { type QueueLine } from '../../../../src/contracts/review-views';
import { type Translate } from '../texts/texts';

/** What an item is, in one sentence. */
export function tellItem(
  t: Translate,
  line: Pick<QueueLine, 'item' | 'people' | 'groupName' | 'site'>,
): string {
  const { item, people, groupName, site } = line;
  const { class: kind, outcome } = item;
  const where =
    groupName ?? item.groupId ?? (item.ari === null ? (site ?? item.cloudId ?? '') : t('item.direct'));
  // A dormant path bills nothing: it is counted by the people on it.
  const count = outcome === 'close-dormant' ? people : item.seats;
  return kind === 'back'
    ? t(`item.back.${outcome}`, { count, where })
    : t(`item.what.${kind}`, { count, where });
}

/** Where an item is: a product, all that a group grants, or a site. */
export function tellPlace(t: Translate, { item, product }: Pick<QueueLine, 'item' | 'product'>): string {
  return product ?? t(item.groupId === null ? 'item.site' : 'item.every-product');
}
