import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { api } from '../../../../src/contracts/api';
import { type KeySlot } from '../../../../src/contracts/settings';
import { type KeyProbe, type SetupView } from '../../../../src/contracts/views';
import { ErrorMessage } from '../parts/error-message';
import { describedBy, Field } from '../parts/field';
import { useServices } from '../services';
import { useSave } from '../states/use-save';
import { Radios } from '../parts/radios';

interface Props {
  view: SetupView;
  saved: (probes: readonly KeyProbe[]) => void;
}

const { orgId: OrgIdField, key: KeyField } = api['setup/save-org-key'].input.shape;

/** Takes a new organization key into a slot; a key without scopes only after a second, explicit wish. */
export function OrgKeyForm({ view, saved }: Props) {
  const { t, setup, session, scan, flags } = useServices();
  const { saving, error, save } = useSave('setup/save-org-key');
  const [orgId, setOrgId] = useState(view.orgId ?? '');
  const [slot, setSlot] = useState<KeySlot>(view.keys.active === 'a' ? 'b' : 'a');
  const [key, setKey] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [insist, setInsist] = useState(false);
  const [tried, setTried] = useState(false);
  const wrong = {
    orgId: tried && !OrgIdField.safeParse(orgId.trim()).success ? t('setup.key.org-id.bad') : null,
    key: tried && !KeyField.safeParse(key.trim()).success ? t('setup.key.value.bad') : null,
  };
  const unscoped = error?.code === 'KEY_UNSCOPED';

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!OrgIdField.safeParse(orgId.trim()).success || !KeyField.safeParse(key.trim()).success) return;
    const answer = await save({
      slot,
      orgId: orgId.trim(),
      key: key.trim(),
      expiresOn: expiresOn === '' ? null : expiresOn,
      insistOnUnscoped: unscoped && insist,
    });
    if (answer === null) return;
    setKey('');
    setTried(false);
    saved(answer.probes);
    setup.put(answer.setup);
    flags.show(t('setup.key.saved-flag'));
    await Promise.all([session.load(), scan.watch()]);
  };

  return (
    <form className="form" noValidate autoComplete="off" onSubmit={(event) => void send(event)}>
      <Field id="org-id" label={t('setup.key.org-id')} error={wrong.orgId}>
        <Textfield
          isCompact
          id="org-id"
          isRequired
          isInvalid={wrong.orgId !== null}
          aria-describedby={describedBy('org-id', wrong.orgId, 'no-hint')}
          value={orgId}
          onChange={(event) => setOrgId(event.currentTarget.value)}
        />
      </Field>
      <Radios
        name="slot"
        legend={t('setup.key.slot')}
        value={slot}
        choose={setSlot}
        items={(['a', 'b'] as const).map((value) => ({ value, label: t(`setup.key.slot.${value}`) }))}
      />
      <p className="field__hint">{t('setup.key.slot.hint')}</p>
      <Field id="org-key" label={t('setup.key.value')} hint={t('setup.key.value.hint')} error={wrong.key}>
        <Textfield
          isCompact
          id="org-key"
          type="password"
          autoComplete="off"
          isRequired
          isInvalid={wrong.key !== null}
          aria-describedby={describedBy('org-key', wrong.key)}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      </Field>
      <Field
        id="org-key-expiry"
        label={t('form.optional', { label: t('setup.key.expires-on') })}
        hint={t('setup.key.expires-on.hint')}
      >
        <input
          id="org-key-expiry"
          type="date"
          className="input input--date"
          aria-describedby={describedBy('org-key-expiry', null)}
          value={expiresOn}
          onChange={(event) => setExpiresOn(event.currentTarget.value)}
        />
      </Field>
      {error !== null && <ErrorMessage error={error} />}
      {unscoped && (
        <div className="insist">
          <Checkbox
            label={t('setup.key.insist')}
            isChecked={insist}
            onChange={(event) => setInsist(event.currentTarget.checked)}
            aria-describedby="insist-hint"
          />
          <p className="field__hint" id="insist-hint">
            {t('setup.key.insist.hint')}
          </p>
        </div>
      )}
      <div>
        <Button type="submit" appearance="primary" isLoading={saving}>
          {t('setup.key.save')}
        </Button>
      </div>
    </form>
  );
}
