import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { IdentityProvider } from '../../../../src/contracts/settings';
import { type Person, type SetupView } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { ErrorMessage } from '../parts/error-message';
import { describedBy, Field } from '../parts/field';
import { PeoplePicker } from '../parts/people-picker';
import { useServices } from '../services';
import { firstAsking, readAsking } from './asking';
import { AskingFields } from './asking-fields';
import { IssueTarget } from './issue-target';
import { personOf } from '../parts/names';
import { useSetupSave } from './use-setup-save';

interface Props {
  view: SetupView;
  idp: IdentityProvider | null;
  close: () => void;
}

const KINDS = IdentityProvider.shape.kind.options;
const { idpId: IdField, name: NameField } = IdentityProvider.shape;

export function IdentityProviderForm({ view, idp, close }: Props) {
  const { t } = useServices();
  const { saving, error, save } = useSetupSave('setup/save-identity-provider');
  const known = (accountId: string | null | undefined): Person | null =>
    accountId === null || accountId === undefined ? null : personOf(view.people, accountId);
  const [idpId, setIdpId] = useState(idp?.idpId ?? '');
  const [name, setName] = useState(idp?.name ?? '');
  const [kind, setKind] = useState(idp?.kind ?? 'scim');
  const [first, setFirst] = useState(known(idp?.owners[0]));
  const [second, setSecond] = useState(known(idp?.owners[1]));
  const [deputy, setDeputy] = useState(known(idp?.deputy));
  const [target, setTarget] = useState({
    projectKey: idp?.projectKey ?? null,
    issueTypeId: idp?.issueTypeId ?? null,
  });
  const [asking, setAsking] = useState(() =>
    firstAsking(idp, (accountId) => personOf(view.people, accountId)),
  );
  const [tried, setTried] = useState(false);
  const good = {
    id: IdField.safeParse(idpId.trim()).success,
    name: NameField.safeParse(name.trim()).success,
  };
  const wrong = {
    id: tried && !good.id ? t('setup.scim.directory.bad') : null,
    name: tried && !good.name ? t('form.required') : null,
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const terms = readAsking(asking);
    if (!good.id || !good.name || terms === null) return;
    const owners = [first, second].flatMap((person) => (person === null ? [] : [person.accountId]));
    const saved = await save({
      identityProvider: {
        idpId: idpId.trim(),
        name: name.trim(),
        kind,
        owners: [...new Set(owners)],
        deputy: deputy?.accountId ?? null,
        ...target,
        ...terms,
      },
    });
    if (saved) close();
  };
  const people = [
    { id: 'idp-owner-1', label: t('setup.idp.owner-1'), person: first, choose: setFirst },
    {
      id: 'idp-owner-2',
      label: t('form.optional', { label: t('setup.idp.owner-2') }),
      person: second,
      choose: setSecond,
    },
    {
      id: 'idp-deputy',
      label: t('form.optional', { label: t('setup.idp.deputy') }),
      person: deputy,
      choose: setDeputy,
    },
  ];
  return (
    <form className="form form--wide" noValidate onSubmit={(event) => void send(event)}>
      <h3 className="form__title">{idp?.name ?? t('setup.idp.new')}</h3>
      <div className="form__columns">
        <Field id="idp-name" label={t('setup.idp.name')} error={wrong.name}>
          <Textfield
            isCompact
            id="idp-name"
            isInvalid={wrong.name !== null}
            aria-describedby={describedBy('idp-name', wrong.name, 'no-hint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Field id="idp-kind" label={t('setup.idp.kind')}>
          <Choice
            id="idp-kind"
            label={t('setup.idp.kind')}
            options={KINDS.map((value) => ({ value, label: t(`setup.idp.kind.${value}`) }))}
            value={kind}
            choose={setKind}
          />
        </Field>
        <Field id="idp-id" label={t('setup.idp.id')} hint={t('setup.idp.id.hint')} error={wrong.id}>
          <Textfield
            isCompact
            id="idp-id"
            isDisabled={idp !== null}
            isInvalid={wrong.id !== null}
            aria-describedby={describedBy('idp-id', wrong.id)}
            value={idpId}
            onChange={(event) => setIdpId(event.currentTarget.value)}
          />
        </Field>
        {people.map(({ id, label, person, choose }) => (
          <Field key={id} id={id} label={label}>
            <PeoplePicker id={id} label={label} person={person} choose={choose} />
          </Field>
        ))}
      </div>
      <IssueTarget id="idp" target={target} choose={setTarget} />
      <AskingFields draft={asking} change={setAsking} />
      {error !== null && <ErrorMessage error={error} />}
      <div className="record-form__buttons">
        <Button type="submit" appearance="primary" isLoading={saving}>
          {t('form.save')}
        </Button>
        <Button appearance="subtle" onClick={close}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
