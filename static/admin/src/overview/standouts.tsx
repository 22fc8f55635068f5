import { type ReactNode, useEffect, useRef } from 'react';
import { type Overview } from '../../../../src/contracts/overview';
import { CoverageMeter } from '../parts/coverage-meter';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { noFilter, type SourceOpen, toCases, toSource } from '../route/route';
import { useServices } from '../services';

type Known = Overview['standouts'];

interface Props {
  standouts: Known;
  /** Whether the page was opened to begin here: then the title takes the focus, once. */
  first: boolean;
}

/** Four findings that are worth a quarter of an hour on the first day; reading only. */
export function Standouts({ standouts, first }: Props) {
  const { t, routes } = useServices();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) return;
    title.current?.scrollIntoView({ block: 'start' });
    title.current?.focus({ preventScroll: true });
    routes.go({ tab: 'overview', at: null }, 'replace');
  }, [first, routes]);
  return (
    <section className="overview__part" aria-labelledby="standouts-title">
      <div className="title-row">
        <h2 ref={title} id="standouts-title" className="overview__title" tabIndex={-1}>
          {t('standouts.title')}
        </h2>
        <CoverageMeter />
      </div>
      <p className="quiet">{t('standouts.body')}</p>
      <ol className="standouts">
        <MostSeats sources={standouts.sources} />
        <ScimInactive {...standouts.scimInactive} />
        <RedundantDefaults {...standouts.redundantDefaults} />
        <PriceSteps steps={standouts.priceSteps} known={standouts.pricesKnown} />
      </ol>
    </section>
  );
}

interface CardProps {
  /** The order to look at them in. */
  step: number;
  title: string;
  body: string;
  action?: { label: string; run: () => void };
  children?: ReactNode;
}

function Standout({ step, title, body, action, children }: CardProps) {
  const { t } = useServices();
  return (
    <li className="standout">
      <h3 className="standout__title">{t('standouts.step', { step, title })}</h3>
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
      step={1}
      title={t('standouts.sources')}
      body={t(sources.length === 0 ? 'standouts.sources.none' : 'standouts.sources.body')}
      action={{ label: t('standouts.sources.open'), run: () => routes.goTab('sources') }}
    >
      <SourceSeats sources={sources.map((source) => ({ ...source, shown: source.seats }))} />
    </Standout>
  );
}

/** A directory that was not read may have deactivated people too: then a number is the least, and none is not known. */
function ScimInactive({ seats, directories: { read, known } }: Known['scimInactive']) {
  const { t, routes } = useServices();
  const partly = { count: read, known };
  if (read === 0 || (seats === 0 && read < known)) {
    return (
      <Standout
        step={2}
        title={t('standouts.scim.untold')}
        body={read === 0 ? t('standouts.scim.untold.body') : t('standouts.scim.part.none', partly)}
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
      step={2}
      title={t(read < known ? 'standouts.scim.least' : 'standouts.scim', { count: seats })}
      body={t(seats === 0 ? 'standouts.scim.none' : 'standouts.scim.body')}
      {...(seats === 0 ? {} : { action: show })}
    >
      {read < known && <p className="quiet">{t('standouts.scim.part', partly)}</p>}
    </Standout>
  );
}

function RedundantDefaults({ seats, sources, more }: Known['redundantDefaults']) {
  const { t } = useServices();
  return (
    <Standout
      step={3}
      title={t('standouts.defaults', { count: seats })}
      body={t(seats === 0 ? 'standouts.defaults.none' : 'standouts.defaults.body')}
    >
      <SourceSeats
        sources={sources.map((source) => ({ ...source, shown: source.redundant }))}
        form="redesign"
      />
      {more > 0 && <p className="quiet">{t('standouts.defaults.more', { count: more })}</p>}
    </Standout>
  );
}

function PriceSteps({ steps, known }: { steps: Known['priceSteps']; known: boolean }) {
  const { t, format, routes } = useServices();
  return (
    <Standout
      step={4}
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
  const { format, routes } = useServices();
  if (sources.length === 0) return null;
  return (
    <ul className="plain standout__list">
      {sources.map(({ groupId, groupName, ari, product, owner, shown }) => (
        <li key={`${groupId} ${ari}`} className="standout__source">
          <button
            type="button"
            className="link standout__group"
            onClick={() => routes.go(toSource({ groupId, ari, form }))}
          >
            {groupName}
          </button>
          <b className="number">{format.number(shown)}</b>
          <span className="standout__product">
            {product} <OwnerLozenge owner={owner} />
          </span>
        </li>
      ))}
    </ul>
  );
}
