import { type PoolLine } from '../../../../src/contracts/money-views';
import { Facts } from '../parts/facts';
import { FormSwitch } from '../parts/form-switch';
import { useMay, useServices } from '../services';
import { draftOfPool } from './pool-draft';
import { PoolForm } from './pool-form';
import { PoolWorth } from './pool-worth';

interface Props {
  pool: PoolLine;
  reload: () => void;
}

/** One pool: its seats now and what they cost, then what the freed ones are worth. */
export function PoolCard({ pool, reload }: Props) {
  const { t, format } = useServices();
  const may = useMay('pools/save');
  const { name, members, record, seats, cost, nextPeriod, freeInside, countedPer } = pool;
  const products = format.list(members.map((member) => member.name));
  const facts = [
    { what: t('pool.billed'), is: format.number(seats.billed) },
    { what: t('pool.unknown'), is: format.number(seats.unknown) },
    ...(record === null
      ? []
      : [
          {
            what: t(`pool.cost.${record.term}`),
            is: cost === null ? t('money.untold') : format.amount(record.currency, cost),
          },
          { what: t('pool.next'), is: nextPeriod === null ? '–' : format.day(nextPeriod) },
          { what: t('pool.free'), is: freeInside === null ? '–' : format.number(freeInside) },
          {
            what: t('pool.prices'),
            is: t('pool.prices.read', { from: record.readFrom, day: format.day(record.asOf) }),
          },
        ]),
  ];
  return (
    <article className="pool" aria-label={name}>
      <header>
        <h3 className="pool__title">{name}</h3>
        <p className="quiet">
          {products !== name && `${products} · `}
          {t(`pool.counted.${countedPer}`)}
        </p>
      </header>
      <Facts name="pool__facts" facts={facts} />
      {record === null && <p className="quiet">{t('pool.no-prices')}</p>}
      <PoolWorth pool={pool} />
      {may && (
        <FormSwitch<'pool'>
          forms={['pool']}
          label={() => t(record === null ? 'pool.price' : 'pool.change')}
          may={() => true}
          readOnly={t('pool.read-only')}
          draw={(_, close) => (
            <PoolForm
              pool={record}
              first={draftOfPool(format, pool)}
              level={4}
              reload={reload}
              close={close}
            />
          )}
        />
      )}
    </article>
  );
}
