import { type ReactNode } from 'react';
import { type Overview } from '../../../../src/contracts/overview';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { noFilter, type SourceOpen, toCases, toSource } from '../route/route';
import { useServices } from '../services';

type Known = Overview['standouts'];

/** Four findings that are worth a quarter of an hour on the first day; reading only. */
export function Standouts({ standouts }: { standouts: Known }) {
  const { t } = useServices();
  return (
    <section className="overview__part" aria-labelledby="standouts-title">
      <h2 id="standouts-title" className="overview__title">
        {t('standouts.title')}
      </h2>
      <p className="quiet">{t('standouts.body')}</p>
      <ol className="standouts">
        <MostSeats sources={standouts.sources} />
        <ScimInactive seats={standouts.scimInactive} />
        <RedundantDefaults sources={standouts.redundantDefaults} />
        <PriceSteps steps={standouts.priceSteps} known={standouts.pricesKnown} />
      </ol>
    </section>
  );
}

interface CardProps {
  title: string;
  body: string;
  action?: { label: string; run: () => void };
  children?: ReactNode;
}

function Standout({ title, body, action, children }: CardProps) {
  return (
    <li className="standout">
      <h3 className="standout__title">{title}</h3>
      <p className="quiet">{body}</p>
      {children}
      {action !== undefined && (
        <p className="standout__action">
          <button type="button" className="link" onClick={action.run}>
            {action.label}
          </button>
        </p>
      )}
    </li>
  );
}

function MostSeats({ sources }: { sources: Known['sources'] }) {
  const { t, routes } = useServices();
  return (
    <Standout
      title={t('standouts.sources')}
      body={t(sources.length === 0 ? 'standouts.sources.none' : 'standouts.sources.body')}
      action={{ label: t('standouts.sources.open'), run: () => routes.goTab('sources') }}
    >
      <SourceSeats sources={sources.map((source) => ({ ...source, shown: source.seats }))} />
    </Standout>
  );
}

function ScimInactive({ seats }: { seats: number | null }) {
  const { t, routes } = useServices();
  if (seats === null) {
    return (
      <Standout
        title={t('standouts.scim.untold')}
        body={t('standouts.scim.untold.body')}
        action={{ label: t('empty.not-set-up.action'), run: () => routes.goTab('setup') }}
      />
    );
  }
  const show = {
    label: t('standouts.scim.open'),
    run: () =>
      routes.go(toCases({ ...noFilter, way: { cohort: 'scim-inactive', holder: null, owner: null } })),
  };
  return (
    <Standout
      title={t('standouts.scim', { count: seats })}
      body={t(seats === 0 ? 'standouts.scim.none' : 'standouts.scim.body')}
      {...(seats === 0 ? {} : { action: show })}
    />
  );
}

function RedundantDefaults({ sources }: { sources: Known['redundantDefaults'] }) {
  const { t } = useServices();
  const seats = sources.reduce((sum, { redundant }) => sum + redundant, 0);
  return (
    <Standout
      title={t('standouts.defaults', { count: seats })}
      body={t(seats === 0 ? 'standouts.defaults.none' : 'standouts.defaults.body')}
    >
      <SourceSeats
        sources={sources.map((source) => ({ ...source, shown: source.redundant }))}
        form="redesign"
      />
    </Standout>
  );
}

function PriceSteps({ steps, known }: { steps: Known['priceSteps']; known: boolean }) {
  const { t, format, routes } = useServices();
  return (
    <Standout
      title={t('standouts.prices')}
      body={t(
        !known
          ? 'standouts.prices.untold'
          : steps.length === 0
            ? 'standouts.prices.none'
            : 'standouts.prices.body',
      )}
      action={{ label: t('standouts.prices.open'), run: () => routes.goTab('savings') }}
    >
      {steps.length > 0 && (
        <ul className="plain standout__list">
          {steps.map(({ pool, seats, by, worth, currency }) => (
            <li key={pool}>
              {t('standouts.prices.step', {
                count: seats,
                pool,
                day: format.day(by),
                amount: format.amount(currency, worth),
              })}
            </li>
          ))}
        </ul>
      )}
    </Standout>
  );
}

interface SourceSeatsProps {
  sources: readonly (Known['sources'][number] & { shown: number })[];
  form?: SourceOpen['form'];
}

function SourceSeats({ sources, form = null }: SourceSeatsProps) {
  const { t, format, routes } = useServices();
  if (sources.length === 0) return null;
  return (
    <ul className="plain standout__list">
      {sources.map(({ groupId, groupName, ari, product, owner, shown }) => (
        <li key={`${groupId} ${ari}`} className="standout__source">
          <button
            type="button"
            className="link clamp"
            title={t('source.label', { group: groupName, product })}
            onClick={() => routes.go(toSource({ groupId, ari, form }))}
          >
            {groupName}
          </button>
          <OwnerLozenge owner={owner} />
          <b className="number">{format.number(shown)}</b>
        </li>
      ))}
    </ul>
  );
}
