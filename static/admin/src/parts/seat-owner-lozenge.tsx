import Lozenge from '@atlaskit/lozenge';
import { type SeatOwner } from '../../../../src/contracts/cycles';
import { OwnerLozenge } from './owner-lozenge';
import { useServices } from '../services';

/** The owner that a seat is put down to, which may be more than one. */
export function SeatOwnerLozenge({ owner }: { owner: SeatOwner }) {
  const { t } = useServices();
  if (owner !== 'several') return <OwnerLozenge owner={owner} />;
  return <Lozenge appearance="neutral">{t('owner.several')}</Lozenge>;
}
