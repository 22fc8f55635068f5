import type { Call } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { isOrgAdmin } from '../world/access';
import type { Account } from '../world/model';
import type { World } from '../world/world';
import type { Jira, JiraSite } from './state';

/** Who is asking, and what he may on this site. */
export interface Visitor {
  readonly site: JiraSite;
  /** `null`: the installed app itself. */
  readonly account: Account | null;
  readonly scopes: readonly string[] | undefined;
  /** Signed in with e-mail and token, not with a bearer token. */
  readonly basic: boolean;
}

/**
 * Scopes of a call: the classic one, or all of the granular ones. From Atlassian's Jira OpenAPI file of 2025-12.
 * None: open to everyone who is signed in.
 */
export interface NeededScopes {
  readonly classic?: string;
  readonly granular?: readonly string[];
}

/** Signs the call in: 401 without a good token or for a lacking scope, as Jira answers both. */
export function enter(jira: Jira, call: Call, need: NeededScopes): Visitor {
  const site = jira.site(call.param('cloudId'));
  const { bearer, basic } = readToken(jira, call);
  const account = bearer.accountId === null ? null : jira.world.accounts.get(bearer.accountId);
  if (account === undefined || (account !== null && !maySignIn(account))) throw signedOut();
  const { scopes } = bearer;
  if (scopes !== undefined && need.classic !== undefined) {
    const granular = need.granular ?? [];
    const fits =
      scopes.includes(need.classic) ||
      (granular.length > 0 && granular.every((scope) => scopes.includes(scope)));
    if (!fits) throw new Refusal(401, '', 'Unauthorized; scope does not match');
  }
  return { site, account, scopes, basic };
}

function readToken(
  jira: Jira,
  call: Call,
): { bearer: { accountId: string | null; scopes: readonly string[] | undefined }; basic: boolean } {
  const [kind, value = ''] = (call.authorization ?? '').split(' ');
  if (kind === 'Bearer') {
    const bearer = jira.tokens.find(value);
    if (bearer !== undefined) return { bearer, basic: false };
  }
  if (kind === 'Basic') {
    const [email, token = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
    const bearer = jira.tokens.find(token);
    const owner = bearer?.accountId == null ? undefined : jira.world.accounts.get(bearer.accountId);
    const fits = owner?.facts.email != null && owner.facts.email.toLowerCase() === email?.toLowerCase();
    if (bearer !== undefined && fits) return { bearer, basic: true };
  }
  throw signedOut();
}

function signedOut(): Refusal {
  return new Refusal(401, '', 'Client must be authenticated to access this resource.');
}

function maySignIn(account: Account): boolean {
  const { accountStatus, membershipStatus } = account.facts;
  return accountStatus === 'active' && membershipStatus !== 'suspended';
}

/** Resources of the Jira family on a site. */
export function jiraResourcesOf(world: World, cloudId: string): string[] {
  return [...world.resources.values()]
    .filter((resource) => resource.cloudId === cloudId && resource.typeKey.startsWith('jira'))
    .map(({ ari }) => ari);
}

/** Global administration of a site's Jira: organization admins, and who holds the admin role there. */
export function isJiraAdmin(jira: Jira, visitor: Visitor): boolean {
  const { account, site, scopes } = visitor;
  if (account === null) return scopes?.includes('manage:jira-configuration') ?? false;
  if (isOrgAdmin(account)) return true;
  return holdsRole(jira, account, { cloudId: site.cloudId, roles: ['atlassian/admin'] });
}

/** Whether an account may work in a site's projects; the app may. */
export function mayUseJira(jira: Jira, visitor: Visitor): boolean {
  const { account, site } = visitor;
  if (account === null || isJiraAdmin(jira, visitor)) return true;
  return holdsRole(jira, account, { cloudId: site.cloudId, roles: ['atlassian/user', 'atlassian/admin'] });
}

function holdsRole(
  jira: Jira,
  account: Account,
  wanted: { cloudId: string; roles: readonly string[] },
): boolean {
  const aris = new Set(jiraResourcesOf(jira.world, wanted.cloudId));
  const fits = (ari: string, role: string): boolean => aris.has(ari) && wanted.roles.includes(role);
  if (account.facts.direct?.some(({ ari, role }) => fits(ari, role)) === true) return true;
  return [...account.groups].some((groupId) =>
    jira.world.groups.get(groupId)?.grants.some(({ ari, roles }) => roles.some((role) => fits(ari, role))),
  );
}

/** Account id of the installed app on a site. */
export function appAccountId(site: JiraSite): string {
  return `app-user:${site.cloudId}`;
}

/** Account id of Automation for Jira: an app of Atlassian's that acts for rules. */
export const automationAccountId = 'automation-for-jira';

export function idOfVisitor(visitor: Visitor): string {
  return visitor.account?.id ?? appAccountId(visitor.site);
}

/** Refuses with 403 who may not see people and groups. */
export function refuseWithoutBrowse(jira: Jira, visitor: Visitor): void {
  if (mayUseJira(jira, visitor)) return;
  throw new Refusal(403, '', 'Browse users and groups permission is required to view users.');
}
