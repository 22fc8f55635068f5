import '../styles/case.css';
import { SidePanel } from '../parts/side-panel';
import { StateView } from '../parts/state-view';
import { type CaseId } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { dataOf } from '../states/view-state';
import { CaseBody } from './case-body';
import { HistorySection } from './history-section';

/** One case: an account on a product, with every path that keeps its seat. */
export function CasePanel({ id }: { id: CaseId }) {
  const { t, routes } = useServices();
  const answer = useAnswer('cases/get', { accountId: id.accountId, ari: id.ari });
  const state = useStore(answer);
  const close = (): void => {
    const route = routes.get();
    if (route.tab === 'cases') routes.go({ ...route, open: null });
    if (route.tab === 'review') routes.go({ ...route, case: null });
  };
  const data = dataOf(state);
  const title = data === null ? t('case.loading') : (data.person.name ?? data.person.accountId);
  const reload = (): void => void answer.load();
  return (
    <SidePanel
      title={title}
      label={data === null ? title : t('case.label', { person: title, product: data.product })}
      sub={data?.product}
      close={close}
    >
      <StateView state={state} retry={reload} skeletonRows={7}>
        {(view) => <CaseBody view={view} reload={reload} />}
      </StateView>
      {state.kind === 'failed' && state.error.code === 'NOT_FOUND' && (
        // Gone since: how it went is told all the same.
        <HistorySection id={id} person={id.accountId} />
      )}
    </SidePanel>
  );
}
