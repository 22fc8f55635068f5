import type { ScanReport } from '../contracts/coverage';
import type { DecisionRow } from '../contracts/decisions';
import type { IdentityProvider, Settings } from '../contracts/settings';

export interface RouteTarget {
  readonly identityProvider: IdentityProvider;
  /** True where nothing read names the provider, and it is merely the only one configured. */
  readonly assumed: boolean;
}

/** The identity provider that a row's group belongs to, as far as setup and scan tell. */
export function routeTarget(settings: Settings, row: DecisionRow): RouteTarget | null {
  const { identityProviders } = settings;
  const linked = row.path.idp;
  if (linked !== null) {
    const provider = identityProviders.find((idp) => idp.idpId === linked.scimDirectoryId);
    return provider === undefined ? null : { identityProvider: provider, assumed: false };
  }
  const [only, ...others] = identityProviders;
  return only === undefined || others.length > 0 ? null : { identityProvider: only, assumed: true };
}

/** What a route-out of this row still lacks, each item by name; empty where it could be recorded now (S17). */
export function missingForRouteOut(settings: Settings, report: ScanReport, row: DecisionRow): string[] {
  if (row.owner !== 'idp-owned') return [];
  const missing: string[] = [];
  const target = routeTarget(settings, row);
  if (target === null) {
    missing.push('identity provider: set up the one that writes this group, under Setup');
  } else {
    const { owners, deputy, projectKey, issueTypeId, name } = target.identityProvider;
    if (owners.length === 0 && deputy === null) missing.push(`identity owner of ${name}`);
    if (projectKey === null || issueTypeId === null) missing.push(`Jira project and issue type for ${name}`);
  }
  if (row.path.groupId !== undefined && report.coverage.incompleteGroups.includes(row.path.groupId)) {
    missing.push('complete evidence: the members of this group did not add up in the last scan');
  }
  return missing;
}
