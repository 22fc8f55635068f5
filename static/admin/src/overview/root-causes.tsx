import { type Overview, type RootCause } from '../../../../src/contracts/overview';
import { AppWords } from '../parts/app-words';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { RuleSource } from '../parts/rule-source';
import { toSource } from '../route/route';
import { MoneyText } from '../parts/money-text';
import { useServices } from '../services';

/** Through which sources the open seats of the review are held, with what the founding table advises for such a one. */
export function RootCauses({ review }: { review: Overview['review'] }) {
  const { t, format, routes } = useServices();
  if (review === null || review.rootCauses.length === 0) return null;
  const { openSeats, rootCauses } = review;
  return (
    <section className="overview__part" aria-labelledby="causes-title">
      <h2 id="causes-title" className="overview__title">
        {t('causes.title')}
      </h2>
      <p className="quiet">{t('causes.body', { count: openSeats })}</p>
      <ol className="causes">
        {rootCauses.map(({ groupId, groupName, ari, product, owner, seats, onlyHere, worth, advice }) => (
          <li key={`${groupId} ${ari}`} className="cause">
            <p className="cause__share" aria-hidden>
              {format.share(seats, openSeats)}
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
                {t('causes.only-here', { count: onlyHere })} <AppWords>{advice.sentence}</AppWords>
              </p>
              {worth.map((one) => (
                <CauseWorth key={one.pool} worth={one} />
              ))}
              <RuleSource source={advice} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What it would be worth if the seats that nothing else holds went; never added up over causes. */
function CauseWorth({ worth: { pool, currency, cash, renewal } }: { worth: RootCause['worth'][number] }) {
  const { t, format } = useServices();
  return (
    <p>
      {cash !== null && (
        <>
          {t('causes.worth.cash', { pool, day: format.day(cash.from) })}{' '}
          <b>
            <MoneyText amount={cash.amount} currency={currency} />
          </b>
        </>
      )}
      {renewal !== null && (
        <>
          {t('causes.worth.renewal', { pool, day: format.day(renewal.on) })}{' '}
          <b>
            <MoneyText amount={renewal.amount} currency={currency} />
          </b>
        </>
      )}
    </p>
  );
}
