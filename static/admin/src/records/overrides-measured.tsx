import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { dataOf } from '../states/view-state';

/** Whether what was said of edits by hand came true, as soon as there is one to tell of. */
export function OverridesMeasured() {
  const { t } = useServices();
  const measured = dataOf(useStore(useAnswer('overrides/measured', {})));
  if (measured === null) return null;
  const { survived, reverted, refused, asPredicted } = measured;
  const seen = survived + reverted;
  if (seen + refused === 0) return null;
  return <p>{t('override.measured', { count: seen, survived, reverted, refused, asPredicted })}</p>;
}
