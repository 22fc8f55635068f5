import { type ItemView } from '../../../../src/contracts/review-views';
import { FormSwitch } from '../parts/form-switch';
import { useMay, useServices } from '../services';
import { BatchProgress } from '../bulk/batch-progress';
import { BulkForm } from '../bulk/bulk-form';

interface Props {
  view: ItemView;
  leftOut: ReadonlySet<string>;
  batchId: string | null;
  reload: () => void;
}

/** As many people as a decision can leave out. */
const MOST_LEFT_OUT = 1000;

/** The decision on a whole item: its form, or how far the one begun last is. */
export function ItemDecision({ view, leftOut, batchId, reload }: Props) {
  const { call, t, routes } = useServices();
  const { cycleId } = view;
  const { id: itemId, outcome: asked } = view.line.item;
  const may = useMay('queue/decide');
  const open = view.line.people - view.line.decided;
  const count = Math.max(0, open - leftOut.size);
  const show = (batch: string | null): void => {
    const now = routes.get();
    if (now.tab === 'review' && now.item !== null)
      routes.go({ ...now, item: { ...now.item, batchId: batch } }, 'replace');
  };
  return (
    <section>
      <h3 className="sheet__title">{t('bulk.section')}</h3>
      {batchId !== null && <BatchProgress key={batchId} batchId={batchId} show={show} />}
      {batchId === null && open === 0 && <p className="quiet">{t('bulk.nothing-open')}</p>}
      {batchId === null && open > 0 && (
        <>
          <p role="status">
            {t('bulk.whom', { count })} {leftOut.size > 0 && t('bulk.left-out', { count: leftOut.size })}{' '}
            {view.protected > 0 && t('bulk.protected', { count: view.protected })}
          </p>
          <FormSwitch<'bulk'>
            forms={['bulk']}
            label={() => t('bulk.open')}
            may={() => may}
            readOnly={t('bulk.read-only')}
            draw={(_, close) => (
              <BulkForm
                submit={t('bulk.submit', { count })}
                freeLabel={t(asked === 'close-dormant' ? 'bulk.close-dormant' : 'bulk.free-seats')}
                none={count === 0}
                blocked={leftOut.size > MOST_LEFT_OUT ? t('bulk.too-many', { most: MOST_LEFT_OUT }) : null}
                send={(outcome, reason) =>
                  call('queue/decide', { cycleId, itemId, outcome, except: [...leftOut], reason })
                }
                begun={show}
                reload={reload}
                close={close}
              />
            )}
          />
        </>
      )}
    </section>
  );
}
