import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { Fragment, type ReactNode } from 'react';
import { type PageError } from '../platform/call-app';
import { useMay, useServices } from '../services';
import { useScanStart } from '../states/use-scan-start';
import { type ViewState } from '../states/view-state';
import { Empty } from './empty';
import { ErrorMessage } from './error-message';
import { Skeleton } from './skeleton';

interface Props<T> {
  state: ViewState<T>;
  retry: () => void;
  skeletonRows?: number;
  children: (data: T) => ReactNode;
  /** Drawn where filters leave nothing. */
  noMatch?: (total: number) => ReactNode;
}

/** Draws every state a view can be in but its own. */
export function StateView<T>({ state, retry, skeletonRows = 6, children, noMatch }: Props<T>) {
  switch (state.kind) {
    case 'loading':
      return <Skeleton rows={skeletonRows} tall />;
    case 'failed':
      return <ErrorMessage error={state.error} level={2} retry={retry} />;
    case 'empty':
      return state.why === 'no-match' ? <>{noMatch?.(state.total)}</> : <Beginning why={state.why} />;
    // One shape for all that shows data: what was scrolled or typed outlives a change of state.
    case 'stale':
    case 'partial':
    case 'ready':
      return (
        <div aria-busy={state.kind === 'stale' && state.error === null}>
          {state.kind === 'stale' && state.error !== null && <Stale error={state.error} retry={retry} />}
          <Fragment key="data">{children(state.data)}</Fragment>
        </div>
      );
  }
}

/** Above what is still shown: why nothing newer came. */
function Stale({ error, retry }: { error: PageError; retry: () => void }) {
  const { t } = useServices();
  return (
    <SectionMessage
      appearance="warning"
      headingLevel="h2"
      title={t(`error.${error.code}.title`)}
      actions={[
        <SectionMessageAction key="retry" onClick={retry}>
          {t('state.retry')}
        </SectionMessageAction>,
      ]}
    >
      <p>{t('state.stale')}</p>
    </SectionMessage>
  );
}

/** Nothing to show because something comes first: a key, or a scan. */
function Beginning({ why }: { why: 'not-set-up' | 'nothing-yet' }) {
  const { t, routes } = useServices();
  const { start, refused } = useScanStart();
  const mayScan = useMay('scan/start');
  const hasSetup = useMay('setup/get');
  const setUp = { label: t('empty.not-set-up.action'), run: () => routes.goTab('setup') };
  const scan = { label: t('empty.nothing-yet.action'), run: start };
  return (
    <>
      <Empty
        title={t(`empty.${why}.title`)}
        body={t(`empty.${why}.body`)}
        {...(why === 'not-set-up' ? (hasSetup ? { action: setUp } : {}) : mayScan ? { action: scan } : {})}
      />
      {refused !== null && <ErrorMessage error={refused} level={2} />}
    </>
  );
}
