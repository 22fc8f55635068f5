import { api, type Call } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import type { Session } from '../contracts/views';
import { callersOf, mayCall, seesOrganization } from './authorise';
import { capabilityOf } from './organization-access';
import type { CallerContext, Ports } from './ports';

export async function getSession(ports: Ports, settings: Settings, caller: CallerContext): Promise<Session> {
  const callers = callersOf(settings, caller.accountId);
  const unclaimed = !settings.roles.some((grant) => grant.role === 'owner');
  const keyIsOthers = !unclaimed && !callers.includes('owner');
  return {
    accountId: caller.accountId,
    roles: callers.filter((one) => one !== 'site-admin'),
    sees: seesOrganization(settings, caller.accountId) ? 'organization' : 'site',
    capability: await capabilityOf(ports),
    unclaimed,
    mayCall: (Object.keys(api) as Call[]).filter(
      (call) => mayCall(call, callers) && !(keyIsOthers && call === 'setup/save-org-key'),
    ),
    inactiveDays: settings.review.inactiveDays,
  };
}
