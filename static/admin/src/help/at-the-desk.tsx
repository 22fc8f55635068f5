import { ANSWERS } from '../../../../src/contracts/route-outs';
import { useServices } from '../services';
import { HelpSection } from './help-section';
import { Terms } from './terms';

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
      <Terms
        terms={ANSWERS.map((kind) => ({ name: t(`answer.${kind}`), meaning: t(`answer.${kind}.hint`) }))}
      />
    </HelpSection>
  );
}
