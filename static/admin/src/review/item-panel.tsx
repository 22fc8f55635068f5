import '../styles/review.css';
import { SidePanel } from '../parts/side-panel';
import { StateView } from '../parts/state-view';
import { type ItemOpen } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { ItemBody } from './item-body';
import { tellItem, tellPlace } from './tell-item';
import { useItem } from './use-item';

/** One item of the queue: what it is, why it stands where it stands, and its decision. */
export function ItemPanel({ open }: { open: ItemOpen }) {
  const { t, routes } = useServices();
  const pages = useItem(open.itemId);
  const paged = useStore(pages);
  const close = (): void => {
    const route = routes.get();
    if (route.tab === 'review') routes.go({ ...route, item: null });
  };
  const reload = (): void => pages.ask(open.itemId);
  const line = dataOf(paged.view)?.line;
  const title = line === undefined ? t('item.loading') : tellItem(t, line);
  return (
    <SidePanel title={title} label={title} sub={line === undefined ? '' : tellPlace(t, line)} close={close}>
      <StateView state={paged.view} retry={reload} skeletonRows={7}>
        {(view) => (
          <ItemBody view={view} paged={paged} need={pages.need} batchId={open.batchId} reload={reload} />
        )}
      </StateView>
    </SidePanel>
  );
}
