import { type PoolLine, type StatementLine } from '../../../../src/contracts/money-views';
import { FormSwitch } from '../parts/form-switch';
import { StateView } from '../parts/state-view';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { InvoiceForm } from './invoice-form';
import { InvoiceLines } from './invoice-lines';
import { Statements } from './statements';

/** The seats of each pool from one review to the next, held against what was billed. */
export function Ledger({ pools }: { pools: readonly PoolLine[] }) {
  const { t } = useServices();
  const answer = useAnswer('savings/list', { poolId: null, state: null, offset: 0, limit: 1 });
  const reload = (): void => void answer.load();
  return (
    <section className="savings__part" aria-labelledby="savings-ledger">
      <h2 className="savings__title" id="savings-ledger">
        {t('ledger.title')}
      </h2>
      <p className="quiet">{t('ledger.body')}</p>
      <StateView state={useStore(answer)} retry={reload} skeletonRows={3}>
        {({ statements }) => {
          const shown = pools.filter(
            ({ poolId, record }) =>
              record !== null || statements.some(({ statement }) => statement.poolId === poolId),
          );
          if (shown.length === 0) return <p className="quiet">{t('ledger.none')}</p>;
          return shown.map((pool) => (
            <PoolLedger
              key={pool.poolId}
              pool={pool}
              lines={statements.filter(({ statement }) => statement.poolId === pool.poolId)}
              reload={reload}
            />
          ));
        }}
      </StateView>
    </section>
  );
}

interface Props {
  pool: PoolLine;
  lines: readonly StatementLine[];
  reload: () => void;
}

function PoolLedger({ pool: { name, record, invoiceLines }, lines, reload }: Props) {
  const { t } = useServices();
  const may = useMay('invoice-lines/record');
  return (
    <article className="pool" aria-label={t('ledger.of', { pool: name })}>
      <h3 className="pool__title">{name}</h3>
      {lines.length === 0 ? (
        <p className="quiet">{t('ledger.no-statement')}</p>
      ) : (
        <Statements of={name} lines={lines} />
      )}
      {record !== null && <InvoiceLines pool={record} lines={invoiceLines} reload={reload} />}
      {record !== null && may && (
        <FormSwitch<'invoice'>
          forms={['invoice']}
          label={() => t('invoice.open')}
          may={() => true}
          readOnly={t('pool.read-only')}
          draw={(_, close) => <InvoiceForm pool={record} line={null} reload={reload} close={close} />}
        />
      )}
    </article>
  );
}
