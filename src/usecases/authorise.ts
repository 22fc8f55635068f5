import { api, type Call, type Caller } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import type { Actor } from '../review/states/step';
import { UseCaseError } from './errors';
import type { CallerContext, Ports } from './ports';

/**
 * What a person is to Seatpath: the roles given to him, an identity owner where setup names him as one, and a Jira
 * admin of this site, which every caller is.
 */
export function callersOf(settings: Settings, accountId: string): Caller[] {
  const given = settings.roles.filter((grant) => grant.accountId === accountId).map((grant) => grant.role);
  const speaks: Caller[] = idpsOf(settings, accountId).length > 0 ? ['identity-owner'] : [];
  return [...new Set<Caller>([...given, ...speaks]), 'site-admin'];
}

/** The identity providers that a person speaks for: by role, or because setup names him as an owner or deputy. */
export function idpsOf({ roles, identityProviders }: Settings, accountId: string): string[] {
  const byRole = roles.flatMap((grant) => (grant.accountId === accountId ? [grant.idpId] : []));
  const named = identityProviders.filter(
    ({ owners, deputy }) => owners.includes(accountId) || deputy === accountId,
  );
  return [...new Set([...byRole.filter((id) => id !== null), ...named.map(({ idpId }) => idpId)])];
}

export function mayCall(call: Call, callers: readonly Caller[]): boolean {
  const allowed: readonly Caller[] = api[call].callers;
  return callers.some((caller) => allowed.includes(caller));
}

/** Whether a person decides, for which identity providers he speaks, or whether he merely administers the site. */
export function actorOf(settings: Settings, { accountId }: CallerContext): Actor {
  const callers = callersOf(settings, accountId);
  const decides = callers.includes('owner') || callers.includes('reviewer');
  return { accountId, decides, idpIds: idpsOf(settings, accountId) };
}

/** Whether a person sees every site, or only the one whose Jira he administers. */
export function seesOrganization(settings: Settings, accountId: string): boolean {
  return settings.scope === 'organization' && settings.roles.some((grant) => grant.accountId === accountId);
}

/**
 * Lets a call pass or throws NOT_ALLOWED. Jira is asked as the person, every time: being shown a page in
 * Jira settings proves nothing. An answer that does not come, or says anything but yes, is a no.
 */
export async function authorise(ports: Ports, caller: CallerContext, call: Call): Promise<Settings> {
  const administers = await ports.jira.administers().catch(() => false);
  if (!administers) {
    throw new UseCaseError('NOT_ALLOWED', 'Seatpath is for administrators of this Jira site.');
  }
  const settings = await ports.settings.load();
  if (!mayCall(call, callersOf(settings, caller.accountId))) {
    throw new UseCaseError(
      'NOT_ALLOWED',
      `Your role in Seatpath does not permit this (${call}). An owner can give you one.`,
    );
  }
  return settings;
}
