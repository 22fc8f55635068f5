import type { Input } from '../../contracts/api';
import { KeyRing, Settings } from '../../contracts/settings';
import type { SetupView } from '../../contracts/views';
import { ApiError } from '../../atlassian/errors';
import { explainApiError, UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { getSetup } from './setup-view';

async function change(ports: Ports, settings: Settings, changes: Partial<Settings>): Promise<SetupView> {
  const changed = requireFit(Settings.safeParse({ ...settings, ...changes }));
  return getSetup(ports, await ports.settings.save(changed));
}

/** A document that could not be read again must never be stored: one list too long would lock everybody out. */
function requireFit<T>(
  checked: { success: true; data: T } | { success: false; error: { issues: { message: string }[] } },
): T {
  if (checked.success) return checked.data;
  throw new UseCaseError('BAD_INPUT', `This cannot be kept: ${checked.error.issues[0]?.message ?? ''}.`);
}

export function saveScope(
  ports: Ports,
  settings: Settings,
  input: Input<'setup/save-scope'>,
): Promise<SetupView> {
  return change(ports, settings, { scope: input.scope });
}

export function savePlans(
  ports: Ports,
  settings: Settings,
  input: Input<'setup/save-plans'>,
): Promise<SetupView> {
  return change(ports, settings, { plans: input.plans });
}

export function saveReview(
  ports: Ports,
  settings: Settings,
  input: Input<'setup/save-review'>,
): Promise<SetupView> {
  const { timeZone } = input.review;
  if (!isTimeZone(timeZone))
    throw new UseCaseError('BAD_INPUT', `“${timeZone}” is no time zone like Europe/Berlin.`);
  return change(ports, settings, { review: input.review });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** An organization without an owner could never change its keys again, so the last one stays. */
export function saveRoles(
  ports: Ports,
  settings: Settings,
  input: Input<'setup/save-roles'>,
): Promise<SetupView> {
  if (!input.roles.some((grant) => grant.role === 'owner')) {
    throw new UseCaseError('BAD_INPUT', 'At least one owner must stay.');
  }
  const orphan = input.roles.find((grant) => (grant.role === 'identity-owner') !== (grant.idpId !== null));
  if (orphan)
    throw new UseCaseError(
      'BAD_INPUT',
      'An identity owner speaks for one identity provider; other roles for none.',
    );
  return change(ports, settings, { roles: input.roles });
}

export function saveIdentityProvider(
  ports: Ports,
  settings: Settings,
  { identityProvider }: Input<'setup/save-identity-provider'>,
): Promise<SetupView> {
  const others = settings.identityProviders.filter((idp) => idp.idpId !== identityProvider.idpId);
  return change(ports, settings, { identityProviders: [...others, identityProvider] });
}

export function removeIdentityProvider(
  ports: Ports,
  settings: Settings,
  { idpId }: Input<'setup/remove-identity-provider'>,
): Promise<SetupView> {
  return change(ports, settings, {
    identityProviders: settings.identityProviders.filter((idp) => idp.idpId !== idpId),
  });
}

/** Keeps the key of a SCIM directory after one read with it. */
export async function saveScimKey(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  input: Input<'setup/save-scim-key'>,
): Promise<SetupView> {
  const { scimDirectoryId, key, expiresOn } = input;
  await ports
    .scim(scimDirectoryId, key)
    .users(null)
    .catch((error: unknown) => {
      throw error instanceof ApiError ? explainApiError(error) : error;
    });
  const ring = await ports.keys.load();
  const savedAt = new Date(ports.clock.now()).toISOString();
  // Such a key has no scopes to show: it can write to the directory, and Seatpath never does.
  const card = { savedAt, savedBy: caller.accountId, expiresOn, scoped: false };
  const others = ring.scim.filter((one) => one.scimDirectoryId !== scimDirectoryId);
  const changed = requireFit(KeyRing.safeParse({ ...ring, scim: [...others, { scimDirectoryId, card }] }));
  // The ring first: it alone tells which keys there are to forget.
  await ports.keys.save(changed);
  await ports.keys.saveScimKey(scimDirectoryId, key);
  return getSetup(ports, settings);
}

/** Deletes every key now. Settings, records and the last snapshot stay. */
export async function forgetKeys(ports: Ports, settings: Settings): Promise<SetupView> {
  const ring = await ports.keys.load();
  await ports.keys.forgetAll(ring);
  await ports.keys.save({ ...ring, active: null, org: { a: null, b: null }, scim: [] });
  return getSetup(ports, settings);
}
