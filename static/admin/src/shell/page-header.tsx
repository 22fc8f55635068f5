import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { HelpButton } from '../help/help-button';
import { ErrorMessage } from '../parts/error-message';
import { type PageError } from '../platform/call-app';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { ScanLine } from './scan-line';
import { ScanProgressBar } from './scan-progress-bar';

/** Title, one line of state, and at the right the help and the primary action. */
export function PageHeader() {
  const { t, scan, session } = useServices();
  const keyless = dataOf(useStore(session))?.capability === 'none';
  const mayScan = useMay('scan/start') && !keyless;
  const progress = dataOf(useStore(scan));
  const [refused, setRefused] = useState<PageError | null>(null);
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
            <Button
              appearance="primary"
              isDisabled={running}
              onClick={() => void scan.start().then((error) => setRefused(error))}
            >
              {running ? t('scan.running') : t('scan.start')}
            </Button>
          )}
        </div>
      </div>
      {running && <ScanProgressBar progress={progress} />}
      {refused !== null && <ErrorMessage error={refused} />}
    </header>
  );
}
