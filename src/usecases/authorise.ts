import { api, type Call, type Caller } from '../contracts/api';
import type { Settings } from '../contracts/settings';
import type { Actor } from '../review/states/step';
import { UseCaseError } from './errors';
import type { CallerContext, Ports, Visitor } from './ports';

/**
 * What a person is to Seatpath: the roles given to him, an identity owner where setup names him as one, and a Jira
 * admin of this site, which everybody is who passes the admin page's door.
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

/** Whether a person decides, what he speaks for, or whether he merely administers the site. Nobody decides at the desk. */
export function actorOf(settings: Settings, { accountId, mandate }: CallerContext): Actor {
  if (mandate !== null) return { accountId, decides: false, ...mandate };
  const callers = callersOf(settings, accountId);
  const decides = callers.includes('owner') || callers.includes('reviewer');
  return { accountId, decides, idpIds: idpsOf(settings, accountId), groups: [] };
}

/**
 * Whether a person sees every site, or only this one. An identity provider belongs to the organization: at the desk
 * nobody needs a role to see all sites of what he speaks for.
 */
export function seesOrganization(settings: Settings, { accountId, mandate }: CallerContext): boolean {
  if (settings.scope !== 'organization') return false;
  return mandate !== null || settings.roles.some((grant) => grant.accountId === accountId);
}

/** Who makes a call, once it has been let pass, and the settings that it was let pass under. */
export interface Admitted {
  readonly settings: Settings;
  readonly caller: CallerContext;
}

/**
 * Lets a call pass or throws NOT_ALLOWED. Jira is asked as the person, every time: being shown a page in
 * Jira settings proves nothing. An answer that does not come, or says anything but yes, is a no.
 */
export async function authorise(ports: Ports, visitor: Visitor, call: Call): Promise<Admitted> {
  const administers = await ports.jira.administers().catch(() => false);
  if (!administers) {
    throw new UseCaseError('NOT_ALLOWED', 'Seatpath is for administrators of this Jira site.');
  }
  const settings = await ports.settings.load();
  if (!mayCall(call, callersOf(settings, visitor.accountId))) {
    throw new UseCaseError(
      'NOT_ALLOWED',
      `Your role in Seatpath does not permit this (${call}). An owner can give you one.`,
    );
  }
  return { settings, caller: { ...visitor, mandate: null } };
}
