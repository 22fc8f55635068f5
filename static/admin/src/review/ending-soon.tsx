import SectionMessage from '@atlaskit/section-message';
import { type Opening } from '../../../../src/contracts/cycles';
import { REGISTER_KINDS } from '../../../../src/contracts/records';
import { toRegister } from '../route/route';
import { useServices } from '../services';

/** Decisions that end before the next review, by register, so that they can be said again in time. */
export function EndingSoon({ ending }: { ending: Opening['endingSoon'] }) {
  const { t, routes } = useServices();
  const kinds = REGISTER_KINDS.filter((kind) => ending.some((one) => one.kind === kind));
  return (
    <SectionMessage
      appearance="information"
      headingLevel="h3"
      title={t('ending-soon.title', { count: ending.length })}
    >
      <p>{t('ending-soon.body')}</p>
      <ul className="reasons">
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" className="link" onClick={() => routes.go(toRegister(kind))}>
              {t(`register.${kind}`)}
            </button>
            {`: ${ending.filter((one) => one.kind === kind).length}`}
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}
