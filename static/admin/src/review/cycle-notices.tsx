import SectionMessage from '@atlaskit/section-message';
import { type Cycle } from '../../../../src/contracts/cycles';
import { type Person } from '../../../../src/contracts/views';
import { AppWords } from '../parts/app-words';
import { nameOf } from '../parts/names';
import { useServices } from '../services';

/** What must be known before the numbers: that it waits, is over, rests on a partial scan, or is the first. */
export function CycleNotices({ cycle, people }: { cycle: Cycle; people: readonly Person[] }) {
  const { t, format } = useServices();
  const { state, opening, ending } = cycle;
  return (
    <>
      {state === 'collecting' && <p>{t('cycle.collecting')}</p>}
      {opening?.baseline === true && state === 'open' && <p>{t('cycle.baseline')}</p>}
      {state === 'closed' && ending !== null && (
        <p>
          {t('cycle.closed', {
            when: format.moment(ending.at),
            person: nameOf(t, people, ending.by),
            decided: ending.items.decided,
            count: ending.items.undecided,
          })}
        </p>
      )}
      {state === 'lapsed' && (
        <SectionMessage appearance="warning" headingLevel="h3" title={t('cycle.lapsed.title')}>
          <p>{t('cycle.lapsed.body', { count: ending?.items.undecided ?? 0 })}</p>
        </SectionMessage>
      )}
      {opening?.verdict === 'partial' && (
        <SectionMessage appearance="warning" headingLevel="h3" title={t('cycle.partial.title')}>
          <p>{t('cycle.partial.body')}</p>
          <ul className="reasons">
            {opening.reasons.map((reason) => (
              <li key={reason}>
                <AppWords>{reason}</AppWords>
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
    </>
  );
}
