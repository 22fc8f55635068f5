import { type SourceView } from '../../../../src/contracts/review-views';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';

/** For whom the source is redundant, because another one keeps the same seats. */
export function SourceOverlap({ view }: { view: SourceView }) {
  const { t } = useServices();
  return (
    <section>
      <h3 className="sheet__title">{t('source.overlap')}</h3>
      {view.overlap.length === 0 && <p className="quiet">{t('source.overlap.none')}</p>}
      <ul className="plain overlaps">
        {view.overlap.map(({ groupId, groupName, owner, seats }) => (
          <li key={groupId}>
            {t('source.overlap.with', { count: seats, group: groupName })} <OwnerLozenge owner={owner} />
          </li>
        ))}
      </ul>
    </section>
  );
}
