import type { Settings } from '../../contracts/settings';
import type { SetupView } from '../../contracts/views';
import { daysUntil } from '../../review/terms';
import { loadSnapshot } from '../decision-table';
import { namePeople } from '../people';
import { seesOrganization } from '../authorise';
import { lastChecks } from './check/last-checks';
import type { CallerContext, Ports } from '../ports';

/**
 * Setup as the page shows it: what was chosen and which keys exist, never any part of a key. An owner sets up
 * every product; with a `caller` who is none, only those products are shown that he may see.
 */
export async function getSetup(
  ports: Ports,
  settings: Settings,
  caller: CallerContext | null = null,
): Promise<SetupView> {
  const everything =
    caller === null ||
    seesOrganization(settings, caller) ||
    settings.roles.some((grant) => grant.role === 'owner' && grant.accountId === caller.accountId);
  const isShown = ({ ari }: { ari: string }): boolean => everything || ari.endsWith(`/${caller.cloudId}`);
  const ring = await ports.keys.load();
  const current = await ports.snapshots.current();
  const snapshot = current && (await loadSnapshot(ports, current));
  const checks = await lastChecks(ports, { settings, ring, scanId: current?.scanId ?? null }, everything);
  const expiresOn = ring.active === null ? null : (ring.org[ring.active]?.expiresOn ?? null);
  const mentioned = [
    ...settings.roles.map((grant) => grant.accountId),
    ...settings.identityProviders.flatMap(({ owners, deputy, escalateTo }) => [
      ...owners,
      deputy,
      escalateTo,
    ]),
    settings.review.digest?.assignee ?? null,
    ...checks.flatMap(({ remarks }) => remarks.flatMap(({ params }) => params.people ?? [])),
  ].filter((accountId) => accountId !== null);
  const personOf = await namePeople(ports, settings, mentioned);
  return {
    scope: settings.scope,
    orgId: settings.orgId,
    orgName: snapshot?.org.name ?? null,
    keys: {
      active: ring.active,
      a: ring.org.a,
      b: ring.org.b,
      expiresInDays: expiresOn === null ? null : daysUntil(expiresOn, ports.clock.now()),
      scim: ring.scim,
    },
    identityProviders: settings.identityProviders,
    people: [...new Set(mentioned)].map(personOf),
    roles: settings.roles,
    resources: (snapshot?.resources ?? [])
      .filter(isShown)
      .map(({ ari, typeKey, name }) => ({ ari, typeKey, name })),
    plans: settings.plans.filter(isShown),
    review: settings.review,
    checks,
  };
}
