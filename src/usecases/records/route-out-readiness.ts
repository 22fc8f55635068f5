import type { DecisionRow } from '../../contracts/decisions';
import type { SourceAttestation } from '../../contracts/records';
import type { IdentityProvider, Settings } from '../../contracts/settings';

export interface RouteTarget {
  readonly identityProvider: IdentityProvider;
  /** True where nothing read names the provider, and it is merely attested or the only one configured. */
  readonly assumed: boolean;
}

/** The identity provider that a row's group belongs to, as far as setup, scan and somebody's word tell. */
export function routeTarget(
  settings: Settings,
  row: DecisionRow,
  attested: SourceAttestation | null = null,
): RouteTarget | null {
  const { identityProviders } = settings;
  const linked = row.path.idp?.scimDirectoryId ?? null;
  const named = linked ?? attested?.idpId ?? null;
  if (named !== null) {
    const provider = identityProviders.find((idp) => idp.idpId === named);
    return provider === undefined ? null : { identityProvider: provider, assumed: linked === null };
  }
  const [only, ...others] = identityProviders;
  return only === undefined || others.length > 0 ? null : { identityProvider: only, assumed: true };
}

/** The group that Google’s free sync puts everybody into (facts on Google Workspace, 2026-11: no others without Guard). */
const GOOGLE_EVERYBODY = /^all (members|users) from google/i;

/** What is lacking for a route-out of this row, each item by name; empty where it could be sent now (S17). */
export function missingForRouteOut(
  settings: Settings,
  row: DecisionRow,
  attested: SourceAttestation | null = null,
): string[] {
  if (row.owner !== 'idp-owned' && attested?.says !== 'idp') return [];
  const target = routeTarget(settings, row, attested);
  if (target === null) return ['identity provider: set up the one that writes this group, under Setup'];
  const { owners, deputy, projectKey, issueTypeId, name, kind } = target.identityProvider;
  const missing: string[] = [];
  if (kind === 'google' && GOOGLE_EVERYBODY.test(row.path.groupName ?? '')) {
    missing.push('a membership that can end: Google puts everybody into this group; redesign what it grants');
  }
  if (owners.length === 0 && deputy === null) missing.push(`identity owner of ${name}`);
  if (projectKey === null || issueTypeId === null) missing.push(`Jira project and issue type for ${name}`);
  return missing;
}
