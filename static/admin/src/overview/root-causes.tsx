import { type Overview } from '../../../../src/contracts/overview';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { RuleSource } from '../parts/rule-source';
import { formatShare } from '../platform/format';
import { toSource } from '../route/route';
import { useServices } from '../services';

/** Through which sources the open seats of the review are held, with what the founding table advises for such a one. */
export function RootCauses({ review }: { review: Overview['review'] }) {
  const { t, locale, routes } = useServices();
  if (review === null || review.rootCauses.length === 0) return null;
  const { openSeats, rootCauses } = review;
  return (
    <section className="overview__part" aria-labelledby="causes-title">
      <h2 id="causes-title" className="overview__title">
        {t('causes.title')}
      </h2>
      <p className="quiet">{t('causes.body', { count: openSeats })}</p>
      <ol className="causes">
        {rootCauses.map(({ groupId, groupName, ari, product, owner, seats, onlyHere, advice }) => (
          <li key={`${groupId} ${ari}`} className="cause">
            <p className="cause__share" aria-hidden>
              {formatShare(locale, seats, openSeats)}
              <svg className="cause__bar" viewBox={`0 0 ${openSeats} 4`} preserveAspectRatio="none">
                <rect className="meter__whole" width={openSeats} height="4" />
                <rect className={`owner--${owner}`} width={seats} height="4" />
              </svg>
            </p>
            <div className="cause__words">
              <p>
                {t('causes.line', { seats, of: openSeats })}{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() => routes.go(toSource({ groupId, ari, form: null }))}
                >
                  {t('source.label', { group: groupName, product })}
                </button>{' '}
                <OwnerLozenge owner={owner} />
              </p>
              <p className="quiet">
                {t('causes.only-here', { count: onlyHere })} {advice.sentence}
              </p>
              <RuleSource source={advice} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
