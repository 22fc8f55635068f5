import { type PoolLine } from '../../../../src/contracts/money-views';
import { FormSwitch } from '../parts/form-switch';
import { formatAmount, formatDay, formatList, formatNumber } from '../platform/format';
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
  const { t, locale } = useServices();
  const may = useMay('pools/save');
  const { name, members, record, seats, cost, nextPeriod, freeInside, countedPer } = pool;
  const facts = [
    { what: t('pool.billed'), is: formatNumber(locale, seats.billed) },
    { what: t('pool.unknown'), is: formatNumber(locale, seats.unknown) },
    ...(record === null
      ? []
      : [
          {
            what: t(`pool.cost.${record.term}`),
            is: cost === null ? t('money.untold') : formatAmount(locale, record.currency, cost),
          },
          { what: t('pool.next'), is: nextPeriod === null ? '–' : formatDay(locale, nextPeriod) },
          { what: t('pool.free'), is: freeInside === null ? '–' : formatNumber(locale, freeInside) },
          {
            what: t('pool.prices'),
            is: t('pool.prices.read', { from: record.readFrom, day: formatDay(locale, record.asOf) }),
          },
        ]),
  ];
  return (
    <article className="pool" aria-label={name}>
      <header>
        <h3 className="pool__title">{name}</h3>
        <p className="quiet">
          {formatList(
            locale,
            members.map((member) => member.name),
          )}{' '}
          · {t(`pool.counted.${countedPer}`)}
        </p>
      </header>
      <dl className="pool__facts">
        {facts.map(({ what, is }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{is}</dd>
          </div>
        ))}
      </dl>
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
              first={draftOfPool(locale, pool)}
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
