import type { Call, Input, Output, Reply } from '../../src/contracts/api';
import type { RouteOut } from '../../src/contracts/route-outs';
import { INSTALLATION, type RunningApp } from './app';
import { aGroup, anIdp, aScimRecord, syncedBy } from './org-builder';
import { betaJira, jira, reviewOrg, who, accounts } from './review-org';
import { OKTA } from './set-up';
import { grantOf, members, withGroups } from './sources';
import type { OrgFile } from '../../local/org/org-file';

/** Who comes to the desk. The first three do not administer Jira; the last two do, and speak for nothing. */
export const visitor = {
  okta: who.plain,
  entra: who.beta,
  /** Named by the profile of one group at Okta. */
  tools: accounts.dot,
  nobody: accounts.eve,
  jiraAdmin: who.jiraAdmin,
  appOwner: who.owner,
} as const;

export const ENTRA = { ...OKTA, idpId: 'scim-entra', name: 'Entra ID', owners: [visitor.entra] };

export const person = {
  sales: '712020:sales-1',
  other: '712020:sales-2',
  tools: '712020:tools-1',
  staff: '712020:staff-1',
} as const;

/** Two identity providers: `sales` (on both sites) and `tools` are Okta’s, `staff` is Entra’s. */
export function deskOrg(): OrgFile {
  const synced = (idp: string, name: string, aris = [jira.ari]) =>
    aGroup(name, { ...syncedBy(idp, name), grants: aris.map((ari) => grantOf(ari)) });
  const base = withGroups(
    [synced('okta', 'sales', [jira.ari, betaJira.ari]), synced('okta', 'tools'), synced('entra', 'staff')],
    [
      ...members('sales', 2),
      ...members('tools', 1, { scim: aScimRecord('okta', 'tools-1') }),
      ...members('staff', 1, { scim: aScimRecord('entra', 'staff-1') }),
    ],
  );
  return { ...base, identityProviders: [...reviewOrg().identityProviders, anIdp('entra')] };
}

/** Makes a call from the desk, and gives the whole reply. */
export async function replyAtDesk<C extends Call>(
  app: RunningApp,
  call: C,
  input: Input<C>,
  accountId: string,
): Promise<Reply<Output<C>>> {
  const reply = await app.host.invoke(INSTALLATION, call, input, { accountId, moduleKey: 'seatpath-desk' });
  return reply as Reply<Output<C>>;
}

/** Makes a call from the desk that must succeed. */
export async function atDesk<C extends Call>(
  app: RunningApp,
  call: C,
  input: Input<C>,
  accountId: string,
): Promise<Output<C>> {
  const reply = await replyAtDesk(app, call, input, accountId);
  if (reply.ok) return reply.data;
  throw new Error(`${call}: ${reply.error.code}: ${reply.error.message}`);
}

/** What a group’s profile says, by default nothing but its identity owner. */
export const profileOf = (
  group: string,
  change: Partial<Input<'group-profiles/record'>> = {},
): Input<'group-profiles/record'> => ({
  idpId: OKTA.idpId,
  groupId: `group-${group}`,
  after: null,
  reason: 'The identity team told us.',
  nameAtIdp: group,
  idAtIdp: null,
  membership: 'manual',
  assignsApp: 'no',
  otherApps: '',
  businessOwner: null,
  identityOwner: null,
  changeRoute: '',
  ...change,
});

export async function handOver(
  app: RunningApp,
  accountId: string,
  group: string,
  ari = jira.ari,
): Promise<RouteOut> {
  const row = { accountId, ari, groupId: `group-${group}` };
  return app.call('route-outs/record', { ...row, after: null, reason: `Left, says ${group}.` });
}

/** Setup for both providers, and something handed over of each group. */
export async function setUpDesk(app: RunningApp): Promise<void> {
  await app.call('setup/save-identity-provider', {
    identityProvider: { ...OKTA, owners: [visitor.okta, who.identityOwner] },
  });
  await app.call('setup/save-identity-provider', { identityProvider: ENTRA });
  await app.call('group-profiles/record', profileOf('tools', { identityOwner: visitor.tools }));
  await handOver(app, person.sales, 'sales');
  await handOver(app, person.sales, 'sales', betaJira.ari);
  await handOver(app, person.other, 'sales');
  await handOver(app, person.tools, 'tools');
  await handOver(app, person.staff, 'staff');
}
