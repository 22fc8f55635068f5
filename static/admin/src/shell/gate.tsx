import { type ReactNode, useEffect } from 'react';
import { type Session } from '../../../../src/contracts/views';
import { ErrorMessage } from '../parts/error-message';
import { Skeleton } from '../parts/skeleton';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';

interface Props {
  /** Shown to who may not see the page at all. */
  refused: ReactNode;
  children: (session: Session) => ReactNode;
}

/** Asks the app who the reader is, before anything of a page is drawn. */
export function Gate({ refused, children }: Props) {
  const { session } = useServices();
  const state = useStore(session);
  useEffect(() => void session.load(), [session]);
  const seen = dataOf(state);
  if (seen !== null) return <>{children(seen)}</>;
  return (
    <main className="page">
      {state.kind !== 'failed' ? (
        <Skeleton rows={4} tall />
      ) : state.error.code === 'NOT_ALLOWED' ? (
        refused
      ) : (
        <ErrorMessage error={state.error} level={2} retry={() => void session.load()} />
      )}
    </main>
  );
}
