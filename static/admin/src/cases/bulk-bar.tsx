import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Input } from '../../../../src/contracts/api';
import { MAX_CHOSEN } from '../../../../src/contracts/calls/tracing';
import { type CaseFilter, type CaseList } from '../../../../src/contracts/views';
import { BatchProgress } from '../bulk/batch-progress';
import { BulkForm } from '../bulk/bulk-form';
import { focusRow } from '../grid/focus-row';
import { useMay, useServices } from '../services';
import { type Chosen, namesFinding } from './chosen';

interface Props {
  chosen: Chosen;
  /** What the filters leave. */
  list: CaseList;
  filter: CaseFilter;
  /** The decision that was begun last; null where none was, or its result was looked at. */
  batchId: string | null;
  reload: () => void;
}

/** What can be done with the chosen cases, with its scope in words; and how far a decision on them is. */
export function BulkBar({ chosen, list, filter, batchId, reload }: Props) {
  const { call, t, routes } = useServices();
  const may = useMay('cases/decide');
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { all, count, marked } = chosen;
  const tooMany = marked.length > MAX_CHOSEN;
  const show = (batch: string | null): void => {
    const now = routes.get();
    if (now.tab === 'cases') routes.go({ ...now, batchId: batch }, 'replace');
  };
  if (batchId !== null) {
    return (
      <section className="bulk-bar" aria-label={t('cases.bulk')}>
        <BatchProgress
          key={batchId}
          batchId={batchId}
          level={2}
          show={(batch) => {
            show(batch);
            if (batch === null) focusRow();
          }}
        />
      </section>
    );
  }
  if (count === 0) return null;
  const leave = (): void => {
    setOpen(false);
    chosen.clear();
  };
  const close = (): void => {
    flushSync(() => setOpen(false));
    opener.current?.focus();
  };
  return (
    <section className="bulk-bar" aria-label={t('cases.bulk')}>
      <div className="bulk-bar__row">
        <p role="status">
          <b>{t('cases.chosen', { count, matched: list.matched })}</b>{' '}
          {all && marked.length > 0 && t('cases.chosen.but', { count: marked.length })}{' '}
          {!namesFinding(filter) && <span className="quiet">{t('cases.choose-all.blocked')}</span>}
          {tooMany && t(all ? 'cases.chosen.too-many-out' : 'cases.chosen.too-many', { most: MAX_CHOSEN })}
        </p>
        {may && !open && (
          <Button
            ref={opener}
            appearance="primary"
            spacing="compact"
            isDisabled={tooMany}
            onClick={() => setOpen(true)}
          >
            {t('bulk.open')}
          </Button>
        )}
        {!open && (
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              leave();
              focusRow();
            }}
          >
            {t('cases.chosen.clear')}
          </Button>
        )}
      </div>
      {open && (
        <BulkForm
          submit={t('bulk.submit-cases', { count })}
          freeLabel={t('bulk.free-seats')}
          level={2}
          send={(outcome, reason) =>
            call('cases/decide', { cases: casesOf(chosen, list, filter), outcome, reason })
          }
          begun={(id) => {
            show(id);
            leave();
          }}
          reload={reload}
          close={close}
        />
      )}
    </section>
  );
}

function casesOf(
  { all, marked }: Chosen,
  { scanId }: CaseList,
  filter: CaseFilter,
): Input<'cases/decide'>['cases'] {
  const ids = marked.map(({ person, ari }) => ({ accountId: person.accountId, ari }));
  return all ? { scanId, filter, except: ids } : ids;
}
