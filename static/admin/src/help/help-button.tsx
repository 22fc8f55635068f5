import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { useServices } from '../services';

const HelpPanel = lazy(() => import('./help-panel').then((m) => ({ default: m.HelpPanel })));

/** Opens the help at the right: the reader’s place on the page stays as it is. */
export function HelpButton({ atDesk = false }: { atDesk?: boolean }) {
  const { t } = useServices();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('help.title')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <HelpPanel atDesk={atDesk} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
