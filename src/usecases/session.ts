import { api, type Call, isDeskCall } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import type { Session } from '../contracts/views';
import { callersOf, mayCall, seesOrganization } from './authorise';
import { tellMandate } from './desk/tell-mandate';
import { capabilityOf } from './organization-access';
import type { CallerContext, Ports } from './ports';

/** Who one is on the page that asks, and which of its calls one may make. */
export async function getSession(ports: Ports, settings: Settings, caller: CallerContext): Promise<Session> {
  const { mandate } = caller;
  const callers = callersOf(settings, caller.accountId);
  const unclaimed = !settings.roles.some((grant) => grant.role === 'owner');
  const keyIsOthers = !unclaimed && !callers.includes('owner');
  return {
    accountId: caller.accountId,
    now: new Date(ports.clock.now()).toISOString(),
    desk: mandate && (await tellMandate(ports, settings, mandate)),
    roles: callers.filter((one) => one !== 'site-admin'),
    sees: seesOrganization(settings, caller) ? 'organization' : 'site',
    capability: await capabilityOf(ports),
    unclaimed,
    mayCall: (Object.keys(api) as Call[]).filter((call) =>
      mandate === null
        ? mayCall(call, callers) && !(keyIsOthers && call === 'setup/save-org-key')
        : isDeskCall(call),
    ),
    inactiveDays: settings.review.inactiveDays,
    timeZone: settings.review.timeZone,
  };
}
