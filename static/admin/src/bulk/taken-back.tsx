import Button from '@atlaskit/button/new';
import { type BatchView } from '../../../../src/contracts/review-views';
import { useServices } from '../services';

interface Props {
  batch: BatchView;
  show: (batchId: string) => void;
}

/** Says of a decision on many that it was taken back since, with the way to what became of that. */
export function TakenBack({ batch: { takenBackBy }, show }: Props) {
  const { t } = useServices();
  if (takenBackBy === null) return null;
  return (
    <p>
      {t('take-back.since')}{' '}
      <Button spacing="compact" onClick={() => show(takenBackBy)}>
        {t('take-back.show')}
      </Button>
    </p>
  );
}
