import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { AppRole, type RoleGrant } from '../../../../src/contracts/settings';
import { type Person, type SetupView } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { ErrorMessage } from '../parts/error-message';
import { Field } from '../parts/field';
import { PeoplePicker } from '../parts/people-picker';
import { PersonName } from '../parts/person-name';
import { useMay, useServices } from '../services';
import { nameOf, personOf } from '../parts/names';
import { SECTIONS } from './check-places';
import { Section } from './section';
import { useSetupSave } from './use-setup-save';

/** Who may do what in Seatpath. Each change is saved at once. */
export function Roles({ view }: { view: SetupView }) {
  const { t } = useServices();
  const may = useMay('setup/save-roles');
  const { saving, error, save } = useSetupSave('setup/save-roles');
  const tell = ({ role, idpId }: RoleGrant): string => {
    const idp = view.identityProviders.find((known) => known.idpId === idpId);
    return idpId === null
      ? t(`role.${role}`)
      : t('setup.roles.of', { role: t(`role.${role}`), idp: idp?.name ?? idpId });
  };
  return (
    <Section id={SECTIONS.roles.id} title={t('setup.roles.title')} body={t('setup.roles.body')}>
      {view.roles.length === 0 ? (
        <p className="quiet">{t('setup.roles.none')}</p>
      ) : (
        <table className="small-table">
          <caption className="sr-only">{t('setup.roles.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('setup.roles.person')}</th>
              <th scope="col">{t('setup.roles.role')}</th>
              {may && (
                <th scope="col">
                  <span className="sr-only">{t('setup.roles.action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {view.roles.map((grant) => (
              <tr key={`${grant.accountId} ${grant.role} ${grant.idpId ?? ''}`}>
                <td>
                  <PersonName person={personOf(view.people, grant.accountId)} />
                </td>
                <td>{tell(grant)}</td>
                {may && (
                  <td className="small-table__action">
                    <Button
                      spacing="compact"
                      appearance="subtle"
                      isDisabled={saving}
                      aria-label={t('setup.roles.remove', {
                        role: tell(grant),
                        person: nameOf(t, view.people, grant.accountId),
                      })}
                      onClick={() => void save({ roles: view.roles.filter((other) => other !== grant) })}
                    >
                      {t('setup.roles.remove-short')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {error !== null && <ErrorMessage error={error} />}
      {may && (
        <AddRole view={view} saving={saving} add={(grant) => save({ roles: [...view.roles, grant] })} />
      )}
    </Section>
  );
}

interface AddProps {
  view: SetupView;
  saving: boolean;
  add: (grant: RoleGrant) => Promise<boolean>;
}

function AddRole({ view, saving, add }: AddProps) {
  const { t } = useServices();
  const [person, setPerson] = useState<Person | null>(null);
  const [role, setRole] = useState<AppRole>('reviewer');
  const [idpId, setIdpId] = useState<string | null>(null);
  const ofIdp = role === 'identity-owner';
  const send = async (): Promise<void> => {
    if (person === null) return;
    if (await add({ accountId: person.accountId, role, idpId: ofIdp ? idpId : null })) setPerson(null);
  };
  return (
    <div className="add-role">
      <Field id="role-person" label={t('setup.roles.person')}>
        <PeoplePicker id="role-person" label={t('setup.roles.person')} person={person} choose={setPerson} />
      </Field>
      <Field id="role-role" label={t('setup.roles.role')}>
        <Choice<AppRole>
          id="role-role"
          label={t('setup.roles.role')}
          options={AppRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          choose={setRole}
        />
      </Field>
      {ofIdp && (
        <Field
          id="role-idp"
          label={t('setup.roles.directory')}
          hint={view.identityProviders.length === 0 ? t('setup.roles.directory.needed') : undefined}
        >
          <Choice<string | null>
            id="role-idp"
            label={t('setup.roles.directory')}
            options={view.identityProviders.map((idp) => ({ value: idp.idpId, label: idp.name }))}
            value={idpId}
            choose={setIdpId}
            disabled={view.identityProviders.length === 0}
          />
        </Field>
      )}
      <Button
        isDisabled={person === null || (ofIdp && idpId === null)}
        isLoading={saving}
        onClick={() => void send()}
      >
        {t('setup.roles.add')}
      </Button>
    </div>
  );
}
