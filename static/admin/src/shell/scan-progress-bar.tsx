import ProgressBar from '@atlaskit/progress-bar';
import { type ScanProgress } from '../../../../src/contracts/views';
import { useServices } from '../services';

/** What the scan does now, how far it is, and what it has asked of Atlassian so far. */
export function ScanProgressBar({ progress }: { progress: ScanProgress }) {
  const { t } = useServices();
  const { done, of, requests } = progress;
  const phase = t(`scan.phase.${progress.phase ?? 'starting'}`);
  return (
    <div className="progress">
      <p className="progress__words" role="status">
        <b>{phase}</b>
        <span>{of === null ? t('scan.progress.open', { done }) : t('scan.progress.of', { done, of })}</span>
        <span className="progress__requests">{t('scan.progress.requests', { count: requests })}</span>
      </p>
      <ProgressBar
        ariaLabel={t('scan.progress.bar', { phase })}
        isIndeterminate={of === null || of === 0}
        value={of === null || of === 0 ? 0 : Math.min(1, done / of)}
      />
    </div>
  );
}
