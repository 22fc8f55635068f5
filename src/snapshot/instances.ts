import type { Resource } from '../contracts/snapshot';

/**
 * Product keys of `productAccess` differ from the type keys of the workspaces (a typed client's notes,
 * 2026-10): an instance is matched by its id, and by key only where one id serves several products.
 */
const KEYS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  'jira-software': ['jira', 'jira-software', 'jira-core'],
  'jira-core': ['jira', 'jira-core'],
  'jira-servicedesk': ['jira-servicedesk', 'jira-service-desk', 'jira-service-management', 'jsm'],
  'jira-product-discovery': ['jira-product-discovery', 'jpd'],
};

/** Places a product instance: by its full ARI, else by the cloud id that its ARI ends in and the key. */
export function instanceMatcher(resources: readonly Resource[]): (key: string, id: string) => number | null {
  const byAri = new Map(resources.map((resource, index) => [resource.ari, index]));
  const byCloudId = new Map<string, number[]>();
  resources.forEach((resource, index) => {
    const cloudId = resource.ari.slice(resource.ari.lastIndexOf('/') + 1);
    byCloudId.set(cloudId, [...(byCloudId.get(cloudId) ?? []), index]);
  });
  return (key, id) => {
    const exact = byAri.get(id);
    if (exact !== undefined) return exact;
    const sameSite = byCloudId.get(id.slice(id.lastIndexOf('/') + 1)) ?? [];
    const fits = sameSite.filter((index) => {
      const { typeKey } = resources[index]!;
      return typeKey === key || (KEYS_OF_TYPE[typeKey] ?? []).includes(key);
    });
    return fits.length === 1 ? fits[0]! : null;
  };
}
