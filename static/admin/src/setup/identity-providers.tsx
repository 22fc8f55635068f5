import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { type IdentityProvider } from '../../../../src/contracts/settings';
import { type SetupView } from '../../../../src/contracts/views';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { Confirm } from '../parts/confirm';
import { IdentityProviderForm } from './identity-provider-form';
import { nameOf } from '../parts/names';
import { SECTIONS } from './check-places';
import { Section } from './section';
import { useSetupSave } from './use-setup-save';

/** A form that is open: for a new one (null) or for one that exists. */
type Editing = { idp: IdentityProvider | null } | null;

export function IdentityProviders({ view }: { view: SetupView }) {
  const { t } = useServices();
  const may = useMay('setup/save-identity-provider');
  const [editing, setEditing] = useState<Editing>(null);
  const close = (): void => setEditing(null);
  return (
    <Section id={SECTIONS.owners.id} title={t('setup.idp.title')} body={t('setup.idp.body')}>
      {view.identityProviders.length === 0 && editing === null && (
        <p className="quiet">{t('setup.idp.none')}</p>
      )}
      {(view.identityProviders.length > 0 || editing !== null) && (
        <ul className="idps">
          {view.identityProviders.map((idp) =>
            editing?.idp?.idpId === idp.idpId ? (
              <li key={idp.idpId} className="idp">
                <IdentityProviderForm view={view} idp={idp} close={close} />
              </li>
            ) : (
              <IdpCard key={idp.idpId} view={view} idp={idp} may={may} edit={() => setEditing({ idp })} />
            ),
          )}
          {editing !== null && editing.idp === null && (
            <li className="idp">
              <IdentityProviderForm view={view} idp={null} close={close} />
            </li>
          )}
        </ul>
      )}
      {may && editing === null && (
        <div>
          <Button onClick={() => setEditing({ idp: null })}>{t('setup.idp.add')}</Button>
        </div>
      )}
    </Section>
  );
}

interface CardProps {
  view: SetupView;
  idp: IdentityProvider;
  may: boolean;
  edit: () => void;
}

function IdpCard({ view, idp, may, edit }: CardProps) {
  const { t, format } = useServices();
  const [removing, setRemoving] = useState(false);
  const { saving, error, save } = useSetupSave('setup/remove-identity-provider');
  const { name } = idp;
  const kind = t(`setup.idp.kind.${idp.kind}`);
  const owners = idp.owners.map((accountId) => nameOf(t, view.people, accountId));
  return (
    <li className="idp">
      <div className="idp__words">
        <p>
          <b>{name}</b> {kind !== name && <span className="quiet">{kind}</span>}
        </p>
        <p>
          {t('setup.idp.owners')}: {owners.length === 0 ? t('setup.idp.no-owner') : format.list(owners)}
        </p>
        {idp.deputy !== null && (
          <p>
            {t('setup.idp.deputy')}: {nameOf(t, view.people, idp.deputy)}
          </p>
        )}
        <p>
          {t('setup.idp.target')}: {idp.projectKey ?? t('setup.idp.no-target')}
        </p>
        {idp.escalateTo !== null && (
          <p>
            {t('setup.asking.escalateTo')}: {nameOf(t, view.people, idp.escalateTo)}
          </p>
        )}
      </div>
      {may && (
        <div className="idp__actions">
          <Button spacing="compact" aria-label={t('setup.idp.edit-name', { name })} onClick={edit}>
            {t('setup.idp.edit')}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t('setup.idp.remove-name', { name })}
            onClick={() => setRemoving(true)}
          >
            {t('setup.idp.remove')}
          </Button>
        </div>
      )}
      <Confirm
        open={removing}
        title={t('setup.idp.remove.title', { name })}
        body={t('setup.idp.remove.body')}
        confirm={t('setup.idp.remove')}
        working={saving}
        agreed={() => void save({ idpId: idp.idpId })}
        close={() => setRemoving(false)}
      >
        {error !== null && <ErrorMessage error={error} />}
      </Confirm>
    </li>
  );
}
