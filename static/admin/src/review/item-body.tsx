import { type ItemPerson, type ItemView } from '../../../../src/contracts/review-views';
import { SuggestionText } from '../parts/suggestion-text';
import { type Paged } from '../states/pages-store';
import { AttestSettings } from './attest-settings';
import { ItemFacts } from './item-facts';
import { ItemPeople } from './item-people';
import { ToSource } from './to-source';

interface Props {
  view: ItemView;
  paged: Paged<ItemPerson, ItemView>;
  need: (first: number, last: number) => void;
  batchId: string | null;
  reload: () => void;
}

/** An item, and below it what its outcome asks for: a source, a site, or people. */
export function ItemBody({ view, paged, need, batchId, reload }: Props) {
  const { line } = view;
  const { outcome, cloudId } = line.item;
  return (
    <div className="sheet">
      <ItemFacts line={line} />
      <SuggestionText suggestion={line.suggestion} />
      {(outcome === 'decide-source' || outcome === 'attest-source') && <ToSource line={line} />}
      {outcome === 'attest-settings' && cloudId !== null && <AttestSettings cloudId={cloudId} />}
      {(outcome === 'free-seats' || outcome === 'close-dormant') && (
        <ItemPeople view={view} paged={paged} need={need} batchId={batchId} reload={reload} />
      )}
    </div>
  );
}
