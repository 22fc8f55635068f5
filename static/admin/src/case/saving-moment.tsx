import { type HistoryLine } from '../../../../src/contracts/case-history';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';

type SavingLine = Extract<HistoryLine, { is: 'saving' }>;

/** What scans saw of a seat that was to be freed; with the way to the savings of its pool. */
export function SavingMoment({ line: { saw, poolId, poolName, returned } }: { line: SavingLine }) {
  const { t, routes } = useServices();
  return (
    <>
      <p className="timeline__what">
        <b>{t(`history.saw.${saw}`)}</b>
        <button
          type="button"
          className="link"
          aria-label={t('history.savings', { pool: poolName })}
          onClick={() => routes.go({ tab: 'savings', poolId, state: null })}
        >
          {poolName}
        </button>
      </p>
      {returned !== null && (
        <>
          <p>{t('saving.returned.after', { way: t(`return.${returned.way}`), count: returned.afterDays })}</p>
          <p className="quiet">
            <AppWords>{returned.because}</AppWords>
          </p>
        </>
      )}
    </>
  );
}
