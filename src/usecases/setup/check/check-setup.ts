import type { Settings } from '../../../contracts/settings';
import type { SetupCheck, SetupRemark, SetupStep } from '../../../contracts/setup-checks';
import type { CallerContext, Ports } from '../../ports';
import { checkOrgKey } from './check-org-key';
import { checkOwners } from './check-owners';
import { checkPrices } from './check-prices';
import { checkReview } from './check-review';
import { checkRoles } from './check-roles';
import { checkScan } from './check-scan';
import { checkScim } from './check-scim';

type Check = (ports: Ports, settings: Settings, caller: CallerContext) => Promise<SetupRemark[]>;

const checks: Readonly<Record<SetupStep, Check>> = {
  'org-key': checkOrgKey,
  scan: checkScan,
  owners: checkOwners,
  roles: checkRoles,
  prices: checkPrices,
  review: checkReview,
  scim: checkScim,
};

/**
 * Tests one step of setup as it is stored, by reads alone. What fails outside is a remark, not an error: a step that
 * cannot be tested is told as unknown.
 */
export async function checkSetup(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { step }: { readonly step: SetupStep },
): Promise<SetupCheck> {
  const remarks = await checks[step](ports, settings, caller);
  return { step, at: new Date(ports.clock.now()).toISOString(), remarks };
}
