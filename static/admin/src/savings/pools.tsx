import { type PoolList } from '../../../../src/contracts/money-views';
import { CoverageMeter } from '../parts/coverage-meter';
import { FormSwitch } from '../parts/form-switch';
import { useMay, useServices } from '../services';
import { PoolCard } from './pool-card';
import { noPool } from './pool-draft';
import { PoolForm } from './pool-form';
import { SuggestedPools } from './suggested-pools';

interface Props {
  list: PoolList;
  reload: () => void;
}

/** What is bought together, each with its seats, its price and what freed seats are worth in it. */
export function Pools({ list, reload }: Props) {
  const { t } = useServices();
  const may = useMay('pools/save');
  return (
    <section className="savings__part" aria-labelledby="savings-pools">
      <div className="title-row">
        <h2 className="savings__title" id="savings-pools">
          {t('pools.title')}
        </h2>
        <CoverageMeter />
      </div>
      {list.verdict === 'partial' && <p className="quiet">{t('pools.partial')}</p>}
      {list.pools.length === 0 && <p className="quiet">{t('pools.none')}</p>}
      {list.pools.map((pool) => (
        <PoolCard key={pool.poolId} pool={pool} reload={reload} />
      ))}
      <FormSwitch<'pool'>
        forms={['pool']}
        label={() => t('pool.open')}
        may={() => may}
        readOnly={t('pool.read-only')}
        draw={(_, close) => <PoolForm pool={null} first={noPool()} level={3} reload={reload} close={close} />}
      />
      {may && list.suggested.length > 0 && <SuggestedPools suggested={list.suggested} reload={reload} />}
    </section>
  );
}
