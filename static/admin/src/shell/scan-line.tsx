import Lozenge from '@atlaskit/lozenge';
import Tooltip from '@atlaskit/tooltip';
import { type ScanProgress } from '../../../../src/contracts/views';
import { useNow, useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { CoverageLine } from './coverage-line';

/** Age, verdict and coverage of the last scan, and what the keys let the app see. */
export function ScanLine() {
  const { t, scan, session } = useServices();
  const progress = dataOf(useStore(scan));
  const seen = dataOf(useStore(session));
  return (
    <div className="head__state" role="group" aria-label={t('scan.label')}>
      <div className="head__facts">
        {progress === null ? (
          <span aria-hidden className="skeleton__bar skeleton__bar--line" />
        ) : (
          <LastScan progress={progress} />
        )}
        {progress !== null && progress.coverage !== null && <CoverageLine coverage={progress.coverage} />}
      </div>
      {seen !== null && (
        <p className="head__level">
          <span className="head__key">{t('scan.level')}</span> <b>{t(`capability.${seen.capability}`)}</b>{' '}
          <span className="head__follows">
            {t(`capability.${seen.capability}.follows`)} {t(`sees.${seen.sees}`)}
          </span>
        </p>
      )}
    </div>
  );
}

function LastScan({ progress }: { progress: ScanProgress }) {
  const { t, format } = useServices();
  const now = useNow() ?? Date.parse(progress.now);
  const { lastPublishedAt, verdict } = progress;
  if (lastPublishedAt === null) return <span className="head__fact">{t('scan.never')}</span>;
  return (
    <>
      <Tooltip content={format.moment(lastPublishedAt)}>
        {(trigger) => (
          <span {...trigger} className="head__fact">
            {t('scan.last', { age: format.age(lastPublishedAt, now) })}
          </span>
        )}
      </Tooltip>
      {verdict !== null && (
        <Lozenge appearance={verdict === 'complete' ? 'success' : 'warning'}>
          {t(`scan.verdict.${verdict}`)}
        </Lozenge>
      )}
    </>
  );
}
