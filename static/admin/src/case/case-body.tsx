import { type CaseView } from '../../../../src/contracts/case-views';
import { useServices } from '../services';
import { AppWords } from '../parts/app-words';
import { ProtectedMark } from '../parts/protected-mark';
import { FourFacts } from './four-facts';
import { HistorySection } from './history-section';
import { PathGraph } from './path-graph';
import { PathRow } from './path-row';

export function CaseBody({ view, reload }: { view: CaseView; reload: () => void }) {
  const { t } = useServices();
  const count = view.rows.length;
  const billed = view.case.billable === true;
  return (
    <div className="case">
      <section>
        <p className={`case__because case__because--${view.case.billable}`}>
          <AppWords>{view.case.billableBecause}</AppWords>
        </p>
        {view.protectedAs !== null && (
          <p>
            <ProtectedMark as={view.protectedAs} /> <span className="quiet">{t('case.protected')}</span>
          </p>
        )}
      </section>
      <FourFacts view={view} />
      <section className="callout">
        <h3 className="callout__title">{t('case.freeing')}</h3>
        <p>
          <AppWords>{view.freeing}</AppWords>
        </p>
      </section>
      <section>
        <h3 className="case__title">
          {count === 0
            ? t('case.paths')
            : t(billed ? 'case.paths.count' : 'case.paths.count.unbilled', { count })}
        </h3>
        {count === 0 && <p>{t('case.no-paths')}</p>}
        {count > 0 && <PathGraph view={view} />}
        <ol className="case__rows">
          {view.rows.map((row) => (
            <PathRow key={`${row.via} ${row.groupId ?? ''}`} view={view} row={row} reload={reload} />
          ))}
        </ol>
      </section>
      <HistorySection id={view.case} person={view.person.name ?? view.person.accountId} />
    </div>
  );
}
