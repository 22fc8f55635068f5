import '../styles/savings.css';
import { StateView } from '../parts/state-view';
import { type SavingsRoute } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { Ledger } from './ledger';
import { Pools } from './pools';
import { SavingList } from './saving-list';

/** What seats cost, what freed ones are worth, and what became of each. */
export function SavingsTab({ route }: { route: SavingsRoute }) {
  const { t } = useServices();
  const answer = useAnswer('pools/list', {});
  const reload = (): void => void answer.load();
  return (
    <div className="savings">
      <p className="quiet">{t('savings.body')}</p>
      <StateView state={useStore(answer)} retry={reload}>
        {(list) => (
          <div className="savings__parts">
            <Pools list={list} reload={reload} />
            <Ledger pools={list.pools} />
            <SavingList pools={list.pools} poolId={route.poolId} state={route.state} />
          </div>
        )}
      </StateView>
    </div>
  );
}
