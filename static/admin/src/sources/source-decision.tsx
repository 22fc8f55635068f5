import SectionMessage from '@atlaskit/section-message';
import { type ReactNode } from 'react';
import { type SourceView } from '../../../../src/contracts/review-views';
import { type RecordOf, type RegisterKind } from '../../../../src/contracts/records';
import { AppWords } from '../parts/app-words';
import { ExpiryText } from '../parts/expiry-text';
import { nameOf } from '../parts/names';
import { RecordState } from '../parts/record-state';
import { RecordSteps } from '../parts/record-steps';
import { tellChange, tellPopulation } from '../parts/tell-source';
import { toRegister } from '../route/route';
import { useServices } from '../services';

/** What was decided, said or promised about the source until now, and why it no longer holds where it does not. */
export function SourceDecision({ view }: { view: SourceView }) {
  const { t, format } = useServices();
  const { decision, attestation, stewardship, people, voidBecause } = view;
  const record = decision?.record;
  return (
    <section>
      <h3 className="sheet__title">{t('source.decision')}</h3>
      {voidBecause !== null && (
        <SectionMessage
          appearance="warning"
          headingLevel="h4"
          title={t(record?.state === 'void' ? 'source.void' : 'source.void-soon')}
        >
          <p>
            <AppWords>{voidBecause}</AppWords>
          </p>
        </SectionMessage>
      )}
      {record === undefined && <p className="quiet">{t('source.decision.none')}</p>}
      {record !== undefined && (
        <Made record={record} view={view}>
          <p>
            {record.kind === 'redesign'
              ? tellChange(t, format, record.change, decision?.toGroupName ?? null)
              : t('source.intent', {
                  population: tellPopulation(t, format, record.population),
                  steward: nameOf(t, people, record.steward),
                  cap: record.cap,
                })}
          </p>
        </Made>
      )}
      {attestation !== null && (
        <Made record={attestation.record} view={view}>
          <p>{t(`source.attested.${attestation.record.says}`)}</p>
        </Made>
      )}
      {stewardship !== null && (
        <Made record={stewardship.record} view={view}>
          <p>{t('source.steward', { steward: nameOf(t, people, stewardship.record.steward) })}</p>
        </Made>
      )}
    </section>
  );
}

interface MadeProps {
  record: RecordOf<RegisterKind>;
  view: SourceView;
  children: ReactNode;
}

/** One record on the source: its kind and state, what it says, its reason and its steps. */
function Made({ record, view, children }: MadeProps) {
  const { t, routes } = useServices();
  return (
    <article className="made">
      <p>
        <b>{t(`kind.${record.kind}`)}</b> <RecordState record={record} people={view.people} inForce />{' '}
        {'expiresOn' in record && (
          <>
            {t('records.until')} <ExpiryText record={record} />
          </>
        )}
      </p>
      {children}
      <p>{record.reason}</p>
      <RecordSteps record={record} people={view.people} />
      <button type="button" className="link" onClick={() => routes.go(toRegister(record.kind))}>
        {t('source.open-register', { register: t(`register.${record.kind}`) })}
      </button>
    </article>
  );
}
