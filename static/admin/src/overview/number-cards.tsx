import { type ReactNode } from 'react';
import { SEAT_OWNERS } from '../charts/seat-owners';
import { CoverageMeter } from '../parts/coverage-meter';
import { RestsOnRecords, RestsOnReview } from '../parts/rests-on';
import { type Overview } from '../../../../src/contracts/overview';
import { CASE_VIEWS } from '../cases/case-views';
import { noFilter, toCases } from '../route/route';
import { useServices } from '../services';
import { OwnerBar, OwnerLegend } from '../charts/owner-bar';

/** The four numbers of the work, each with what it rests on and the tab that tells more. */
export function NumberCards({ overview }: { overview: Overview }) {
  const { t, routes } = useServices();
  const { seats, review, handedOver, savings } = overview;
  return (
    <div className="cards">
      <NumberCard
        name={t('overview.seats')}
        value={seats.billed}
        more={seats.unknown === 0 ? '' : t('overview.seats.unknown', { count: seats.unknown })}
        lead={{
          words: t('overview.seats.open'),
          follow: () => routes.go(toCases({ ...noFilter, billable: true })),
        }}
        rests={<CoverageMeter />}
      >
        <OwnerBar byOwner={seats.byOwner} of={seats.billed} />
        <OwnerLegend
          owners={SEAT_OWNERS.filter((owner) => (seats.byOwner[owner] ?? 0) > 0)}
          counts={seats.byOwner}
        />
      </NumberCard>
      <NumberCard
        name={t('overview.review')}
        value={review === null ? null : review.queue.seats}
        more={
          review === null
            ? t('overview.review.none')
            : t('overview.review.items', { count: review.queue.items, behind: review.backlog.items })
        }
        lead={{ words: t('overview.review.open'), follow: () => routes.goTab('review') }}
        rests={review !== null && <RestsOnReview {...review} />}
      />
      <NumberCard
        name={t('overview.handed-over')}
        value={handedOver.underWay}
        more={
          handedOver.confirmed === 0
            ? t('overview.handed-over.none-confirmed')
            : t('overview.handed-over.confirmed', { count: handedOver.confirmed })
        }
        lead={{
          words: t('overview.handed-over.find'),
          follow: () => routes.go(toCases({ ...noFilter, ...CASE_VIEWS['synced-unused'] })),
        }}
        {...(handedOver.underWay + handedOver.confirmed > 0 && {
          beside: { words: t('overview.handed-over.open'), follow: () => routes.goTab('handed-over') },
        })}
        rests={<RestsOnRecords />}
      />
      <NumberCard
        name={t('overview.savings')}
        value={savings.settled}
        more={
          savings.observed === 0
            ? t(savings.settled === 0 ? 'overview.savings.none' : 'overview.savings.none-observed')
            : t('overview.savings.observed', { count: savings.observed })
        }
        lead={{ words: t('overview.savings.open'), follow: () => routes.goTab('savings') }}
        rests={<RestsOnRecords />}
      />
    </div>
  );
}

interface Lead {
  words: string;
  follow: () => void;
}

interface Props {
  name: string;
  /** Null where there is no such number yet. */
  value: number | null;
  more: string;
  lead: Lead;
  /** What else leads on. */
  beside?: Lead;
  /** What the number is counted from. */
  rests: ReactNode;
  children?: ReactNode;
}

function NumberCard({ name, value, more, lead, beside, rests, children }: Props) {
  const { format } = useServices();
  return (
    <section className="number-card" aria-label={name}>
      <h2 className="number-card__name">{name}</h2>
      <p className="number-card__value">{value === null ? '–' : format.number(value)}</p>
      {children}
      {more !== '' && <p className="number-card__more">{more}</p>}
      <div className="number-card__foot">
        {[beside, lead].map(
          (way) =>
            way !== undefined && (
              <button key={way.words} type="button" className="link" onClick={way.follow}>
                {way.words}
              </button>
            ),
        )}
        {rests}
      </div>
    </section>
  );
}
