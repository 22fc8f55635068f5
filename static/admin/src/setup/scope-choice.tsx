import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { type SetupView } from '../../../../src/contracts/views';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { Radios } from '../parts/radios';
import { Section } from './section';
import { useSetupSave } from './use-setup-save';

export function ScopeChoice({ view }: { view: SetupView }) {
  const { t } = useServices();
  const may = useMay('setup/save-scope');
  const [scope, setScope] = useState(view.scope);
  const { saving, error, save } = useSetupSave('setup/save-scope');
  return (
    <Section title={t('setup.scope.title')} body={t('setup.scope.body')}>
      <Radios
        name="scope"
        legend={t('setup.scope.title')}
        value={scope}
        choose={setScope}
        disabled={!may}
        items={(['site', 'organization'] as const).map((value) => ({
          value,
          label: t(`setup.scope.${value}`),
          hint: t(`setup.scope.${value}.hint`),
        }))}
      />
      {error !== null && <ErrorMessage error={error} />}
      {may && (
        <div>
          <Button isDisabled={scope === view.scope} isLoading={saving} onClick={() => void save({ scope })}>
            {t('form.save')}
          </Button>
        </div>
      )}
    </Section>
  );
}
