import type { Settings } from '../../../contracts/settings';
import type { LastCheck, SetupRemark, SetupStep } from '../../../contracts/setup-checks';
import type { CallerContext, Ports } from '../../ports';
import { checkOrgKey } from './check-org-key';
import { checkOwners } from './check-owners';
import { checkPrices } from './check-prices';
import { checkReview } from './check-review';
import { checkRoles } from './check-roles';
import { checkScan } from './check-scan';
import { checkScim } from './check-scim';
import { type TestedOn, testedOn } from './tested-on';

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
 * Tests one step of setup as it is stored, by reads alone, and keeps what came of it. What fails outside is a remark, not an error: a step that
 * cannot be tested is told as unknown.
 */
export async function checkSetup(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { step }: { readonly step: SetupStep },
): Promise<LastCheck> {
  // Before the test: what changes under way has not been tested.
  const of = await testedOn(ports, step, await asSetUp(ports, settings));
  const remarks = await checks[step](ports, settings, caller);
  const check = { step, at: new Date(ports.clock.now()).toISOString(), remarks };
  await ports.setupChecks.keep({ check, of, scope: settings.scope });
  const now = await asSetUp(ports, await ports.settings.load());
  return { ...check, outdated: of !== (await testedOn(ports, step, now)) };
}

const asSetUp = async (ports: Ports, settings: Settings): Promise<TestedOn> => ({
  settings,
  ring: await ports.keys.load(),
  scanId: (await ports.snapshots.current())?.scanId ?? null,
});
