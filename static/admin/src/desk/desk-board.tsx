import { type Output } from '../../../../src/contracts/api';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { FoundBoard } from '../handed-over/found-board';
import { Empty } from '../parts/empty';
import { StateView } from '../parts/state-view';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { AskedExceptions } from './asked-exceptions';
import { awaitsWord } from './awaits-word';

/** All that is asked of the reader: overrides that wait for his word, then the issues of what he speaks for. */
export function DeskBoard() {
  const board = useAnswer('requests/list', {});
  const register = useAnswer('registers/list', { kind: 'boundary-exception' });
  return (
    <StateView state={useStore(register)} retry={() => void register.load()}>
      {({ lines }) => <BoardState board={board} register={register} exceptions={lines.filter(awaitsWord)} />}
    </StateView>
  );
}

interface StateProps {
  board: ReturnType<typeof useAnswer<'requests/list'>>;
  register: ReturnType<typeof useAnswer<'registers/list'>>;
  exceptions: readonly RegisterLine[];
}

function BoardState({ board, register, exceptions }: StateProps) {
  const reload = (): void => void board.load();
  const lookAgain = (): void => {
    reload();
    void register.load();
  };
  return (
    <div className="desk__asked">
      {exceptions.length > 0 && <AskedExceptions lines={exceptions} />}
      <StateView state={useStore(board)} retry={reload}>
        {(list) => (
          <Asked list={list} reload={reload} lookAgain={lookAgain} alone={exceptions.length === 0} />
        )}
      </StateView>
    </div>
  );
}

interface AskedProps {
  list: Output<'requests/list'>;
  reload: () => void;
  /** Reads anew all that may be asked, not the issues only. */
  lookAgain: () => void;
  /** Whether nothing else waits for the reader. */
  alone: boolean;
}

/** The issues; where none is under way and nothing else waits, it says so above those that are finished. */
function Asked({ list, reload, lookAgain, alone }: AskedProps) {
  const { t, routes } = useServices();
  const route = useStore(routes);
  const { providers } = list;
  const isAsked = providers.some(
    ({ issues, waiting }) => waiting.length > 0 || issues.some(({ underWay }) => underWay),
  );
  const isThere = providers.some(({ issues, waiting }) => issues.length + waiting.length > 0);
  return (
    <>
      {!isAsked && alone && (
        <Empty
          title={t('desk.nothing.title')}
          body={t('desk.nothing.body')}
          action={{ label: t('state.look-again'), run: lookAgain }}
        />
      )}
      {isThere && (
        <FoundBoard board={list} text={route.tab === 'handed-over' ? route.text : ''} reload={reload} />
      )}
    </>
  );
}
