import { type RowView } from '../../../../src/contracts/case-views';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';

/** What is suggested for a path and why; once it is decided, only that it is. */
export function RowSuggestion({ row }: { row: RowView }) {
  const { t } = useServices();
  const { suggestion, decided, records } = row;
  const decision = decided ? (records[0]?.kind ?? null) : null;
  return (
    <div className={suggestion === null || decided ? 'path__lane' : 'path__lane path__lane--suggestion'}>
      <dt>{t(decided ? 'case.decided' : 'case.suggestion')}</dt>
      <dd>
        {decision !== null ? (
          <p>{t(`kind.${decision}`)}</p>
        ) : suggestion !== null ? (
          <p>
            <AppWords>{suggestion}</AppWords>
          </p>
        ) : (
          <p className="quiet">{t('case.suggestion.none')}</p>
        )}
        {suggestion !== null && (
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
