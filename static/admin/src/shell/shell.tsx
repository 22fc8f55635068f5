import { lazy, Suspense, useEffect } from 'react';
import { Empty } from '../parts/empty';
import { Skeleton } from '../parts/skeleton';
import { type Route } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { OverviewTab } from '../overview/overview-tab';
import { Boundary } from './boundary';
import { FlagStack } from './flag-stack';
import { Gate } from './gate';
import { KeyBanner } from './key-banner';
import { PageHeader } from './page-header';
import { PageTabs } from './page-tabs';
import { ScanNotices } from './scan-notices';

const ReviewTab = lazy(() => import('../review/review-tab').then((m) => ({ default: m.ReviewTab })));
const SourcesTab = lazy(() => import('../sources/sources-tab').then((m) => ({ default: m.SourcesTab })));
const CasesTab = lazy(() => import('../cases/cases-tab').then((m) => ({ default: m.CasesTab })));
const HandedOverTab = lazy(() =>
  import('../handed-over/handed-over-tab').then((m) => ({ default: m.HandedOverTab })),
);
const SavingsTab = lazy(() => import('../savings/savings-tab').then((m) => ({ default: m.SavingsTab })));
const RecordsTab = lazy(() => import('../records/records-tab').then((m) => ({ default: m.RecordsTab })));
const SetupTab = lazy(() => import('../setup/setup-tab').then((m) => ({ default: m.SetupTab })));
const CasePanel = lazy(() => import('../case/case-panel').then((m) => ({ default: m.CasePanel })));
const ItemPanel = lazy(() => import('../review/item-panel').then((m) => ({ default: m.ItemPanel })));
const SourcePanel = lazy(() => import('../sources/source-panel').then((m) => ({ default: m.SourcePanel })));

/** The whole page: who may see it at all, the header on every tab, the tabs, and what is open at the right. */
export function Shell() {
  return <Gate refused={<NotAllowed />}>{() => <Page />}</Gate>;
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
  return (
    <>
      <main className="page" id="page">
        <PageHeader />
        <KeyBanner />
        <ScanNotices />
        <PageTabs tab={route.tab}>
          <Boundary key={route.tab} level={2}>
            <Suspense fallback={<Skeleton rows={6} tall />}>
              {route.tab === 'overview' && <OverviewTab route={route} />}
              {route.tab === 'review' && <ReviewTab route={route} />}
              {route.tab === 'sources' && <SourcesTab route={route} />}
              {route.tab === 'cases' && <CasesTab route={route} />}
              {route.tab === 'handed-over' && <HandedOverTab route={route} />}
              {route.tab === 'savings' && <SavingsTab route={route} />}
              {route.tab === 'records' && <RecordsTab route={route} />}
              {route.tab === 'setup' && <SetupTab />}
            </Suspense>
          </Boundary>
        </PageTabs>
      </main>
      <Suspense fallback={null}>
        <AtRight route={route} />
      </Suspense>
      <FlagStack />
    </>
  );
}

/** What is open at the right: one thing at a time. */
function AtRight({ route }: { route: Route }) {
  const openCase = route.tab === 'review' ? route.case : route.tab === 'cases' ? route.open : null;
  if (openCase !== null) {
    return <CasePanel key={`${openCase.accountId} ${openCase.ari}`} id={openCase} />;
  }
  const source = route.tab === 'review' ? route.source : route.tab === 'sources' ? route.open : null;
  if (source !== null) {
    return <SourcePanel key={`${source.groupId} ${source.ari} ${source.form ?? ''}`} open={source} />;
  }
  if (route.tab === 'review' && route.item !== null) {
    return <ItemPanel key={route.item.itemId} open={route.item} />;
  }
  return null;
}
