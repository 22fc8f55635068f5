import { type Help } from '../../../../src/contracts/help';
import { Facts } from '../parts/facts';
import { useServices } from '../services';
import { HelpSection } from './help-section';
import { ReferenceLink } from './reference-link';

const PARTS = ['verify', 'belongs-to', 'outcome', 'never'] as const;

/** The founding table: what one sees, whose it is, what to do about it and what never. */
export function Signals({ signals }: Pick<Help, 'signals'>) {
  const { t } = useServices();
  return (
    <HelpSection name="signals" body={t('help.signals.body')}>
      {signals.map(({ signal, page }) => (
        <article key={signal} className="help__signal" aria-label={t(`help.signal.${signal}`)}>
          <h4 className="help__subtitle">{t(`help.signal.${signal}`)}</h4>
          <Facts
            name="help__terms"
            facts={PARTS.map((part) => ({
              what: t(`help.part.${part}`),
              is: t(`help.signal.${signal}.${part}`),
            }))}
          />
          <p className="help__source">
            <ReferenceLink page={page} />
          </p>
        </article>
      ))}
    </HelpSection>
  );
}
