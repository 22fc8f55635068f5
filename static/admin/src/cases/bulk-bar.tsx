import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { MAX_CHOSEN } from '../../../../src/contracts/calls/tracing';
import { BatchProgress } from '../bulk/batch-progress';
import { BulkForm } from '../bulk/bulk-form';
import { useMay, useServices } from '../services';
import { type Lines } from './chosen';

interface Props {
  chosen: Lines;
  /** Cases that the filters leave. */
  matched: number;
  reload: () => void;
}

/** What can be done with the chosen cases, with its scope in words; and how far a decision on them is. */
export function BulkBar({ chosen, matched, reload }: Props) {
  const { call, t } = useServices();
  const may = useMay('cases/decide');
  const [open, setOpen] = useState(false);
  const [batch, setBatch] = useState<{ id: string; groupNames: ReadonlyMap<string, string> } | null>(null);
  const lines = [...chosen.lines.values()];
  const count = lines.length;
  if (batch !== null) {
    return (
      <section className="bulk-bar" aria-label={t('cases.bulk')}>
        <BatchProgress batchId={batch.id} groupNames={batch.groupNames} again={() => setBatch(null)} />
      </section>
    );
  }
  if (count === 0) return null;
  const leave = (): void => {
    setOpen(false);
    chosen.clear();
  };
  return (
    <section className="bulk-bar" aria-label={t('cases.bulk')}>
      <div className="bulk-bar__row">
        <p role="status">
          <b>{t('cases.chosen', { count, matched })}</b>{' '}
          {count > MAX_CHOSEN && t('cases.chosen.too-many', { most: MAX_CHOSEN })}
        </p>
        {may && !open && (
          <Button
            appearance="primary"
            spacing="compact"
            isDisabled={count > MAX_CHOSEN}
            onClick={() => setOpen(true)}
          >
            {t('bulk.open')}
          </Button>
        )}
        {!open && (
          <Button appearance="subtle" spacing="compact" onClick={leave}>
            {t('cases.chosen.clear')}
          </Button>
        )}
      </div>
      {open && (
        <BulkForm
          count={new Set(lines.map(({ person }) => person.accountId)).size}
          freeLabel={t('bulk.free-seats')}
          level={2}
          send={(outcome, reason) =>
            call('cases/decide', {
              cases: lines.map(({ person, ari }) => ({ accountId: person.accountId, ari })),
              outcome,
              reason,
            })
          }
          begun={(id) => {
            setBatch({ id, groupNames: namesIn(chosen) });
            leave();
          }}
          reload={reload}
          close={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function namesIn({ lines }: Lines): ReadonlyMap<string, string> {
  const paths = [...lines.values()].flatMap((line) => line.paths);
  return new Map(
    paths.flatMap(({ groupId, groupName }) =>
      groupId === null || groupName === null ? [] : [[groupId, groupName]],
    ),
  );
}
