/** Where a `NavigationLocation` of `@forge/bridge` 7.2.0 leads on the local product. @throws for places it does not have */
export function pathOfTarget(location: Record<string, unknown>): string {
  const text = (name: string): string => {
    const value = location[name];
    if (typeof value !== 'string' || value === '') throw new Error(`${name} is required.`);
    return encodeURIComponent(value);
  };
  if (location['target'] === 'issue') return `/browse/${text('issueKey')}`;
  if (location['target'] === 'module') return `/jira/settings/apps/${text('moduleKey')}`;
  throw new Error(`The local page has no place '${String(location['target'])}'.`);
}

/** An address of the site becomes one of the local product; everything else stays what it is. */
export function toLocal(address: string, siteUrl: string): URL {
  const url = new URL(address, location.origin);
  if (url.origin !== new URL(siteUrl).origin) return url;
  return new URL(`${url.pathname}${url.search}${url.hash}`, location.origin);
}

/** Only web addresses are opened: an app must not make the product run a `javascript:` address. */
export function isOpenable(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
