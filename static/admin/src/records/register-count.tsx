import { type RegisterKind } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { useServices } from '../services';
import { canEnd } from './filter-register';

interface Props {
  kind: RegisterKind;
  /** What the filter leaves. */
  shown: readonly RegisterLine[];
  total: number;
  /** Records of other sites, which are not shown here. */
  elsewhere: number;
}

/** How much stands in a register; also what the reader is not shown, so that nothing is hidden. */
export function RegisterCount({ kind, shown, total, elsewhere }: Props) {
  const { t } = useServices();
  const narrowed = shown.length < total;
  return (
    <p className="count" role="status">
      <b>
        {narrowed
          ? t('register.count.filtered', { shown: shown.length, count: total })
          : t('register.count', { count: total })}
      </b>
      {canEnd(kind) && (
        <span>{t('register.in-force', { count: shown.filter(({ inForce }) => inForce).length })}</span>
      )}
      {elsewhere > 0 && <span>{t('register.elsewhere', { count: elsewhere })}</span>}
    </p>
  );
}
