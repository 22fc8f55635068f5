import { ANSWERS } from '../../../../src/contracts/route-outs';
import { Facts } from '../parts/facts';
import { useServices } from '../services';
import { HelpSection } from './help-section';

const STEPS = ['look', 'change', 'answer'] as const;

/** What is asked of an identity owner, and what each answer does. */
export function AtTheDesk() {
  const { t } = useServices();
  return (
    <HelpSection name="desk">
      <ol className="help__steps">
        {STEPS.map((step) => (
          <li key={step}>
            <p>{t(`help.desk.${step}`)}</p>
          </li>
        ))}
      </ol>
      <h4 className="help__subtitle">{t('help.answers')}</h4>
      <Facts
        name="help__terms"
        facts={ANSWERS.map((kind) => ({ what: t(`answer.${kind}`), is: t(`answer.${kind}.hint`) }))}
      />
    </HelpSection>
  );
}
