import { useState } from 'react';
import { type CausesByMoney, type Overview, type RootCause } from '../../../../src/contracts/overview';
import { AppWords } from '../parts/app-words';
import { Chip } from '../parts/chip';
import { ChipRow } from '../parts/chip-row';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { RestsOnReview } from '../parts/rests-on';
import { RuleSource } from '../parts/rule-source';
import { toSource } from '../route/route';
import { MoneyText } from '../parts/money-text';
import { useServices } from '../services';

/** Through which sources the open seats of the review are held, by seats or by money, with what the founding table advises for such a one. */
export function RootCauses({ review }: { review: Overview['review'] }) {
  const { t, format, routes } = useServices();
  const [by, setBy] = useState('seats');
  if (review === null || review.rootCauses.length === 0) return null;
  const { openSeats, causesByMoney } = review;
  const byMoney = causesByMoney.find((one) => measureOf(one) === by);
  const rootCauses = byMoney?.causes ?? review.rootCauses;
  return (
    <section className="overview__part" aria-labelledby="causes-title">
      <div className="title-row">
        <h2 id="causes-title" className="overview__title">
          {t('causes.title')}
        </h2>
        <RestsOnReview {...review} />
      </div>
      <p className="quiet">{t('causes.body', { count: openSeats })}</p>
      {causesByMoney.length > 0 && (
        <ChipRow label={t('causes.order')}>
          <Chip
            label={t('causes.order.seats')}
            pressed={byMoney === undefined}
            press={() => setBy('seats')}
          />
          {causesByMoney.map((one) => (
            <Chip
              key={measureOf(one)}
              label={t(`causes.order.${one.paid}`, { currency: one.currency })}
              pressed={one === byMoney}
              press={() => setBy(measureOf(one))}
            />
          ))}
        </ChipRow>
      )}
      {rootCauses.length === 0 && <p className="quiet">{t('causes.order.none')}</p>}
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

const measureOf = ({ paid, currency }: CausesByMoney): string => `${paid} ${currency}`;

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
