import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { type Cycle } from '../../../../src/contracts/cycles';
import { type CycleView } from '../../../../src/contracts/review-views';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { useSave } from '../states/use-save';
import { tellWeek } from './cycle-week';

const Confirm = lazy(() => import('../parts/confirm').then((m) => ({ default: m.Confirm })));

interface Props {
  cycle: Cycle;
  view: CycleView;
  put: (view: CycleView) => void;
  reload: () => void;
}

/** Closes the review for good, after naming what follows. */
export function CloseCycle({ cycle, view, put, reload }: Props) {
  const { t, flags, news } = useServices();
  const may = useMay('cycle/close');
  const [asking, setAsking] = useState<boolean | null>(null);
  const { saving, error, save, forgive } = useSave('cycle/close');
  if (!may) return null;
  const items = view.progress?.items ?? { total: 0, decided: 0 };
  const close = async (): Promise<void> => {
    const closed = await save({ cycleId: cycle.id, version: view.version });
    if (closed === null) return;
    setAsking(false);
    put(closed);
    flags.show(t('cycle.close.done'));
    news.tell();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('cycle.close')}</Button>
      {asking !== null && (
        <Suspense fallback={null}>
          <Confirm
            open={asking}
            title={t('cycle.close.title', { week: tellWeek(t, cycle.id) })}
            body={t('cycle.close.undecided', { count: items.total - items.decided })}
            confirm={t('cycle.close')}
            tone="usual"
            working={saving}
            agreed={() => void close()}
            close={() => setAsking(false)}
          >
            <p>{t('cycle.close.removes-nothing')}</p>
            <p>{t('cycle.close.for-good')}</p>
            {error !== null && (
              <ErrorMessage
                error={error}
                lookAgain={() => {
                  forgive();
                  reload();
                }}
              />
            )}
          </Confirm>
        </Suspense>
      )}
    </>
  );
}
