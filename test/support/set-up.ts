import { ASKING_DEFAULTS } from '../../src/contracts/settings';
import type { Input, Output } from '../../src/contracts/api';
import type { IdentityProvider, ReviewSettings, RoleGrant } from '../../src/contracts/settings';
import { INSTALLATION, type RunningApp, type RunningAppOptions, startApp } from './app';
import { reviewOrg, who } from './review-org';

export const OKTA: IdentityProvider = {
  idpId: 'scim-okta',
  name: 'Okta',
  kind: 'scim',
  owners: [who.identityOwner],
  deputy: null,
  ...ASKING_DEFAULTS,
  projectKey: 'IAM',
  issueTypeId: '10001',
};

export const ROLES: readonly RoleGrant[] = [
  { accountId: who.owner, role: 'owner', idpId: null },
  { accountId: who.reviewer, role: 'reviewer', idpId: null },
  { accountId: who.finance, role: 'finance', idpId: null },
  { accountId: who.auditor, role: 'auditor', idpId: null },
  { accountId: who.identityOwner, role: 'identity-owner', idpId: OKTA.idpId },
];

/** What holds of the review until an owner says otherwise. */
export const REVIEW: ReviewSettings = {
  inactiveDays: 90,
  weekday: 'monday',
  timeZone: 'UTC',
  activityShownAs: 'buckets',
  every: 'week',
  budget: 15,
  digest: null,
};

export const EVERY_CASE: Input<'cases/list'> = {
  filter: {
    ari: null,
    owner: null,
    signal: null,
    finding: null,
    billable: null,
    groupId: null,
    way: null,
    protected: null,
    text: '',
  },
  sort: { by: 'account', direction: 'ascending' },
  offset: 0,
  limit: 200,
};

/** The app over the review organization, with nothing set up. */
export function startReviewApp(options: RunningAppOptions = {}): Promise<RunningApp> {
  return startApp({ world: reviewOrg(), caller: who.owner, ...options });
}

/** Saves the organization's key as its admin, who becomes owner. */
export function saveKey(
  app: RunningApp,
  change: Partial<Input<'setup/save-org-key'>> = {},
): Promise<Output<'setup/save-org-key'>> {
  return app.call('setup/save-org-key', keyInput(app, change));
}

export function keyInput(
  app: RunningApp,
  change: Partial<Input<'setup/save-org-key'>> = {},
): Input<'setup/save-org-key'> {
  return {
    slot: 'a',
    orgId: 'org-k8q41a49',
    key: app.org.orgKey,
    expiresOn: null,
    insistOnUnscoped: false,
    ...change,
  };
}

/** Starts a scan and lets its events run to the end. */
export async function scan(app: RunningApp): Promise<Output<'scan/progress'>> {
  await app.call('scan/start', {});
  await app.host.drainQueue(INSTALLATION, { until: app.clock.now() + 3_600_000 });
  return app.call('scan/progress', {});
}

/** Everything that an owner sets up, and one scan. */
export async function setUpAndScan(app: RunningApp): Promise<void> {
  await saveKey(app);
  for (const [scimDirectoryId, key] of app.org.scimKeys) {
    await app.call('setup/save-scim-key', { scimDirectoryId, key, expiresOn: null });
  }
  await app.call('setup/save-scope', { scope: 'organization' });
  await app.call('setup/save-identity-provider', { identityProvider: OKTA });
  await app.call('setup/save-roles', { roles: [...ROLES] });
  const progress = await scan(app);
  if (progress.state !== 'published') throw new Error(`no scan: ${progress.failure ?? progress.state}`);
}

/** Starts the app, runs the test and closes the app, whatever happens. */
export async function withApp(
  options: RunningAppOptions,
  run: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const app = await startReviewApp(options);
  try {
    await run(app);
  } finally {
    await app.close();
  }
}
