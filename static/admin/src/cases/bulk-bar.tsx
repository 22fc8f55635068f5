import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Input } from '../../../../src/contracts/api';
import { MAX_CHOSEN } from '../../../../src/contracts/calls/tracing';
import { type CaseFilter, type CaseList } from '../../../../src/contracts/views';
import { BulkForm } from '../bulk/bulk-form';
import { focusRow } from '../grid/focus-row';
import { useMay, useServices } from '../services';
import { isFiltered } from '../route/route';
import { type Chosen, namesFinding } from './chosen';
import { showBatch } from './show-batch';

interface Props {
  chosen: Chosen;
  /** What the filters leave. */
  list: CaseList;
  filter: CaseFilter;
  reload: () => void;
}

/** What can be done with the chosen cases, with its scope in words. It takes the place of the count: no row moves. */
export function BulkBar({ chosen, list, filter, reload }: Props) {
  const { call, t, routes } = useServices();
  const may = useMay('cases/decide');
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { all, count, marked } = chosen;
  const tooMany = marked.length > MAX_CHOSEN;
  const leave = (): void => {
    setOpen(false);
    chosen.clear();
  };
  const close = (): void => {
    flushSync(() => setOpen(false));
    opener.current?.focus();
  };
  return (
    <section className={open ? 'bulk-bar' : 'bulk-bar bulk-bar--in-line'} aria-label={t('cases.bulk')}>
      <div className="bulk-bar__row">
        <p role="status">
          <b>
            {t(isFiltered(filter) ? 'cases.chosen' : 'cases.chosen.of-all', { count, matched: list.matched })}
          </b>{' '}
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
            showBatch(routes, id);
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
