import Button from '@atlaskit/button/new';
import { type QueueLine } from '../../../../src/contracts/review-views';
import { StateView } from '../parts/state-view';
import { type SourceOpen } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';

/** As many products of one group are offered. */
const MOST = 50;

/** Leads to the source that an item asks about; where it asks about a group on every product, to one of them. */
export function ToSource({ line }: { line: QueueLine }) {
  const { t, routes } = useServices();
  const { groupId, ari } = line.item;
  const asked = line.item.outcome === 'attest-source' ? 'attest-source' : 'decide-source';
  const lead = (to: Pick<SourceOpen, 'groupId' | 'ari'>): void => {
    const now = routes.get();
    const form = asked === 'attest-source' ? 'attest' : suggested(line);
    if (now.tab === 'review') routes.go({ ...now, item: null, source: { ...to, form } });
  };
  if (groupId === null) return null;
  return (
    <section>
      <h3 className="sheet__title">{t(`item.lead.${asked}`)}</h3>
      {ari !== null ? (
        <Button appearance="primary" onClick={() => lead({ groupId, ari })}>
          {t('item.lead.open')}
        </Button>
      ) : (
        <OnEachProduct groupId={groupId} name={line.groupName ?? ''} lead={lead} />
      )}
    </section>
  );
}

function suggested({ suggestion }: QueueLine): SourceOpen['form'] {
  return suggestion.do === 'intend' || suggestion.do === 'redesign' ? suggestion.do : null;
}

interface EachProps {
  groupId: string;
  name: string;
  lead: (to: Pick<SourceOpen, 'groupId' | 'ari'>) => void;
}

/** The products of a group, found by the group's name. */
function OnEachProduct({ groupId, name, lead }: EachProps) {
  const { t } = useServices();
  const query = { ari: null, text: name.slice(0, 200), sort: 'seats', offset: 0, limit: MOST } as const;
  const answer = useAnswer('sources/list', query);
  return (
    <StateView state={useStore(answer)} retry={() => void answer.load()} skeletonRows={2}>
      {({ lines }) => (
        <>
          <p className="quiet">{t('item.lead.each')}</p>
          <ul className="plain">
            {lines
              .filter((source) => source.groupId === groupId)
              .map((source) => (
                <li key={source.ari}>
                  <button type="button" className="link" onClick={() => lead(source)}>
                    {t('item.lead.product', { product: source.product, count: source.seats })}
                  </button>
                </li>
              ))}
          </ul>
        </>
      )}
    </StateView>
  );
}
