import '../styles/source.css';
import { SidePanel } from '../parts/side-panel';
import { StateView } from '../parts/state-view';
import { type SourceOpen } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { dataOf } from '../states/view-state';
import { SourceBody } from './source-body';

/** One source: a group on a product, with what is decided about it as a whole. */
export function SourcePanel({ open }: { open: SourceOpen }) {
  const { t, routes } = useServices();
  const { groupId, ari } = open;
  const answer = useAnswer('sources/get', { groupId, ari });
  const state = useStore(answer);
  const close = (): void => {
    const route = routes.get();
    if (route.tab === 'sources') routes.go({ ...route, open: null });
    if (route.tab === 'review') routes.go({ ...route, source: null });
  };
  const line = dataOf(state)?.line;
  const reload = (): void => void answer.load();
  return (
    <SidePanel
      title={line?.groupName ?? t('source.loading')}
      label={
        line === undefined
          ? t('source.loading')
          : t('source.label', { group: line.groupName, product: line.product })
      }
      sub={line?.product}
      close={close}
    >
      <StateView state={state} retry={reload} skeletonRows={7}>
        {(view) => <SourceBody view={view} form={open.form} reload={reload} />}
      </StateView>
    </SidePanel>
  );
}
