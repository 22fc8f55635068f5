import { type Output } from '../../../../src/contracts/api';
import { Empty } from '../parts/empty';
import { SearchBox } from '../parts/search-box';
import { useServices } from '../services';
import { useTyped } from '../states/use-typed';
import { filterBoard } from './filter-board';
import { ProviderBoard } from './provider-board';

interface Props {
  board: Output<'requests/list'>;
  /** What is searched for; the address keeps it. */
  text: string;
  reload: () => void;
}

/** Issues and groups by provider, as far as a search leaves them. */
export function FoundBoard({ board, text, reload }: Props) {
  const { t, routes } = useServices();
  const typed = useTyped((words) => routes.go({ tab: 'handed-over', text: words }, 'replace'));
  const clear = (): void => {
    typed.settle();
    routes.go({ tab: 'handed-over', text: '' });
  };
  const shown = filterBoard(board, text);
  return (
    <div className="handed-over__board">
      <SearchBox id="handed-over-search" label={t('handed-over.search')} value={text} typed={typed} />
      {shown.length === 0 && (
        <Empty
          title={t('handed-over.no-match.title')}
          body={t('handed-over.no-match.body')}
          action={{ label: t('handed-over.no-match.action'), run: clear }}
        />
      )}
      {shown.map((provider) => (
        <ProviderBoard key={provider.idpId} provider={provider} people={board.people} reload={reload} />
      ))}
    </div>
  );
}
