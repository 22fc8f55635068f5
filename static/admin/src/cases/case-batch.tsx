import { BatchProgress } from '../bulk/batch-progress';
import { focusRow } from '../grid/focus-row';
import { useServices } from '../services';
import { showBatch } from './show-batch';

/** How far the decision on chosen cases is, and then what became of it. */
export function CaseBatch({ batchId }: { batchId: string }) {
  const { t, routes } = useServices();
  return (
    <section className="bulk-form" aria-label={t('cases.bulk')}>
      <BatchProgress
        key={batchId}
        batchId={batchId}
        level={2}
        show={(batch) => {
          showBatch(routes, batch);
          if (batch === null) focusRow();
        }}
      />
    </section>
  );
}
