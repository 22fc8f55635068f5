import { type SourceView } from '../../../../src/contracts/review-views';
import { Checks } from '../parts/checks';
import { useServices } from '../services';
import { fits, type PopulationDraft } from './population';

interface Props {
  view: SourceView;
  draft: PopulationDraft;
  change: (draft: PopulationDraft) => void;
}

const PARTS = ['claimStatuses', 'domains'] as const;

/** Claim statuses and e-mail domains, each as they occur in the source. */
export function PopulationFields({ view, draft, change }: Props) {
  const { t } = useServices();
  return (
    <div className="form__columns">
      {PARTS.map((part) => (
        <Checks
          key={part}
          legend={t(`population.${part}`)}
          every={t(`population.${part}.every`)}
          items={view[part].map(({ name, people }) => ({
            value: name,
            label: t('population.counted', { name, count: people }),
          }))}
          chosen={draft[part]}
          choose={(chosen) => change({ ...draft, [part]: chosen })}
          error={fits(draft, part) ? null : t(`population.${part}.bad`)}
        />
      ))}
    </div>
  );
}
