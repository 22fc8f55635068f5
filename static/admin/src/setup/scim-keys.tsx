import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { api } from '../../../../src/contracts/api';
import { type SetupView } from '../../../../src/contracts/views';
import { ErrorMessage } from '../parts/error-message';
import { describedBy, Field } from '../parts/field';
import { useMay, useServices } from '../services';
import { CardWords } from './key-slots';
import { SECTIONS } from './check-places';
import { Section } from './section';
import { useSetupSave } from './use-setup-save';

/** SCIM keys, collapsed: such a key can write, and getting one can break the provider's own sync. */
export function ScimKeys({ view }: { view: SetupView }) {
  const { t } = useServices();
  const may = useMay('setup/save-scim-key');
  return (
    <Section id={SECTIONS.scim.id} title={t('setup.scim.title')}>
      {view.keys.scim.length > 0 && (
        <div className="slots">
          {view.keys.scim.map(({ scimDirectoryId, card }) => (
            <div key={scimDirectoryId} className="slot">
              <p className="slot__head">
                <code className="account-id">{scimDirectoryId}</code>
              </p>
              <CardWords card={card} view={view} />
            </div>
          ))}
        </div>
      )}
      <details className="how">
        <summary>{t('setup.scim.summary')}</summary>
        <SectionMessage appearance="warning" headingLevel="h3" title={t('setup.scim.warning.title')}>
          <p>{t('setup.scim.warning')}</p>
          <p>{t('setup.scim.without')}</p>
        </SectionMessage>
        {may && <ScimKeyForm />}
      </details>
    </Section>
  );
}

const { scimDirectoryId: DirectoryField, key: KeyField } = api['setup/save-scim-key'].input.shape;

function ScimKeyForm() {
  const { t } = useServices();
  const { saving, error, save } = useSetupSave('setup/save-scim-key');
  const [directory, setDirectory] = useState('');
  const [key, setKey] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [tried, setTried] = useState(false);
  const good = {
    directory: DirectoryField.safeParse(directory.trim()).success,
    key: KeyField.safeParse(key.trim()).success,
  };
  const wrong = {
    directory: tried && !good.directory ? t('setup.scim.directory.bad') : null,
    key: tried && !good.key ? t('setup.key.value.bad') : null,
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!good.directory || !good.key) return;
    const input = {
      scimDirectoryId: directory.trim(),
      key: key.trim(),
      expiresOn: expiresOn === '' ? null : expiresOn,
    };
    if (!(await save(input))) return;
    setKey('');
    setDirectory('');
    setTried(false);
  };
  return (
    <form className="form" noValidate autoComplete="off" onSubmit={(event) => void send(event)}>
      <Field id="scim-directory" label={t('setup.scim.directory')} error={wrong.directory}>
        <Textfield
          isCompact
          id="scim-directory"
          isInvalid={wrong.directory !== null}
          aria-describedby={describedBy('scim-directory', wrong.directory, 'no-hint')}
          value={directory}
          onChange={(event) => setDirectory(event.currentTarget.value)}
        />
      </Field>
      <Field id="scim-key" label={t('setup.scim.value')} hint={t('setup.key.value.hint')} error={wrong.key}>
        <Textfield
          isCompact
          id="scim-key"
          type="password"
          autoComplete="off"
          isInvalid={wrong.key !== null}
          aria-describedby={describedBy('scim-key', wrong.key)}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      </Field>
      <Field id="scim-expiry" label={t('form.optional', { label: t('setup.key.expires-on') })}>
        <input
          id="scim-expiry"
          type="date"
          className="input input--date"
          value={expiresOn}
          onChange={(event) => setExpiresOn(event.currentTarget.value)}
        />
      </Field>
      {error !== null && <ErrorMessage error={error} />}
      <div>
        <Button type="submit" isLoading={saving}>
          {t('setup.scim.save')}
        </Button>
      </div>
    </form>
  );
}
