import '../styles/handed-over.css';
import { type Output } from '../../../../src/contracts/api';
import { Empty } from '../parts/empty';
import { RestsOnRecords } from '../parts/rests-on';
import { StateView } from '../parts/state-view';
import { useWays } from '../parts/use-ways';
import { type HandedOverRoute } from '../route/route';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { FoundBoard } from './found-board';

/** What is asked of identity owners, what they say of it, and what became of it. */
export function HandedOverTab({ route }: { route: HandedOverRoute }) {
  const { t } = useServices();
  const answer = useAnswer('requests/list', {});
  const reload = (): void => void answer.load();
  return (
    <div className="handed-over">
      <p className="quiet">
        {t('handed-over.body')} <RestsOnRecords />
      </p>
      <StateView state={useStore(answer)} retry={reload}>
        {(board) => <Board board={board} text={route.text} reload={reload} />}
      </StateView>
    </div>
  );
}

interface Props {
  board: Output<'requests/list'>;
  text: string;
  reload: () => void;
}

function Board({ board, text, reload }: Props) {
  const { t, routes } = useServices();
  const wayTo = useWays();
  // Whoever may save the key: before it is there, nobody may add a provider yet.
  const maySetUp = useMay('setup/save-org-key');
  const { providers } = board;
  if (providers.length === 0) {
    const setUp = { label: t('empty.not-set-up.action'), run: () => routes.goTab('setup') };
    return (
      <Empty
        title={t('handed-over.not-set-up.title')}
        body={t('handed-over.not-set-up.body')}
        {...(maySetUp ? { action: setUp } : {})}
      />
    );
  }
  if (providers.every(({ issues, waiting }) => issues.length + waiting.length === 0)) {
    return (
      <Empty
        title={t('handed-over.nothing-yet.title')}
        body={t('handed-over.nothing-yet.body')}
        action={wayTo('review')}
      />
    );
  }
  return <FoundBoard board={board} text={text} reload={reload} />;
}
