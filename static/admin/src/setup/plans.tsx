import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { type SetupView } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { Section } from './section';
import { useSetupSave } from './use-setup-save';

type PlanSetting = SetupView['plans'][number];
type Plan = PlanSetting['plan'] | null;

export function Plans({ view }: { view: SetupView }) {
  const { t } = useServices();
  const may = useMay('setup/save-plans');
  const { saving, error, save } = useSetupSave('setup/save-plans');
  const [plans, setPlans] = useState<readonly PlanSetting[]>(view.plans);
  const options = [
    { value: null, label: t('setup.plans.untold') },
    { value: 'paid', label: t('setup.plans.paid') },
    { value: 'free', label: t('setup.plans.free') },
  ] as const;
  const choose = (ari: string, plan: Plan): void => {
    const others = plans.filter((known) => known.ari !== ari);
    setPlans(plan === null ? others : [...others, { ari, plan }]);
  };
  return (
    <Section title={t('setup.plans.title')} body={t('setup.plans.body')}>
      {view.resources.length === 0 && <p className="quiet">{t('setup.plans.none')}</p>}
      <div className="plans">
        {view.resources.map(({ ari, name }, index) => (
          <div key={ari} className="plan">
            <label htmlFor={`plan-${index}`} className="plan__name" title={ari}>
              {name}
            </label>
            <Choice<Plan>
              id={`plan-${index}`}
              label={t('setup.plans.of', { product: name })}
              options={options}
              value={plans.find((known) => known.ari === ari)?.plan ?? null}
              choose={(plan) => choose(ari, plan)}
              disabled={!may}
            />
          </div>
        ))}
      </div>
      {error !== null && <ErrorMessage error={error} />}
      {may && view.resources.length > 0 && (
        <div>
          <Button isLoading={saving} onClick={() => void save({ plans: [...plans] })}>
            {t('form.save')}
          </Button>
        </div>
      )}
    </Section>
  );
}
