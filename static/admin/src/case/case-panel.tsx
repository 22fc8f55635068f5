import '../styles/case.css';
import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { StateView } from '../parts/state-view';
import { type CaseId } from '../route/route';
import { useServices } from '../services';
import { createAnswer } from '../states/answer-store';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { CaseBody } from './case-body';
import { usePanelFocus } from './use-panel-focus';

/** One case at the right: a dialog over the table, closed by Escape, its button, or a click beside it. */
export function CasePanel({ id }: { id: CaseId }) {
  const { call, t, routes } = useServices();
  const answer = useMemo(
    () => createAnswer(call, 'cases/get', { accountId: id.accountId, ari: id.ari }),
    [call, id.accountId, id.ari],
  );
  const state = useStore(answer);
  useEffect(() => void answer.load(), [answer]);
  const panel = usePanelFocus();
  const close = (): void => {
    const route = routes.get();
    if (route.tab === 'cases') routes.go({ ...route, open: null });
  };
  const data = dataOf(state);
  const title = data === null ? t('case.loading') : (data.person.name ?? data.person.accountId);
  return createPortal(
    <>
      <div className="blanket" onClick={close} />
      <div
        ref={panel}
        role="dialog"
        aria-modal="true"
        aria-label={data === null ? title : t('case.label', { person: title, product: data.product })}
        tabIndex={-1}
        className="panel"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) close();
        }}
      >
        <header className="panel__head">
          <div className="panel__words">
            <h2 className="panel__title" title={title}>
              {title}
            </h2>
            <p className="panel__product">{data?.product}</p>
          </div>
          <IconButton icon={CrossIcon} label={t('close')} appearance="subtle" onClick={close} />
        </header>
        <div className="panel__body">
          <StateView state={state} retry={() => void answer.load()} skeletonRows={7}>
            {(view) => <CaseBody view={view} reload={() => void answer.load()} />}
          </StateView>
        </div>
      </div>
    </>,
    document.body,
  );
}
