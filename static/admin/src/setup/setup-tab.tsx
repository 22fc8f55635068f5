import '../styles/setup.css';
import SectionMessage from '@atlaskit/section-message';
import { useEffect } from 'react';
import { type SetupView } from '../../../../src/contracts/views';
import { StateView } from '../parts/state-view';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { Checklist } from './checklist';
import { IdentityProviders } from './identity-providers';
import { OrgKey } from './org-key';
import { Plans } from './plans';
import { Review } from './review';
import { Roles } from './roles';
import { ScimKeys } from './scim-keys';
import { ScopeChoice } from './scope-choice';

export function SetupTab() {
  const { setup, news } = useServices();
  const heard = useStore(news);
  // A scan or a pool saved elsewhere puts tests out of date. At the start of the page setup is being read anyway.
  useEffect(() => {
    if (setup.get().kind !== 'loading') void setup.load();
  }, [setup, heard]);
  return (
    <StateView state={useStore(setup)} retry={() => void setup.load()} skeletonRows={8}>
      {(view) => <SetupBody view={view} />}
    </StateView>
  );
}

function SetupBody({ view }: { view: SetupView }) {
  const { t, session } = useServices();
  const unclaimed = dataOf(useStore(session))?.unclaimed ?? false;
  const mayKey = useMay('setup/save-org-key');
  const mayRest = useMay('setup/save-review');
  return (
    <div className="setup">
      {unclaimed && mayKey && (
        <SectionMessage appearance="information" headingLevel="h2" title={t('setup.unclaimed.title')}>
          <p>{t('setup.unclaimed.body')}</p>
        </SectionMessage>
      )}
      {!mayRest && !unclaimed && (
        <SectionMessage appearance="information" headingLevel="h2" title={t('setup.read-only.title')}>
          <p>{t('setup.read-only.body')}</p>
        </SectionMessage>
      )}
      <Checklist view={view} />
      <OrgKey view={view} />
      <ScopeChoice view={view} />
      <IdentityProviders view={view} />
      <Roles view={view} />
      <Review view={view} />
      <Plans view={view} />
      <ScimKeys view={view} />
    </div>
  );
}
