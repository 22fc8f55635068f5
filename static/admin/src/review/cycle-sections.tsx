import { type CycleView } from '../../../../src/contracts/review-views';
import { useServices } from '../services';

type Section = NonNullable<CycleView['progress']>['sections'][number];

/** The four sections of the queue, each with its count and how many of it are open. */
export function CycleSections({ sections }: { sections: readonly Section[] }) {
  const { t, format } = useServices();
  return (
    <div className="cycle__part">
      <table className="cycle__sections">
        <caption className="cycle__subtitle">{t('cycle.sections')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('cycle.section')}</th>
            <th scope="col">{t('cycle.section.items')}</th>
            <th scope="col">{t('cycle.section.undecided')}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ section, items, undecided }) => (
            <tr key={section}>
              <th scope="row">{t(`section.${section}`)}</th>
              <td className="number">{format.number(items)}</td>
              <td className="quiet">
                {items === 0
                  ? t('cycle.section.empty')
                  : undecided === 0
                    ? t('cycle.undecided.none')
                    : t('cycle.undecided', { count: undecided })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
