import type { KeyRing, Settings } from '../../../contracts/settings';
import type { SetupStep } from '../../../contracts/setup-checks';
import { canonicalText } from '../../../evidence/chain';
import type { Ports } from '../../ports';

/** All that a test of setup rests on and that somebody can change, as it is now. */
export interface TestedOn {
  readonly settings: Settings;
  readonly ring: KeyRing;
  /** The scan that is shown; null before the first. */
  readonly scanId: string | null;
}

/** What the test of each step is about: once it differs, the test says nothing about what is set up now. */
const parts: Readonly<Record<SetupStep, (ports: Ports, on: TestedOn) => unknown>> = {
  'org-key': (_, { settings: { orgId }, ring: { active, org } }) => ({ orgId, active, org }),
  scan: (_, { settings: { orgId }, scanId }) => ({ orgId, scanId }),
  owners: (_, { settings: { identityProviders }, scanId }) => ({ identityProviders, scanId }),
  roles: (_, { settings: { roles } }) => ({ roles }),
  prices: async (ports, { settings: { scope, plans }, scanId }) => ({
    scope,
    plans,
    scanId,
    pools: (await ports.records.list('pool')).map(({ id }) => id),
  }),
  review: (_, { settings: { review } }) => ({ review }),
  scim: (_, { settings: { identityProviders }, ring: { scim } }) => ({ identityProviders, scim }),
};

/** One short text for what the test of a step is about. */
export async function testedOn(ports: Ports, step: SetupStep, on: TestedOn): Promise<string> {
  return ports.sha256(canonicalText(await parts[step](ports, on)));
}
