import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { type ScanProgress } from '../../../../src/contracts/views';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { ErrorMessage } from '../parts/error-message';

/** Reasons shown before the reader asks for all. */
const SHOWN = 2;

/** What of the scan must be read before the numbers: a failure with its cure, a partial scan with its reasons. */
export function ScanNotices() {
  const { t, scan } = useServices();
  const state = useStore(scan);
  const progress = dataOf(state);
  return (
    <>
      {state.kind === 'failed' && (
        <ErrorMessage error={state.error} level={2} retry={() => void scan.watch()} />
      )}
      {progress?.state === 'failed' && (
        <SectionMessage appearance="error" headingLevel="h2" title={t('scan.failed.title')}>
          {progress.failure !== null && (
            <p>
              <AppWords>{progress.failure}</AppWords>
            </p>
          )}
          <p>
            {t('scan.failed.cure')} {progress.lastPublishedAt !== null && t('scan.failed.kept')}
          </p>
        </SectionMessage>
      )}
      {state.kind === 'partial' && <Partial progress={state.data} />}
    </>
  );
}

function Partial({ progress }: { progress: ScanProgress }) {
  const { t } = useServices();
  const [all, setAll] = useState(false);
  const cut = progress.coverage?.incompleteGroups.length ?? 0;
  const reasons = [
    ...progress.reasons.map((said) => <AppWords key={said}>{said}</AppWords>),
    ...(cut > 0 ? [t('scan.partial.groups', { count: cut })] : []),
  ];
  return (
    <SectionMessage appearance="warning" headingLevel="h2" title={t('scan.partial.title')}>
      <p>{t('scan.partial.body')}</p>
      <ul className="reasons">
        {(all ? reasons : reasons.slice(0, SHOWN)).map((reason, index) => (
          <li key={index}>{reason}</li>
        ))}
      </ul>
      {reasons.length > SHOWN && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'scan.partial.fewer' : 'scan.partial.all')}
        </button>
      )}
    </SectionMessage>
  );
}
