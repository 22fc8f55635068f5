import { type RowView } from '../../../../src/contracts/case-views';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';
import { isDecided } from './row-decision';

/** What is suggested for a path and why; once it is decided, only that it is. */
export function RowSuggestion({ row }: { row: RowView }) {
  const { t } = useServices();
  const asks = row.suggestion !== null && !isDecided(row);
  return (
    <div className={asks ? 'path__lane path__lane--suggestion' : 'path__lane'}>
      <dt>{t(isDecided(row) ? 'case.decided' : 'case.suggestion')}</dt>
      <dd>
        <p className={asks ? '' : 'quiet'}>
          {asks ? <AppWords>{row.suggestion ?? ''}</AppWords> : <Settled row={row} />}
        </p>
        {row.suggestion !== null && (
          <ul className="path__findings">
            {row.row.findings.map((finding) => (
              <li key={finding}>{t(`finding.${finding}`)}</li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

function Settled({ row }: { row: RowView }) {
  const { t } = useServices();
  const [newest] = row.records;
  return newest !== undefined && isDecided(row) ? t(`kind.${newest.kind}`) : t('case.suggestion.none');
}
