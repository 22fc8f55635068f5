import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { type PoolList } from '../../../../src/contracts/money-views';
import { AppWords } from '../parts/app-words';
import { OutsideLink } from '../parts/outside-link';
import { useServices } from '../services';
import { noPool } from './pool-draft';
import { PoolForm } from './pool-form';

type Suggested = PoolList['suggested'][number];

interface Props {
  suggested: readonly Suggested[];
  reload: () => void;
}

const idOf = ({ preset, members }: Suggested): string => [preset, ...members.map(({ ari }) => ari)].join(' ');

/** Products that are bought together under a plan: begun with by a press, for nothing read tells the plan. */
export function SuggestedPools({ suggested, reload }: Props) {
  const { t, format } = useServices();
  const [adopted, setAdopted] = useState<Suggested | null>(null);
  return (
    <details className="how">
      <summary>{t('pools.suggested', { count: suggested.length })}</summary>
      {adopted === null ? (
        <ul className="suggestions__list">
          {suggested.map((pool) => (
            <li key={idOf(pool)} className="suggestions__item">
              <span>
                <b>{pool.name}</b>{' '}
                <span className="quiet">{format.list(pool.members.map(({ name }) => name))}</span>
                <br />
                <AppWords>{pool.because}</AppWords>{' '}
                <span className="quiet">
                  <OutsideLink to={pool.source}>{t('pools.suggested.source')}</OutsideLink>
                </span>
              </span>
              <Button spacing="compact" onClick={() => setAdopted(pool)}>
                {t('pools.suggested.adopt')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <PoolForm
          pool={null}
          first={{
            ...noPool(),
            name: adopted.name,
            members: adopted.members.map(({ ari }) => ari),
            countedPer: adopted.countedPer,
          }}
          level={3}
          reload={reload}
          close={() => setAdopted(null)}
        />
      )}
    </details>
  );
}
