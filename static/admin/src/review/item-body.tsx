import { SuggestionText } from '../parts/suggestion-text';
import { AttestSettings } from './attest-settings';
import { ItemFacts } from './item-facts';
import { ItemPeople, type ItemProps } from './item-people';
import { ToSource } from './to-source';

/** An item, and below it what its outcome asks for: a source, a site, or people. */
export function ItemBody(props: ItemProps) {
  const { line } = props.view;
  const { outcome, cloudId } = line.item;
  return (
    <div className="sheet">
      <ItemFacts line={line} />
      <SuggestionText suggestion={line.suggestion} />
      {(outcome === 'decide-source' || outcome === 'attest-source') && <ToSource line={line} />}
      {outcome === 'attest-settings' && cloudId !== null && <AttestSettings cloudId={cloudId} />}
      {(outcome === 'free-seats' || outcome === 'close-dormant') && <ItemPeople {...props} />}
    </div>
  );
}
