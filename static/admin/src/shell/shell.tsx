import { lazy, Suspense, useEffect } from 'react';
import { CasesTab } from '../cases/cases-tab';
import { Empty } from '../parts/empty';
import { ErrorMessage } from '../parts/error-message';
import { Skeleton } from '../parts/skeleton';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { FlagStack } from './flag-stack';
import { KeyBanner } from './key-banner';
import { PageHeader } from './page-header';
import { PageTabs } from './page-tabs';
import { ScanNotices } from './scan-notices';

const SourcesTab = lazy(() => import('../sources/sources-tab').then((m) => ({ default: m.SourcesTab })));
const RouteOutsTab = lazy(() =>
  import('../records/route-outs-tab').then((m) => ({ default: m.RouteOutsTab })),
);
const ExceptionsTab = lazy(() =>
  import('../records/exceptions-tab').then((m) => ({ default: m.ExceptionsTab })),
);
const SetupTab = lazy(() => import('../setup/setup-tab').then((m) => ({ default: m.SetupTab })));
const CasePanel = lazy(() => import('../case/case-panel').then((m) => ({ default: m.CasePanel })));

/** The whole page: who may see it at all, the header on every tab, the tabs, and the case at the right. */
export function Shell() {
  const { session } = useServices();
  const state = useStore(session);
  useEffect(() => void session.load(), [session]);
  if (dataOf(state) !== null) return <Page />;
  return (
    <main className="page">
      {state.kind !== 'failed' ? (
        <Skeleton rows={4} tall />
      ) : state.error.code === 'NOT_ALLOWED' ? (
        <NotAllowed />
      ) : (
        <ErrorMessage error={state.error} retry={() => void session.load()} />
      )}
    </main>
  );
}

function NotAllowed() {
  const { t } = useServices();
  return <Empty level={1} title={t('not-allowed.title')} body={t('not-allowed.body')} />;
}

function Page() {
  const { routes, scan, setup } = useServices();
  const route = useStore(routes);
  useEffect(() => {
    void scan.watch();
    void setup.load();
  }, [scan, setup]);
  const open = route.tab === 'cases' ? route.open : null;
  return (
    <>
      <main className="page" id="page">
        <PageHeader />
        <KeyBanner />
        <ScanNotices />
        <PageTabs tab={route.tab}>
          <Suspense fallback={<Skeleton rows={6} tall />}>
            {route.tab === 'cases' && <CasesTab route={route} />}
            {route.tab === 'sources' && <SourcesTab route={route} />}
            {route.tab === 'route-outs' && <RouteOutsTab />}
            {route.tab === 'exceptions' && <ExceptionsTab />}
            {route.tab === 'setup' && <SetupTab />}
          </Suspense>
        </PageTabs>
      </main>
      {open !== null && (
        <Suspense fallback={null}>
          <CasePanel key={`${open.accountId} ${open.ari}`} id={open} />
        </Suspense>
      )}
      <FlagStack />
    </>
  );
}
