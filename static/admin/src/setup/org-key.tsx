import { useState } from 'react';
import { type KeyProbe, type SetupView } from '../../../../src/contracts/views';
import { OutsideLink } from '../parts/outside-link';
import { useMay, useServices } from '../services';
import { ForgetKeys } from './forget-keys';
import { KeySlots } from './key-slots';
import { OrgKeyForm } from './org-key-form';
import { ProbeTable } from './probe-table';
import { SECTIONS } from './check-places';
import { Section } from './section';

/** The read scopes a key needs, as Atlassian Administration lists them. */
const SCOPES = [
  'read:orgs:admin',
  'read:directories:admin',
  'read:workspaces:admin',
  'read:groups:admin',
  'read:accounts:admin',
];
const ADMINISTRATION = 'https://admin.atlassian.com';

/** The organization key: which, why, how to get it, its two slots, and what its last check showed. */
export function OrgKey({ view }: { view: SetupView }) {
  const { t, format } = useServices();
  const may = useMay('setup/save-org-key');
  const [probes, setProbes] = useState<readonly KeyProbe[]>([]);
  const stored = view.keys.a !== null || view.keys.b !== null || view.keys.scim.length > 0;
  return (
    <Section id={SECTIONS['org-key'].id} title={t('setup.key.title')} body={t('setup.key.body')}>
      {may && (
        <details className="how" open={view.keys.active === null}>
          <summary>{t('setup.key.how')}</summary>
          <ol>
            <li>{t('setup.key.step.1')}</li>
            <li>{t('setup.key.step.2', { scopes: format.list(SCOPES) })}</li>
            <li>{t('setup.key.step.3')}</li>
            <li>{t('setup.key.step.4')}</li>
          </ol>
          <OutsideLink to={ADMINISTRATION}>{t('setup.key.link')}</OutsideLink>
        </details>
      )}
      {view.orgId !== null && (
        <p>
          {t('setup.key.org')}: <b>{view.orgName ?? view.orgId}</b>{' '}
          {view.orgName !== null && <code className="account-id">{view.orgId}</code>}
        </p>
      )}
      <KeySlots view={view} />
      {probes.length > 0 && <ProbeTable probes={probes} />}
      {may && <OrgKeyForm key={view.keys.active} view={view} saved={setProbes} />}
      {stored && <ForgetKeys forgotten={() => setProbes([])} />}
    </Section>
  );
}
