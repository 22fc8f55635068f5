import Button from '@atlaskit/button/new';
import { HelpButton } from '../help/help-button';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { useScanStart } from '../states/use-scan-start';
import { dataOf } from '../states/view-state';
import { ScanLine } from './scan-line';
import { ScanProgressBar } from './scan-progress-bar';

/** Title, one line of state, and at the right what serves on every tab; a view has its own primary action. */
export function PageHeader() {
  const { t, scan, session } = useServices();
  const keyless = dataOf(useStore(session))?.capability === 'none';
  const mayScan = useMay('scan/start') && !keyless;
  const progress = dataOf(useStore(scan));
  const { start, refused } = useScanStart();
  const running = progress?.state === 'running';
  return (
    <header className="head">
      <div className="head__row">
        <div className="head__words">
          <h1 className="head__title">{t('page.title')}</h1>
          <ScanLine />
        </div>
        <div className="head__actions">
          <HelpButton />
          {mayScan && (
            <Button isDisabled={running} onClick={start}>
              {running ? t('scan.running') : t('scan.start')}
            </Button>
          )}
        </div>
      </div>
      {running && <ScanProgressBar progress={progress} />}
      {refused !== null && <ErrorMessage error={refused} level={2} />}
    </header>
  );
}
