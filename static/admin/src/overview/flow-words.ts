import { type SeatFlow } from '../../../../src/contracts/overview';
import { type Translate } from '../texts/texts';

/** What holds seats, in words: the group by its name, or what it is instead. */
export function tellHolder(t: Translate, { holder, group }: Pick<SeatFlow, 'holder' | 'group'>): string {
  return group?.name ?? t(`holder.${holder}`);
}

export function tellProduct(t: Translate, product: SeatFlow['product']): string {
  return product?.name ?? t('flows.other-products');
}
